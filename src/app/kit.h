// The small parts that panels are put together from: buttons, tabs, chips, tags, menus,
// scrollbars, key caps. Each is drawn and answers in one call.
#pragma once

#include <functional>

#include "app/icons.h"
#include "app/ui.h"
#include "view/view.h"

namespace meada::app {

// ---- buttons ---------------------------------------------------------------------------------

enum class ButtonKind : uint8_t { edged, bare, solid };

struct Button {
    std::string label = {};
    ButtonKind kind = ButtonKind::edged;
    Icon before = Icon::none, after = Icon::none;
    bool on = false;      // pressed in
    bool strong = false;  // label in bold
    bool disabled = false;
    bool mono = false;
    std::string explanation = {}, key = {};  // shown on hovering
};
float button_width(const Ui&, const Button&);
bool button(Ui&, Id, Rect, const Button&);
// A square one with an icon.
bool icon_button(Ui&, Id, Rect, Icon, std::string explanation, std::string key = {},
                 bool on = false);

// ---- panels ------------------------------------------------------------------------------------

void panel(Ui&, Rect);  // paper, rule, radius
Rect panel_body(Rect);  // under the head
void panel_title(Ui&, Rect panel, std::string_view title, std::string_view aside = {});
void panel_head_rule(Ui&, Rect panel);

struct Tab {
    std::string label;
    std::string aside;
};
// Tabs in a panel's head; returns the chosen one. What does not fit goes into a "…" menu.
int tabs(Ui&, std::string_view id, Rect panel, const std::vector<Tab>&, int chosen,
         float room_right);

// Two sentences: why it is empty, what would fill it.
void empty_panel(Ui&, Rect body, std::string_view why, std::string_view what);

// ---- small marks -------------------------------------------------------------------------------

float key_cap_width(const Ui&, std::string_view key);
void key_cap(Ui&, float x, float middle_y, std::string_view key);
void swatch(Ui&, float x, float middle_y, uint32_t yarn);
void focus_ring(Ui&, Rect, float radius);

struct Chip {
    std::string name = {}, detail = {};
    uint32_t yarn = 0;
    bool now = false, ghost = false, plain_name = false;
};
Press chip(Ui&, Id, Rect, const Chip&);
float chip_width(const Ui&, std::string_view name, std::string_view detail);

float tag_width(const Ui&, std::string_view name);
void tag(Ui&, float x, float middle_y, std::string_view name, uint32_t yarn, view::Look);

// A state as icon and word.
void look_words(Ui&, float x, float middle_y, float width, view::Look, std::string_view words);

// ---- menus -------------------------------------------------------------------------------------

struct MenuItem {
    std::string label = {}, what = {}, key = {};
    bool chosen = false;
    bool rule_before = false;
    Icon icon = Icon::none;
};
void open_menu(Ui&, std::string_view name, Rect anchor);
bool menu_is_open(const Ui&, std::string_view name);
// Drawn over everything, under its anchor; the index of what was chosen, or -1.
int menu(Ui&, std::string_view name, const std::vector<MenuItem>&, float least_width = 180);

// ---- scrolling ---------------------------------------------------------------------------------

struct Scroll {
    float at = 0;  // points from the top
    float drag_from = 0, drag_at = 0;
    bool finger = false;  // came down here and is still there
    Point finger_from = {};
    float finger_at = 0;
};
// Wheel, bar and finger; the bar shows only while there is more than fits.
void scroll_by(Ui&, Id, Rect view, float content_height, Scroll&);
// The same for rows on paper that are drawn already: where more of them lie beyond an edge they
// fade out there, so that nobody takes the half of a row for a fault or the list for its end.
void scroll_rows(Ui&, Id, Rect view, float content_height, Scroll&);

}  // namespace meada::app
