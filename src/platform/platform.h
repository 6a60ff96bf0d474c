// The machine that the window stands on: window, input, clipboard, files, GL.
//
// One program, two sides: desktop.cpp (SDL) and web.cpp (SDL for canvas and pointer, the page's
// own script web/platform.js for keys, text, clipboard and storage). Nothing above this folder
// calls SDL, GL or the browser.
//
// All coordinates are physical pixels, so that text is crisp at any device pixel ratio: a size
// that a person should see as 13 points is drawn as 13 * frame.scale.
//
// An idle window draws no frames: one is drawn after input, and when request_frame() was called.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

struct ImDrawList;

namespace meada::platform {

// ---- window ------------------------------------------------------------------------------

struct WindowOptions {
    std::string title = "Meada";
    int width_points = 0;  // 0: where and as large as it was the last time, or 1280 by 720
    int height_points = 0;
    float scale = 0;              // 0: as the system says
    int frame_max = 0;            // for tests: end after so many frames; 0: never
    std::string screenshot_path;  // desktop, for tests: the last frame as a binary PPM
};

// Takes the window's own options out of a command line: --frames N, --screenshot FILE, --size WxH,
// --scale X. Tests and pictures for the documentation are made with them; what is left is the
// program's. False: one of them has no value that can be read, and is left in front.
bool take_window_options(std::vector<std::string>& arguments, WindowOptions&);

struct Frame {
    float width_px;
    float height_px;
    float scale;    // pixels a point
    double time_s;  // the host's steady clock, from some start
};

// What the program does when asked. Every field but `draw` may be empty.
struct Program {
    // Fills ImGui's font atlas for a scale; called before the first frame, when the scale
    // changes (the window moves to another screen, the page is zoomed) and after reload_fonts().
    std::function<void(float scale)> load_fonts;
    // Builds one ImGui frame.
    std::function<void(const Frame&)> draw;
    // Does a few milliseconds of long work; true while more is left. Called after a frame and then,
    // as long as it says so, between frames, where input can come in between.
    std::function<bool()> work;
    // Web: the pointer has moved with its button down. Told at once, some milliseconds before the
    // frame that shows it: what takes long can begin.
    std::function<void(float x_px)> pointer_dragged;
    // Files that were dropped onto the window or picked after pick_file().
    std::function<void(std::string name, std::string bytes)> file_arrived;
    // Desktop: a line of text was dropped onto the window.
    std::function<void(std::string text)> text_dropped;
    // Web: the part of the address after `#` was changed by the person (without the `#`).
    std::function<void(std::string fragment)> fragment_changed;
    // Web: a call of window.meada: its JSON in, its JSON out.
    std::function<std::string(std::string_view json)> called;
    // The window is about to close or the page to be left: save what must not be lost.
    std::function<void()> closing;
};

// Opens the window and runs the program. Desktop: returns at the end with the exit status. Web:
// returns at once and the page lives on, so `program` must own whatever it uses.
int run(const WindowOptions&, Program);

// Desktop: ends run() after this frame. Web: nothing.
void quit();

void set_title(std::string_view);

// ---- frames ------------------------------------------------------------------------------

// Asks for a frame as soon as the screen takes one. Safe at any time on the window's thread.
void request_frame();
// Said within a frame: the frames that follow input would show the same, and are not needed.
void settle();
// Asks for a frame after so many seconds (a blinking caret); the earliest request counts.
void request_frame_after(double seconds);
// From another thread (desktop workers): wakes the window, which then draws a frame.
void wake();
// Frames drawn since the start: an idle window's number stays.
uint64_t frame_count();
// load_fonts() is called again before the next frame (another language's glyphs are needed).
void reload_fonts();

// ---- text input --------------------------------------------------------------------------
// ImGui's own input fields work by themselves. An editor of its own calls text_input_at() in
// every frame in which it has the keyboard: typed text then comes through ImGui's
// io.InputQueueCharacters, keys through ImGui::IsKeyPressed, and composition() is to be drawn
// at the caret. Paste is Ctrl+V in both worlds: when the editor sees the key,
// ImGui::GetClipboardText() is the system clipboard's text.

struct CaretPx {
    float x, y, height;
};
void text_input_at(CaretPx);

// What an input method has composed and not yet committed (dead keys, accents, kana).
struct Composition {
    std::string text;     // UTF-8; empty: nothing is composed
    int caret_bytes = 0;  // where the caret is inside it
};
const Composition& composition();

// Puts text onto the system clipboard; true when the system took it (web: as far as is known).
bool copy_text(std::string_view);

// ---- touch -------------------------------------------------------------------------------
// One finger is ImGui's mouse (io.MouseSource says so). Two are a gesture, as a map takes it.

struct Gesture {
    int fingers = 0;       // on the screen now
    float x = 0, y = 0;    // middle of the first two, pixels
    float moved_x = 0, moved_y = 0;  // of that middle, since the last frame
    float stretch = 1;     // their distance over that in the last frame
};
const Gesture& gesture();

// ---- files, links, settings --------------------------------------------------------------

// Lets the person pick a file; it arrives by Program::file_arrived. `accept`: ".py,.json".
void pick_file(std::string_view accept);
// Web: a download. Desktop: writes into the current folder. True when done.
bool save_file(std::string_view name, std::string_view bytes);
void open_url(std::string_view url);

// For people who listen instead of looking: what the window now shows, in one sentence. Web: the
// page's live region; desktop: nothing.
void announce(std::string_view words);
// What can be done, as real buttons beside the canvas, for the same people: {"language", "label",
// "controls": [{"name", "label", "key"}]}. Web: one calls {"method": "command", "name": …};
// desktop: nothing.
void offer_controls(std::string_view json);

// Web: the address after `#`; desktop: empty.
std::string location_fragment();
// Web: changes the address without a new page or history entry; desktop: nothing.
void set_location_fragment(std::string_view);
// Web: the page's address without fragment; desktop: empty. Links are made from it.
std::string location_base();

// Small settings and the script being edited; kept per browser or per user.
std::string read_setting(std::string_view key);  // empty: none
void write_setting(std::string_view key, std::string_view value);

// As the person set their system: "en", "pt-BR", … ; dark colours; less motion.
std::string preferred_language();
bool prefers_dark();
bool prefers_reduced_motion();
// Coarse pointer: targets are at least 44 points.
bool has_touch();

// Web: a script asked for what the page downloads only then, and it could not be had; true once.
// Until retry_downloads() the script is told so without another try.
bool take_failed_download();
void retry_downloads();

// ---- fonts -------------------------------------------------------------------------------
// The files for Program::load_fonts, embedded: give them to ImGui's atlas with
// FontDataOwnedByAtlas = false. Empty in a build whose machine had none: use ImGui's default.

// `rare` has what stands in few scripts (Greek, Cyrillic, boxes …), to be merged into the others.
// It is there some time after want_rare_font(), which asks for reload_fonts() then.
enum class Font { ui, ui_strong, code, code_strong, code_italic, book, rare };
std::string_view font_file(Font);
void want_rare_font();

// ---- shaders -----------------------------------------------------------------------------
// Quads drawn by a pair of shaders of the program's own, all with one call (instancing). The
// sources have no #version; the vertex shader is called for the corners gl_VertexID 0 to 3 of each
// quad and gets
//   in vec4 quad_rect; in vec4 quad_values; in vec4 quad_color;
//   uniform vec4 view;    // left, top, width, height of the whole window, pixels
// the fragment shader out_color; both get uniform float scale, pixels a point.

struct Quad {
    float x, y, width, height;  // pixels
    float values[4];            // as the shaders understand them
    uint32_t colour;            // as ImGui packs them
};
struct Shader {
    uint32_t index;
};
Shader make_shader(std::string vertex_source, std::string fragment_source);
void draw_quads(ImDrawList*, Shader, float scale, std::vector<Quad>);
// What the driver said about a shader that did not compile; empty: fine or not yet used.
const std::string& shader_error(Shader);

}  // namespace meada::platform
