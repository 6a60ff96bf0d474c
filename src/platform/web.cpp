// The web side: SDL owns the canvas, its WebGL context and the pointer; keys, text, composition,
// clipboard, storage and the address come from the page's own script, web/platform.js.
#include <SDL.h>
#include <emscripten.h>
#include <emscripten/html5.h>
#include <imgui.h>

#include <cstdlib>

#include "platform/gl.h"
#include "platform/keys.h"
#include "platform/side.h"

// web/platform.js. Strings that it returns were made by malloc and are ours to free.
extern "C" {
void meada_js_prepare();
void meada_js_start();
void meada_js_request_frame();
void meada_js_request_frame_at(double delay_ms);
void meada_js_request_work();
void meada_js_canvas_size(double* width_height_scale);
void meada_js_text_input(int active, double x, double y, double height);
int meada_js_copy(const char* text, int size);
void meada_js_pick_file(const char* accept);
void meada_js_save_file(const char* name, const char* bytes, int size);
void meada_js_open_url(const char* url);
void meada_js_announce(const char* words);
void meada_js_offer_controls(const char* json);
void meada_js_ready();
unsigned char* meada_js_download(int file);
void meada_js_fetch_rare_font();
char* meada_js_fragment();
void meada_js_set_fragment(const char* fragment);
char* meada_js_base();
char* meada_js_read_setting(const char* key);
void meada_js_write_setting(const char* key, const char* value);
char* meada_js_language();
int meada_js_prefers(int what);
}

namespace meada::platform {

static std::string taken(char* text) {
    std::string out = text ? text : "";
    std::free(text);
    return out;
}

static std::string& clipboard() {
    static std::string text;
    return text;
}

void side_prepare() {
    // No such element: SDL leaves the keyboard to web/platform.js.
    SDL_SetHint(SDL_HINT_EMSCRIPTEN_KEYBOARD_ELEMENT, "#meada-no-keyboard");
    SDL_SetHint(SDL_HINT_EMSCRIPTEN_ASYNCIFY, "0");
    meada_js_prepare();
}

CanvasSize side_canvas_size() {
    double size[3];
    meada_js_canvas_size(size);
    return {int(size[0]), int(size[1]), float(size[2]), float(size[2])};
}

void side_request_frame() {
    const Window& w = window();
    if (wants_frame())
        meada_js_request_frame();
    else if (w.next_frame_s > 0)
        meada_js_request_frame_at((w.next_frame_s - now_s()) * 1000);
}

void wake() { request_frame(); }

void side_text_input(bool active, CaretPx caret) {
    meada_js_text_input(active, double(caret.x), double(caret.y), double(caret.height));
}

const char* side_clipboard_text() { return clipboard().c_str(); }

bool copy_text(std::string_view text) {
    clipboard() = text;
    return meada_js_copy(text.data(), int(text.size()));
}

static int event_watch(void*, SDL_Event* event) {
    // Polling itself puts a mark into the queue.
    if (event->type != SDL_POLLSENTINEL) input_arrived();
    return 1;
}

int run(const WindowOptions& options, Program program) {
    window().options = options;
    window().program = std::move(program);
    if (!open_window()) return 1;
    SDL_AddEventWatch(event_watch, nullptr);
    meada_js_start();
    ImGui::GetIO().ConfigMacOSXBehaviors = meada_js_prefers(3);
    request_frame();
    meada_js_ready();
    return 0;
}

void pick_file(std::string_view accept) { meada_js_pick_file(std::string(accept).c_str()); }
bool save_file(std::string_view name, std::string_view bytes) {
    meada_js_save_file(std::string(name).c_str(), bytes.data(), int(bytes.size()));
    return true;
}
void announce(std::string_view words) { meada_js_announce(std::string(words).c_str()); }
void offer_controls(std::string_view json) { meada_js_offer_controls(std::string(json).c_str()); }

namespace {
// Of what the engine asked for and could not have.
struct Downloads {
    bool failed = false, to_be_told = false;
};
Downloads& downloads() {
    static Downloads state;
    return state;
}

// Once it has come, for good.
std::string& rare_font() {
    static std::string bytes;
    return bytes;
}
}  // namespace

std::string_view side_rare_font() { return rare_font(); }

bool take_failed_download() { return std::exchange(downloads().to_be_told, false); }
void retry_downloads() { downloads().failed = false; }

void want_rare_font() {
    if (rare_font().empty()) meada_js_fetch_rare_font();
}

void open_url(std::string_view url) { meada_js_open_url(std::string(url).c_str()); }

std::string location_fragment() { return taken(meada_js_fragment()); }
void set_location_fragment(std::string_view fragment) {
    meada_js_set_fragment(std::string(fragment).c_str());
}
std::string location_base() { return taken(meada_js_base()); }

std::string read_setting(std::string_view key) {
    return taken(meada_js_read_setting(std::string(key).c_str()));
}
void write_setting(std::string_view key, std::string_view value) {
    meada_js_write_setting(std::string(key).c_str(), std::string(value).c_str());
}

std::string preferred_language() { return taken(meada_js_language()); }
bool prefers_dark() { return meada_js_prefers(0); }
bool prefers_reduced_motion() { return meada_js_prefers(1); }
bool has_touch() { return meada_js_prefers(2); }

}  // namespace meada::platform

// ---- called by web/platform.js
// -------------------------------------------------------------------

using namespace meada::platform;

extern "C" {

// The pointer's events wait in SDL's queue; what comes after them must not overtake them.
static void take_pointer_events() {
    SDL_Event event;
    while (SDL_PollEvent(&event)) handle_event(event);
}

EMSCRIPTEN_KEEPALIVE void meada_web_frame() {
    take_pointer_events();
    if (wants_frame()) draw_frame();
    if (work_on()) meada_js_request_work();
    side_request_frame();
}

EMSCRIPTEN_KEEPALIVE void meada_web_work() {
    if (work_on()) meada_js_request_work();
}

EMSCRIPTEN_KEEPALIVE void meada_web_wake() { input_arrived(); }

EMSCRIPTEN_KEEPALIVE void meada_web_timer() { request_frame(); }

EMSCRIPTEN_KEEPALIVE double meada_web_frame_count() { return double(frame_count()); }

// Nothing is under way, and what came in is drawn. What waits for a time (a caret) does not count.
EMSCRIPTEN_KEEPALIVE int meada_web_rests() {
    return !wants_frame() && !window().working;
}

enum WebModifier { web_ctrl = 1, web_shift = 2, web_alt = 4, web_meta = 8 };

EMSCRIPTEN_KEEPALIVE void meada_web_key(const char* code, const char* key, int down,
                                        int modifiers) {
    take_pointer_events();
    ImGuiIO& io = ImGui::GetIO();
    io.AddKeyEvent(ImGuiMod_Ctrl, modifiers & web_ctrl);
    io.AddKeyEvent(ImGuiMod_Shift, modifiers & web_shift);
    io.AddKeyEvent(ImGuiMod_Alt, modifiers & web_alt);
    io.AddKeyEvent(ImGuiMod_Super, modifiers & web_meta);
    const ImGuiKey known = key_from_dom(code, key);
    if (known != ImGuiKey_None) io.AddKeyEvent(known, down != 0);
    input_arrived();
}

EMSCRIPTEN_KEEPALIVE void meada_web_text(const char* text) {
    take_pointer_events();
    window().composition = {};
    ImGui::GetIO().AddInputCharactersUTF8(text);
    input_arrived();
}

EMSCRIPTEN_KEEPALIVE void meada_web_composition(const char* text, int caret_bytes) {
    take_pointer_events();
    window().composition = {text, caret_bytes};
    input_arrived();
}

// The page's paste event: the text, then the keys that every ImGui field takes for "paste".
EMSCRIPTEN_KEEPALIVE void meada_web_paste(const char* text) {
    take_pointer_events();
    clipboard() = text;
    ImGuiIO& io = ImGui::GetIO();
    const bool mac = io.ConfigMacOSXBehaviors;
    const ImGuiKey modifier = mac ? ImGuiMod_Super : ImGuiMod_Ctrl;
    io.AddKeyEvent(modifier, true);
    io.AddKeyEvent(ImGuiKey_V, true);
    io.AddKeyEvent(ImGuiKey_V, false);
    io.AddKeyEvent(modifier, false);
    input_arrived();
}

EMSCRIPTEN_KEEPALIVE void meada_web_dragged(double x_px) {
    request_frame();  // first: the browser gets it ready meanwhile
    if (window().program.pointer_dragged) window().program.pointer_dragged(float(x_px));
}

EMSCRIPTEN_KEEPALIVE void meada_web_focus(int focused) {
    ImGui::GetIO().AddFocusEvent(focused != 0);
    input_arrived();
}

EMSCRIPTEN_KEEPALIVE void meada_web_file(const char* name, const char* bytes, int size) {
    if (window().program.file_arrived)
        window().program.file_arrived(name, std::string(bytes, size_t(size)));
    input_arrived();
}

EMSCRIPTEN_KEEPALIVE void meada_web_rare_font(const char* bytes, int size) {
    rare_font().assign(bytes, size_t(size));
    reload_fonts();
    request_frame();
}

EMSCRIPTEN_KEEPALIVE void meada_web_fragment(const char* fragment) {
    if (window().program.fragment_changed) window().program.fragment_changed(fragment);
    input_arrived();
}

// What the page downloads when a script first asks for it: the tables of characters
// (src/base/character_names.cpp) and the rare modules (src/library/rare.cpp). Kept for good; the
// call waits, because a script does. Null where there is no network, and then until another run
// begins: within one the same question has one answer.
static const unsigned char* downloaded(int file) {
    static const unsigned char* files[2] = {};
    Downloads& state = downloads();
    if (!files[file] && !state.failed) {
        files[file] = meada_js_download(file);
        state.failed = state.to_be_told = files[file] == nullptr;
        if (state.failed) request_frame();
    }
    return files[file];
}
const unsigned char* meada_fetched_character_tables() { return downloaded(0); }
const unsigned char* meada_fetched_rare_modules() { return downloaded(1); }

// The answer lives until the next call.
EMSCRIPTEN_KEEPALIVE const char* meada_web_call(const char* json) {
    static std::string answer;
    answer = window().program.called ? window().program.called(json) : std::string("null");
    return answer.c_str();
}

EMSCRIPTEN_KEEPALIVE void meada_web_closing() {
    if (window().program.closing) window().program.closing();
}

}  // extern "C"
