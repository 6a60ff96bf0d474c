// Inside of platform: what the two sides (desktop.cpp, web.cpp) and window.cpp owe each other.
#pragma once

#include <SDL.h>

#include "platform/platform.h"

namespace meada::platform {

// The one window of the program. Its only mutable global: SDL and the browser call back without
// a context.
struct Window {
    WindowOptions options;
    Program program;
    SDL_Window* sdl = nullptr;
    SDL_GLContext gl = nullptr;
    Composition composition;
    CaretPx caret{};
    bool text_wanted = false;  // someone asked for text in the frame being built
    bool text_active = false;  // the system's text input is on
    bool fonts_stale = true;
    bool quitting = false;
    bool working = false;  // the program has long work to do between frames
    float scale = 0;  // that the fonts were made for
    uint64_t frame_count = 0;
    int frames_to_settle = 3;  // ImGui takes a frame or two after input
    bool frame_asked = false;  // one more, whatever came in
    double next_frame_s = 0;  // 0: none asked for
    double last_frame_s = 0;
};
Window& window();

// window.cpp, for the sides.
bool open_window();
void handle_event(const SDL_Event&);
void draw_frame();
void input_arrived();  // a few frames are wanted
bool wants_frame();    // as soon as the screen takes one
bool work_on();        // false: nothing is left to do
double now_s();

// touch.cpp, for window.cpp.
void handle_finger(const SDL_TouchFingerEvent&);
void begin_gesture_frame();  // what has happened since the last one is told in this one

// For window.cpp, by each side.
struct CanvasSize {
    int width_px, height_px;
    float scale;          // pixels a point
    float pointer_scale;  // pixels a unit of SDL's mouse positions
};
CanvasSize side_canvas_size();
void side_prepare();  // before SDL starts
void side_request_frame();
void side_text_input(bool active, CaretPx);
const char* side_clipboard_text();
std::string_view side_rare_font();  // empty: not there yet
// The window's pixels are there when the next frame is drawn: only what differs need be.
constexpr bool side_keeps_pixels() {
#ifdef __EMSCRIPTEN__
    return true;
#else
    return false;
#endif
}
constexpr bool side_keys_come_from_sdl() {
#ifdef __EMSCRIPTEN__
    return false;
#else
    return true;
#endif
}

}  // namespace meada::platform
