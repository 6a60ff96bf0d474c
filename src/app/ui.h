// What panels draw with and listen by. All coordinates are points: the frame's scale is applied
// here, and edges of one pixel are put on whole pixels. ImGui gives draw lists, fonts and input;
// none of its windows and widgets is used.
#pragma once

#include <imgui.h>

#include <string>
#include <string_view>
#include <vector>

#include "app/faces.h"
#include "app/geometry.h"
#include "app/theme.h"
#include "text/text.h"

namespace meada::app {

inline bool key(ImGuiKey which) { return ImGui::IsKeyPressed(which); }

using Id = uint32_t;
Id id_of(std::string_view name, Id parent = 0);

// What the interface remembers between frames. Never facts about a run.
struct UiMemory {
    Id active = 0;             // holds the pointer since it was pressed
    Id focus = 0;              // has the keyboard's ring
    bool focus_shown = false;  // only after the keyboard moved it
    std::vector<Id> tab_order, tab_order_next;
    std::string menu;  // which is open; empty: none
    Rect menu_anchor;
    int menu_row = -1;  // chosen by the keyboard
    bool menu_just_opened = false;
    Id hot = 0;  // under the pointer
    double hot_since_s = 0;
    bool editor_has_keyboard = false;
    Id keyboard_field = 0;  // of one line, that listens instead of the editor
};

struct Tooltip {
    std::string text, key;
    Rect at;
};

struct Ui {
    const Theme* theme = nullptr;
    const Faces* faces = nullptr;
    Texts texts;
    float scale = 1;
    double time_s = 0;
    bool reduced_motion = false;
    bool touch = false;
    Point pointer;
    bool pointer_moved = false;
    ImDrawList* list = nullptr;  // being drawn to
    std::vector<Rect> clips;     // inmost last
    bool on_menu = false;        // what is drawn now lies over everything
    UiMemory* memory = nullptr;
    Tooltip tooltip;
    ImGuiMouseCursor cursor = ImGuiMouseCursor_Arrow;
};

// ---- drawing ---------------------------------------------------------------------------------

void fill(Ui&, Rect, ImU32, float radius = 0);
void outline(Ui&, Rect, ImU32, float radius = 0, float width = 1);
void dashed_outline(Ui&, Rect, ImU32, float radius, float width = 1);
void line(Ui&, Point, Point, ImU32, float width = 1);
void dashed_line(Ui&, Point, Point, ImU32, float width, float dash, float space);
void rule_across(Ui&, float x, float y, float w);  // one pixel, in the theme's rule colour
void rule_down(Ui&, float x, float y, float h);
void disc(Ui&, Point, float radius, ImU32);
void polygon(Ui&, std::initializer_list<Point>, ImU32);
// A cubic curve; `from` to `to`.
void curve(Ui&, Point from, Point bend1, Point bend2, Point to, ImU32, float width);
void fade_right(Ui&, Rect, ImU32);  // from nothing to the colour
void fade_up(Ui&, Rect, ImU32);
void fade_down(Ui&, Rect, ImU32);
void begin_clip(Ui&, Rect);
void end_clip(Ui&);

float text_width(const Ui&, Face, std::string_view);
// `middle_y` is where the middle of the capitals lies: rows centre their text by it.
void draw_text(Ui&, Face, float x, float middle_y, ImU32, std::string_view);
void draw_text_right(Ui&, Face, float right, float middle_y, ImU32, std::string_view);
void draw_text_centre(Ui&, Face, float middle_x, float middle_y, ImU32, std::string_view);
// Cut with … where it does not fit.
std::string fit_text(const Ui&, Face, std::string_view, float width);
void draw_text_fit(Ui&, Face, float x, float middle_y, float width, ImU32, std::string_view);
// Words broken into lines; returns the height. Draws nothing where `list` is null.
float draw_paragraph(Ui&, Face, Rect, float line_height, ImU32, std::string_view);

// ---- the pointer and the keyboard ------------------------------------------------------------

struct Press {
    bool hovered = false, held = false, clicked = false, pressed = false;
    bool focused = false;  // shows the ring
};
bool hovers(const Ui&, Rect);
// A control: hovered, held, clicked; by Tab and Enter too where it takes the focus.
Press press(Ui&, Id, Rect, bool takes_focus = true);
void explain(Ui&, Id, Rect, std::string text, std::string key = {});  // a tooltip on hovering
float wheel_y(const Ui&, Rect);

void begin_ui(Ui&, UiMemory&);
void end_ui(Ui&);  // focus by Tab, tooltip, cursor

}  // namespace meada::app
