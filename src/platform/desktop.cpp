// The desktop side: SDL for everything, settings as files in the user's folder.
#include <SDL.h>
#include <imgui.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <utility>
#include <vector>

#include "platform/gl.h"
#include "platform/side.h"

extern "C" const char meada_font_rare[], meada_font_rare_end[];

namespace meada::platform {

static uint32_t wake_event() {
    static const uint32_t type = SDL_RegisterEvents(1);
    return type;
}

void side_prepare() {
    SDL_SetHint(SDL_HINT_WINDOWS_DPI_SCALING, "1");
    SDL_SetHint(SDL_HINT_VIDEO_HIGHDPI_DISABLED, "0");
    SDL_SetHint(SDL_HINT_IME_SHOW_UI, "1");
    SDL_SetHint(SDL_HINT_MOUSE_FOCUS_CLICKTHROUGH, "1");
    // The screen saver is the system's business.
    SDL_SetHint(SDL_HINT_VIDEO_ALLOW_SCREENSAVER, "1");
}

CanvasSize side_canvas_size() {
    CanvasSize size{};
    int width_units = 1, height_units = 1;
    SDL_GetWindowSize(window().sdl, &width_units, &height_units);
    SDL_GL_GetDrawableSize(window().sdl, &size.width_px, &size.height_px);
    size.pointer_scale = float(size.width_px) / float(std::max(width_units, 1));
    size.scale = window().options.scale > 0 ? window().options.scale : size.pointer_scale;
    return size;
}

void side_request_frame() {}

void wake() {
    SDL_Event event{};
    event.type = wake_event();
    SDL_PushEvent(&event);
}

void side_text_input(bool active, CaretPx caret) {
    if (active != bool(SDL_IsTextInputActive()))
        active ? SDL_StartTextInput() : SDL_StopTextInput();
    if (!active) return;
    const float unit = side_canvas_size().pointer_scale;
    SDL_Rect place{int(caret.x / unit), int(caret.y / unit), 1, int(caret.height / unit)};
    SDL_SetTextInputRect(&place);
}

const char* side_clipboard_text() {
    static std::string text;
    char* got = SDL_GetClipboardText();
    text = got ? got : "";
    SDL_free(got);
    return text.c_str();
}

bool copy_text(std::string_view text) {
    return SDL_SetClipboardText(std::string(text).c_str()) == 0;
}

// ---- the window's place ------------------------------------------------------------------------

// As the settings have it; what a maximised window was before, it is again when it is made smaller.
struct WindowPlace {
    int x = 0, y = 0, width = 0, height = 0, maximised = 0;
};

static WindowPlace kept_place() {
    WindowPlace kept;
    const std::string text = read_setting("window");
    const int read = std::sscanf(text.c_str(), "%d %d %d %d %d", &kept.x, &kept.y, &kept.width,
                                 &kept.height, &kept.maximised);
    constexpr int least = 200, most = 20'000;
    const auto good = [](int size) { return size >= least && size <= most; };
    return read == 5 && good(kept.width) && good(kept.height) ? kept : WindowPlace{};
}

// Where some of it can be seen: the screen may be another one by now.
static bool on_a_screen(const WindowPlace& place) {
    for (int i = 0; i < SDL_GetNumVideoDisplays(); ++i) {
        SDL_Rect screen, seen;
        const SDL_Rect window{place.x, place.y, place.width, place.height};
        if (SDL_GetDisplayBounds(i, &screen) == 0 && SDL_IntersectRect(&screen, &window, &seen) &&
            seen.w > 100 && seen.h > 100)
            return true;
    }
    return false;
}

static void restore_place() {
    const WindowPlace kept = kept_place();
    if (kept.width == 0 || window().options.width_points > 0) return;
    SDL_SetWindowSize(window().sdl, kept.width, kept.height);
    if (on_a_screen(kept)) SDL_SetWindowPosition(window().sdl, kept.x, kept.y);
    if (kept.maximised) SDL_MaximizeWindow(window().sdl);
}

static void keep_place() {
    WindowPlace now = kept_place();
    now.maximised = (SDL_GetWindowFlags(window().sdl) & SDL_WINDOW_MAXIMIZED) != 0;
    if (!now.maximised || now.width == 0) {
        SDL_GetWindowPosition(window().sdl, &now.x, &now.y);
        SDL_GetWindowSize(window().sdl, &now.width, &now.height);
    }
    char text[80];
    std::snprintf(text, sizeof text, "%d %d %d %d %d", now.x, now.y, now.width, now.height,
                  now.maximised);
    write_setting("window", text);
}

// ---- the loop --------------------------------------------------------------------------------

static void clear_canvas() {
    const CanvasSize size = side_canvas_size();
    gl().Viewport(0, 0, size.width_px, size.height_px);
    gl().ClearColor(0, 0, 0, 1);
    gl().Clear(GL_COLOR_BUFFER_BIT);
}

static void write_screenshot(const std::string& path) {
    const CanvasSize size = side_canvas_size();
    std::vector<uint8_t> pixels(size_t(size.width_px) * size_t(size.height_px) * 3);
    gl().PixelStorei(GL_PACK_ALIGNMENT, 1);
    gl().ReadPixels(0, 0, size.width_px, size.height_px, GL_RGB, GL_UNSIGNED_BYTE, pixels.data());
    std::ofstream out(path, std::ios::binary);
    out << "P6\n" << size.width_px << ' ' << size.height_px << "\n255\n";
    const size_t row = size_t(size.width_px) * 3;
    for (int y = size.height_px - 1; y >= 0; --y)
        out.write(reinterpret_cast<char*>(&pixels[size_t(y) * row]), std::streamsize(row));
}

// Waits for input, but not past the next frame that was asked for.
static void take_events() {
    Window& w = window();
    SDL_Event event;
    bool got = false;
    if (wants_frame() || w.working) {
        got = SDL_PollEvent(&event);
    } else if (w.next_frame_s > 0) {
        const double wait_s = std::max(0.0, w.next_frame_s - now_s());
        got = SDL_WaitEventTimeout(&event, int(wait_s * 1000) + 1);
        if (!got) w.frame_asked = true;
    } else {
        got = SDL_WaitEvent(&event);
    }
    while (got) {
        handle_event(event);
        got = SDL_PollEvent(&event);
    }
}

int run(const WindowOptions& options, Program program) {
    Window& w = window();
    w.options = options;
    w.program = std::move(program);
    if (!open_window()) return 1;
    restore_place();
    for (const SDL_EventType dropped : {SDL_DROPFILE, SDL_DROPTEXT})
        SDL_EventState(dropped, SDL_ENABLE);
    SDL_StopTextInput();
    while (!w.quitting) {
        take_events();
        if (w.quitting) break;
        (void)work_on();
        if (!wants_frame()) continue;
        clear_canvas();
        draw_frame();
        const bool last = options.frame_max > 0 && w.frame_count >= uint64_t(options.frame_max);
        if (last && !options.screenshot_path.empty()) write_screenshot(options.screenshot_path);
        SDL_GL_SwapWindow(w.sdl);
        if (options.frame_max > 0) w.frame_asked = true;
        if (last) w.quitting = true;
    }
    if (w.program.closing) w.program.closing();
    keep_place();
    SDL_GL_DeleteContext(w.gl);
    SDL_DestroyWindow(w.sdl);
    SDL_Quit();
    return 0;
}

// ---- files, settings ---------------------------------------------------------------------------

// SDL 2 has no file dialog; the desktop's own programs do.
void pick_file(std::string_view) {
    for (const char* command : {"zenity --file-selection", "kdialog --getopenfilename ."}) {
        FILE* pipe = popen((std::string(command) + " 2>/dev/null").c_str(), "r");
        if (!pipe) continue;
        char path[4096] = "";
        const bool got = std::fgets(path, sizeof path, pipe) != nullptr;
        const int status = pclose(pipe);
        if (status == 127 << 8) continue;  // not there
        if (!got) return;                  // cancelled
        SDL_Event event{};
        event.type = SDL_DROPFILE;
        std::string name(path);
        name.erase(name.find_last_not_of('\n') + 1);
        event.drop.file = SDL_strdup(name.c_str());
        SDL_PushEvent(&event);
        return;
    }
}

bool save_file(std::string_view name, std::string_view bytes) {
    std::ofstream out{std::string(name), std::ios::binary};
    out.write(bytes.data(), std::streamsize(bytes.size()));
    return bool(out);
}

void announce(std::string_view) {}
void offer_controls(std::string_view) {}

void open_url(std::string_view url) { SDL_OpenURL(std::string(url).c_str()); }

std::string location_fragment() { return {}; }
void set_location_fragment(std::string_view) {}
std::string location_base() { return {}; }

static std::filesystem::path setting_path(std::string_view key) {
    const char* config = std::getenv("XDG_CONFIG_HOME");
    const char* home = std::getenv("HOME");
    const std::filesystem::path folder = config
                                             ? std::filesystem::path(config)
                                             : std::filesystem::path(home ? home : ".") / ".config";
    return folder / "meada" / key;
}

std::string read_setting(std::string_view key) {
    std::ifstream in(setting_path(key), std::ios::binary);
    std::ostringstream text;
    if (in) text << in.rdbuf();
    return text.str();
}

void write_setting(std::string_view key, std::string_view value) {
    std::error_code ignored;
    const std::filesystem::path path = setting_path(key);
    std::filesystem::create_directories(path.parent_path(), ignored);
    std::ofstream(path, std::ios::binary) << value;
}

std::string preferred_language() {
    std::string found = "en";
    SDL_Locale* locales = SDL_GetPreferredLocales();
    if (locales && locales[0].language) {
        found = locales[0].language;
        if (locales[0].country) found += std::string("-") + locales[0].country;
    }
    SDL_free(locales);
    return found;
}

bool prefers_dark() { return false; }
bool prefers_reduced_motion() { return false; }
bool has_touch() { return SDL_GetNumTouchDevices() > 0; }

bool take_failed_download() { return false; }
void retry_downloads() {}

namespace {
bool& rare_font_wanted() {
    static bool wanted = false;
    return wanted;
}
}  // namespace

// Only when it is wanted: drawing its letters in every face takes some time.
std::string_view side_rare_font() {
    if (!rare_font_wanted()) return {};
    return {meada_font_rare, meada_font_rare_end};
}

void want_rare_font() {
    if (std::exchange(rare_font_wanted(), true)) return;
    reload_fonts();
    request_frame();
}

}  // namespace meada::platform
