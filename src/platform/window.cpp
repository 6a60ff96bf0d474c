// The window and its frames: SDL's events become ImGui's, a frame is built, drawn and shown.
#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>
#include <chrono>
#include <cstdio>

#include "platform/draw.h"
#include "platform/keys.h"
#include "platform/side.h"

namespace meada::platform {

Window& window() {
    static Window the_window;
    return the_window;
}

double now_s() {
    using namespace std::chrono;
    return duration<double>(steady_clock::now().time_since_epoch()).count();
}

void input_arrived() {
    window().frames_to_settle = 3;
    side_request_frame();
}

void request_frame() {
    window().frame_asked = true;
    side_request_frame();
}

void settle() { window().frames_to_settle = 0; }
bool wants_frame() { return window().frames_to_settle > 0 || window().frame_asked; }

bool work_on() {
    Window& w = window();
    w.working = w.program.work && w.program.work();
    return w.working;
}

void request_frame_after(double seconds) {
    const double at_s = now_s() + seconds;
    double& next_s = window().next_frame_s;
    if (next_s == 0 || at_s < next_s) next_s = at_s;
    side_request_frame();
}

uint64_t frame_count() { return window().frame_count; }
void quit() { window().quitting = true; }
const Composition& composition() { return window().composition; }

void reload_fonts() {
    window().fonts_stale = true;
    request_frame();
}

void set_title(std::string_view title) {
    SDL_SetWindowTitle(window().sdl, std::string(title).c_str());
}

void text_input_at(CaretPx caret) {
    window().text_wanted = true;
    window().caret = caret;
}

// ---- opening -------------------------------------------------------------------------------

static void set_gl_attributes() {
#ifdef __EMSCRIPTEN__
    SDL_GL_SetAttribute(SDL_GL_CONTEXT_PROFILE_MASK, SDL_GL_CONTEXT_PROFILE_ES);
    SDL_GL_SetAttribute(SDL_GL_CONTEXT_MAJOR_VERSION, 3);
    SDL_GL_SetAttribute(SDL_GL_CONTEXT_MINOR_VERSION, 0);
#else
    SDL_GL_SetAttribute(SDL_GL_CONTEXT_FLAGS, SDL_GL_CONTEXT_FORWARD_COMPATIBLE_FLAG);
    SDL_GL_SetAttribute(SDL_GL_CONTEXT_PROFILE_MASK, SDL_GL_CONTEXT_PROFILE_CORE);
    SDL_GL_SetAttribute(SDL_GL_CONTEXT_MAJOR_VERSION, 3);
    SDL_GL_SetAttribute(SDL_GL_CONTEXT_MINOR_VERSION, 3);
#endif
    SDL_GL_SetAttribute(SDL_GL_DOUBLEBUFFER, 1);
    SDL_GL_SetAttribute(SDL_GL_DEPTH_SIZE, 0);
    SDL_GL_SetAttribute(SDL_GL_STENCIL_SIZE, 0);
}

static void ime_wanted(ImGuiViewport*, ImGuiPlatformImeData* ime) {
    if (ime->WantVisible) text_input_at({ime->InputPos.x, ime->InputPos.y, ime->InputLineHeight});
}

static void open_imgui() {
    ImGui::CreateContext();
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.LogFilename = nullptr;
    io.BackendPlatformName = "meada";
    io.BackendFlags |= ImGuiBackendFlags_HasMouseCursors;
    io.GetClipboardTextFn = [](void*) { return side_clipboard_text(); };
    io.SetClipboardTextFn = [](void*, const char* text) { copy_text(text); };
    io.SetPlatformImeDataFn = ime_wanted;
}

bool open_window() {
    Window& w = window();
    side_prepare();
    if (SDL_Init(SDL_INIT_VIDEO) != 0) {
        std::fprintf(stderr, "meada: no window: %s\n", SDL_GetError());
        return false;
    }
    set_gl_attributes();
    w.sdl =
        SDL_CreateWindow(w.options.title.c_str(), SDL_WINDOWPOS_CENTERED, SDL_WINDOWPOS_CENTERED,
                         w.options.width_points > 0 ? w.options.width_points : 1280,
                         w.options.height_points > 0 ? w.options.height_points : 720,
                         SDL_WINDOW_OPENGL | SDL_WINDOW_RESIZABLE | SDL_WINDOW_ALLOW_HIGHDPI);
    if (w.sdl) w.gl = SDL_GL_CreateContext(w.sdl);
    if (!w.gl) {
        std::fprintf(stderr, "meada: no OpenGL window: %s\n", SDL_GetError());
        return false;
    }
    open_imgui();
#ifndef __EMSCRIPTEN__
    SDL_GL_SetSwapInterval(1);
#endif
    return true;
}

// ---- events --------------------------------------------------------------------------------

static void handle_mouse(const SDL_Event& event) {
    ImGuiIO& io = ImGui::GetIO();
    const auto source = [&](uint32_t which) {
        io.AddMouseSourceEvent(which == SDL_TOUCH_MOUSEID ? ImGuiMouseSource_TouchScreen
                                                          : ImGuiMouseSource_Mouse);
    };
    const float scale = side_canvas_size().pointer_scale;
    switch (event.type) {
        case SDL_MOUSEMOTION:
            source(event.motion.which);
            io.AddMousePosEvent(float(event.motion.x) * scale, float(event.motion.y) * scale);
            break;
        case SDL_MOUSEWHEEL:
            source(event.wheel.which);
            io.AddMouseWheelEvent(-event.wheel.preciseX, event.wheel.preciseY);
            break;
        default: {
            static constexpr int buttons[] = {-1, 0, 2, 1, 3, 4};  // SDL: left 1, middle, right
            const int button = event.button.button <= 5 ? buttons[event.button.button] : -1;
            if (button < 0) break;
            source(event.button.which);
            io.AddMousePosEvent(float(event.button.x) * scale, float(event.button.y) * scale);
            io.AddMouseButtonEvent(button, event.type == SDL_MOUSEBUTTONDOWN);
        }
    }
}

static void handle_window_event(const SDL_WindowEvent& event) {
    ImGuiIO& io = ImGui::GetIO();
    switch (event.event) {
        case SDL_WINDOWEVENT_LEAVE:
            io.AddMousePosEvent(-FLT_MAX, -FLT_MAX);
            break;
        case SDL_WINDOWEVENT_FOCUS_GAINED:
            io.AddFocusEvent(true);
            break;
        case SDL_WINDOWEVENT_FOCUS_LOST:
            io.AddFocusEvent(false);
            break;
        default:
            break;
    }
}

static void handle_key(const SDL_KeyboardEvent& event) {
    ImGuiIO& io = ImGui::GetIO();
    const int modifiers = event.keysym.mod;
    io.AddKeyEvent(ImGuiMod_Ctrl, modifiers & KMOD_CTRL);
    io.AddKeyEvent(ImGuiMod_Shift, modifiers & KMOD_SHIFT);
    io.AddKeyEvent(ImGuiMod_Alt, modifiers & KMOD_ALT);
    io.AddKeyEvent(ImGuiMod_Super, modifiers & KMOD_GUI);
    const ImGuiKey key = key_from_sdl(event.keysym.sym);
    if (key != ImGuiKey_None) io.AddKeyEvent(key, event.type == SDL_KEYDOWN);
}

static void handle_editing(const SDL_TextEditingEvent& event) {
    Composition& composition = window().composition;
    composition.text = event.text;
    // SDL counts characters; the editor wants bytes.
    int bytes = 0;
    for (int left = event.start; left > 0 && bytes < int(composition.text.size()); --left) do
            ++bytes;
        while ((uint8_t(composition.text[size_t(bytes)]) & 0xC0) == 0x80);
    composition.caret_bytes = bytes;
}

static void handle_drop(const SDL_DropEvent& event) {
    const std::string path = event.file;  // or the text
    SDL_free(event.file);
    if (event.type == SDL_DROPTEXT) {
        if (window().program.text_dropped) window().program.text_dropped(path);
        return;
    }
    size_t size = 0;
    void* bytes = SDL_LoadFile(path.c_str(), &size);
    if (bytes && window().program.file_arrived)
        window().program.file_arrived(path.substr(path.find_last_of("/\\") + 1),
                                      std::string(static_cast<char*>(bytes), size));
    SDL_free(bytes);
}

void handle_event(const SDL_Event& event) {
    switch (event.type) {
        case SDL_MOUSEMOTION:
        case SDL_MOUSEWHEEL:
        case SDL_MOUSEBUTTONDOWN:
        case SDL_MOUSEBUTTONUP:
            handle_mouse(event);
            break;
        case SDL_FINGERDOWN:
        case SDL_FINGERUP:
        case SDL_FINGERMOTION:
            handle_finger(event.tfinger);
            break;
        case SDL_KEYDOWN:
        case SDL_KEYUP:
            if (side_keys_come_from_sdl()) handle_key(event.key);
            break;
        case SDL_TEXTINPUT:
            if (!side_keys_come_from_sdl()) break;
            window().composition = {};
            ImGui::GetIO().AddInputCharactersUTF8(event.text.text);
            break;
        case SDL_TEXTEDITING:
            if (side_keys_come_from_sdl()) handle_editing(event.edit);
            break;
        case SDL_WINDOWEVENT:
            handle_window_event(event.window);
            break;
        case SDL_DROPFILE:
        case SDL_DROPTEXT:
            handle_drop(event.drop);
            break;
        case SDL_QUIT:
            window().quitting = true;
            break;
        default:
            break;
    }
    input_arrived();
}

// ---- frames ----------------------------------------------------------------------------------

static void show_cursor() {
    static SDL_Cursor* cursors[ImGuiMouseCursor_COUNT] = {};
    static constexpr SDL_SystemCursor shapes[ImGuiMouseCursor_COUNT] = {
        SDL_SYSTEM_CURSOR_ARROW,    SDL_SYSTEM_CURSOR_IBEAM,  SDL_SYSTEM_CURSOR_SIZEALL,
        SDL_SYSTEM_CURSOR_SIZENS,   SDL_SYSTEM_CURSOR_SIZEWE, SDL_SYSTEM_CURSOR_SIZENESW,
        SDL_SYSTEM_CURSOR_SIZENWSE, SDL_SYSTEM_CURSOR_HAND,   SDL_SYSTEM_CURSOR_NO,
    };
    static int shown = -2;
    const int wanted = ImGui::GetMouseCursor();
    if (wanted == shown) return;
    shown = wanted;
    SDL_ShowCursor(wanted == ImGuiMouseCursor_None ? SDL_DISABLE : SDL_ENABLE);
    if (wanted == ImGuiMouseCursor_None) return;
    if (!cursors[wanted]) cursors[wanted] = SDL_CreateSystemCursor(shapes[wanted]);
    SDL_SetCursor(cursors[wanted]);
}

static void make_fonts(float scale) {
    Window& w = window();
    if (!w.fonts_stale && scale == w.scale) return;
    w.fonts_stale = false;
    w.scale = scale;
    ImGui::GetIO().Fonts->Clear();
    if (w.program.load_fonts) w.program.load_fonts(scale);
    if (ImGui::GetIO().Fonts->Fonts.empty()) ImGui::GetIO().Fonts->AddFontDefault();
    make_glyphs();
}

static void follow_text_input() {
    Window& w = window();
    if (w.text_wanted || w.text_active) side_text_input(w.text_wanted, w.caret);
    w.text_active = w.text_wanted;
    if (!w.text_active) w.composition = {};
}

void draw_frame() {
    Window& w = window();
    if (w.frames_to_settle > 0) --w.frames_to_settle;
    w.frame_asked = false;
    const double time_s = now_s();
    if (w.next_frame_s != 0 && time_s >= w.next_frame_s) w.next_frame_s = 0;

    const CanvasSize size = side_canvas_size();
    make_fonts(size.scale);
    ImGuiIO& io = ImGui::GetIO();
    io.DisplaySize = ImVec2(float(size.width_px), float(size.height_px));
    // Long enough that two clicks with a rest between them, in which nothing is drawn, are two.
    io.DeltaTime = std::clamp(float(time_s - w.last_frame_s), 1e-4f, 1.0f);
    w.last_frame_s = time_s;
    w.text_wanted = false;
    begin_gesture_frame();

    ImGui::NewFrame();
    w.program.draw({float(size.width_px), float(size.height_px), size.scale, time_s});
    ImGui::Render();  // ends the frame: ImGui's own fields ask for text input here
    draw_lists(*ImGui::GetDrawData(), side_keeps_pixels());
    follow_text_input();
    show_cursor();
    ++w.frame_count;
    // ImGui takes a press and its release in two frames: go on until its queue is empty.
    if (!GImGui->InputEventsQueue.empty()) request_frame();
}

}  // namespace meada::platform
