#include "app/kit.h"

#include <algorithm>
#include <cmath>

#include "platform/platform.h"

namespace meada::app {

namespace {

constexpr float icon_size = 16, label_gap = 6, button_pad = 10;

Face button_face(const Button& button) {
    if (button.mono) return Face::code_strong;
    return button.strong || button.kind == ButtonKind::solid ? Face::ui_strong : Face::ui;
}

ImU32 button_ground(const Ui& ui, const Button& button, const Press& state) {
    const Theme& theme = *ui.theme;
    if (button.kind == ButtonKind::solid)
        return state.held ? mix(theme.paper, theme.solid, 0.2f) : theme.solid;
    if (button.on) return theme.selection;
    if (state.hovered || state.held) return theme.sunken;
    return button.kind == ButtonKind::edged ? theme.paper : 0;
}

ImU32 button_edge(const Ui& ui, const Button& button, const Press& state) {
    const Theme& theme = *ui.theme;
    if (button.kind == ButtonKind::solid) return theme.solid;
    if (button.disabled) return button.kind == ButtonKind::edged ? theme.rule : 0;
    if (button.kind == ButtonKind::edged || button.on || state.hovered) return theme.edge;
    return 0;
}

}  // namespace

// ---- buttons -----------------------------------------------------------------------------------

float button_width(const Ui& ui, const Button& button) {
    float width = 2 * button_pad + text_width(ui, button_face(button), button.label);
    if (button.before != Icon::none) width += icon_size + label_gap;
    if (button.after != Icon::none) width += icon_size + label_gap - 2;
    return std::ceil(width);
}

bool button(Ui& ui, Id id, Rect rect, const Button& button) {
    Press state = press(ui, id, rect);
    if (button.disabled) state = {};
    if (state.hovered) ui.cursor = ImGuiMouseCursor_Hand;
    const ImU32 ground = button_ground(ui, button, state), edge = button_edge(ui, button, state);
    if (ground) fill(ui, rect, ground, size::radius_button);
    if (edge) outline(ui, rect, edge, size::radius_button);
    ImU32 ink = button.kind == ButtonKind::solid ? ui.theme->on_solid : ui.theme->ink;
    if (button.disabled) ink = ui.theme->ink3;
    float x = rect.x + button_pad;
    const float middle = rect.middle_y();
    if (button.before != Icon::none) {
        draw_icon(ui, button.before, {x + icon_size / 2, middle}, icon_size, ink);
        x += icon_size + label_gap;
    }
    draw_text(ui, button_face(button), x, middle, ink, button.label);
    if (button.after != Icon::none)
        draw_icon(ui, button.after, {rect.right() - button_pad - icon_size / 2 + 2, middle},
                  icon_size, ink);
    if (state.focused) focus_ring(ui, rect, size::radius_button);
    if (!button.explanation.empty()) explain(ui, id, rect, button.explanation, button.key);
    return state.clicked;
}

bool icon_button(Ui& ui, Id id, Rect rect, Icon icon, std::string explanation, std::string key,
                 bool on) {
    const Press state = press(ui, id, rect);
    const Theme& theme = *ui.theme;
    if (state.hovered) ui.cursor = ImGuiMouseCursor_Hand;
    if (on || state.hovered || state.held)
        fill(ui, rect, on ? theme.selection : theme.sunken, size::radius_button);
    if (on || state.hovered) outline(ui, rect, theme.edge, size::radius_button);
    draw_icon(ui, icon, {rect.middle_x(), rect.middle_y()}, icon_size, theme.ink);
    if (state.focused) focus_ring(ui, rect, size::radius_button);
    explain(ui, id, rect, std::move(explanation), std::move(key));
    return state.clicked;
}

// ---- panels ------------------------------------------------------------------------------------

void panel(Ui& ui, Rect rect) {
    fill(ui, rect, ui.theme->paper, size::radius_panel);
    outline(ui, rect, ui.theme->rule, size::radius_panel);
}

Rect panel_body(Rect rect) {
    return {rect.x + 1, rect.y + size::panel_head + 1, rect.w - 2, rect.h - size::panel_head - 2};
}

void panel_head_rule(Ui& ui, Rect rect) {
    rule_across(ui, rect.x + 1, rect.y + size::panel_head, rect.w - 2);
}

void panel_title(Ui& ui, Rect rect, std::string_view title, std::string_view aside) {
    const float middle = rect.y + size::panel_head / 2 + 0.5f, x = rect.x + size::panel_text + 1;
    draw_text(ui, Face::ui_strong, x, middle, ui.theme->ink, title);
    draw_text(ui, Face::label, x + text_width(ui, Face::ui_strong, title) + 10, middle,
              ui.theme->ink2, aside);
    panel_head_rule(ui, rect);
}

int tabs(Ui& ui, std::string_view id, Rect rect, const std::vector<Tab>& all, int chosen,
         float room_right) {
    panel_head_rule(ui, rect);
    const float middle = rect.y + size::panel_head / 2 + 0.5f, gap = 12;
    float x = rect.x + size::panel_text + 1;
    const float end = rect.right() - room_right - 8;
    // The width of the bold word is kept for all, so that nothing moves.
    std::vector<float> widths;
    float all_w = -gap;
    for (const Tab& each : all) {
        widths.push_back(text_width(ui, Face::ui_strong, each.label));
        all_w += widths.back() + gap;
    }
    const bool all_fit = x + all_w <= end;
    const float menu_w = all_fit ? 0 : 28;
    std::vector<MenuItem> hidden;
    std::vector<int> hidden_index;
    for (int i = 0; i < int(all.size()); ++i) {
        const bool on = i == chosen;
        const Tab& each = all[size_t(i)];
        const float width = widths[size_t(i)];
        // The one in front is always in sight: those before it leave it room.
        const float front_w = i < chosen ? gap + widths[size_t(chosen)] : 0;
        if (!all_fit && !on && x + width + front_w + menu_w > end) {
            hidden.push_back({each.label, {}, {}, on, false, Icon::none});
            hidden_index.push_back(i);
            continue;
        }
        const Rect target{x - gap / 2, rect.y + 2, width + gap, size::panel_head - 2};
        const Press state = press(ui, id_of(each.label, id_of(id)), target);
        if (state.clicked) chosen = i;
        if (state.hovered) ui.cursor = ImGuiMouseCursor_Hand;
        draw_text(ui, on ? Face::ui_strong : Face::ui, x, middle,
                  on || state.hovered ? ui.theme->ink : ui.theme->ink2, each.label);
        if (on) fill(ui, {x, rect.y + size::panel_head - 1, width, 2}, ui.theme->ink);
        if (state.focused) focus_ring(ui, target.inset(3), size::radius_key);
        x += width + gap;
    }
    if (!hidden.empty()) {
        const std::string name = std::string(id) + "/more";
        const Rect more{x - 4, middle - 12, 24, 24};
        if (icon_button(ui, id_of(name), more, Icon::more, {}, {})) open_menu(ui, name, more);
        const int picked = menu(ui, name, hidden);
        if (picked >= 0) chosen = hidden_index[size_t(picked)];
    }
    return chosen;
}

void empty_panel(Ui& ui, Rect body, std::string_view why, std::string_view what) {
    const Rect inner{body.x + size::panel_text, body.y + 10, body.w - 2 * size::panel_text, 0};
    const float used = draw_paragraph(ui, Face::ui, inner, 20, ui.theme->ink, why);
    draw_paragraph(ui, Face::label, {inner.x, inner.y + used + 4, inner.w, 0}, 18, ui.theme->ink2,
                   what);
}

// ---- small marks -------------------------------------------------------------------------------

float key_cap_width(const Ui& ui, std::string_view key) {
    return text_width(ui, Face::code_label, key) + 10;
}

void key_cap(Ui& ui, float x, float middle_y, std::string_view key) {
    const Rect box{x, middle_y - 9, key_cap_width(ui, key), 18};
    fill(ui, box, ui.theme->sunken, size::radius_key);
    outline(ui, box, ui.theme->rule, size::radius_key);
    draw_text(ui, Face::code_label, x + 5, middle_y, ui.theme->ink2, key);
}

void swatch(Ui& ui, float x, float middle_y, uint32_t yarn) {
    const Rect box{x, middle_y - 6, 12, 12};
    fill(ui, box, yarn_colour(*ui.theme, yarn), 3);
    if (yarn_is_second_round(yarn)) fill(ui, {x, middle_y - 1, 12, 2}, ui.theme->paper);
}

void focus_ring(Ui& ui, Rect rect, float radius) {
    outline(ui, rect.inset(-4), ui.theme->focus, radius + 4, 2);
}

float chip_width(const Ui& ui, std::string_view name, std::string_view detail) {
    return 13 + text_width(ui, Face::code_label, name) + 6 + text_width(ui, Face::label, detail) +
           9;
}

Press chip(Ui& ui, Id id, Rect rect, const Chip& chip) {
    const Theme& theme = *ui.theme;
    const Press state = press(ui, id, rect, !chip.ghost);
    const ImU32 yarn = yarn_colour(theme, chip.yarn);
    const float middle = rect.middle_y(), radius = size::radius_button;
    if (chip.ghost) {
        dashed_outline(ui, rect, theme.edge, radius);
    } else {
        fill(ui, rect, theme.raised, radius);
        ui.list->AddRectFilled({rect.x * ui.scale, rect.y * ui.scale},
                               {(rect.x + 6) * ui.scale, rect.bottom() * ui.scale}, yarn,
                               radius * ui.scale, ImDrawFlags_RoundCornersLeft);
        if (chip.now)
            outline(ui, rect, yarn, radius, 2);
        else
            outline(ui, rect, state.hovered ? theme.edge : theme.rule, radius);
    }
    if (state.hovered && !chip.ghost) ui.cursor = ImGuiMouseCursor_Hand;
    const ImU32 ink = chip.ghost ? theme.ink3 : theme.ink;
    const float x = rect.x + 13, right = rect.right() - 8;
    const Face face = chip.plain_name ? Face::label : Face::code_label;
    const float name_w = std::min(text_width(ui, face, chip.name), right - x);
    draw_text_fit(ui, face, x, middle, right - x, ink, chip.name);
    const float room = right - x - name_w - 6;
    // Less than half of it says nothing.
    const bool readable = room > 24 && room * 2 >= text_width(ui, Face::label, chip.detail);
    const std::string detail = fit_text(ui, Face::label, chip.detail, room);
    if (readable)
        draw_text_right(ui, Face::label, right, middle, chip.ghost ? theme.ink3 : theme.ink2,
                        detail);
    if (state.focused) focus_ring(ui, rect, radius);
    return state;
}

float tag_width(const Ui& ui, std::string_view name) {
    // The bold width for all, so that a tag does not jump when its task runs.
    return text_width(ui, Face::label_strong, name) + 5 + 12 + 4 + 7;
}

void tag(Ui& ui, float x, float middle_y, std::string_view name, uint32_t yarn, view::Look look) {
    const Rect box{x, middle_y - 9, tag_width(ui, name), 18};
    fill(ui, box, ui.theme->paper, 9);
    outline(ui, box, yarn_colour(*ui.theme, yarn), 9, 1.5f);
    draw_icon(ui, icon_of(look), {x + 11, middle_y}, 12, ui.theme->ink);
    draw_text(ui, look == view::Look::running ? Face::label_strong : Face::label, x + 21, middle_y,
              ui.theme->ink, name);
}

void look_words(Ui& ui, float x, float middle_y, float width, view::Look look,
                std::string_view words) {
    draw_icon(ui, icon_of(look), {x + 8, middle_y}, 16, ui.theme->ink2);
    draw_text_fit(ui, Face::ui, x + 22, middle_y, width - 22, ui.theme->ink, words);
}

// ---- menus -------------------------------------------------------------------------------------

void open_menu(Ui& ui, std::string_view name, Rect anchor) {
    UiMemory& memory = *ui.memory;
    if (memory.menu == name) {
        memory.menu.clear();
        return;
    }
    memory.menu = name;
    memory.menu_anchor = anchor;
    memory.menu_row = -1;
    memory.menu_just_opened = true;
    memory.active = 0;
}

bool menu_is_open(const Ui& ui, std::string_view name) { return ui.memory->menu == name; }

namespace {

constexpr float menu_row_h = 30, menu_tall_row_h = 46, menu_pad = 6;

float row_height(const MenuItem& item) { return item.what.empty() ? menu_row_h : menu_tall_row_h; }

Rect menu_box(const Ui& ui, const std::vector<MenuItem>& items, float least_width) {
    float w = least_width, h = 2 * menu_pad;
    for (const MenuItem& item : items) {
        const float key_w = item.key.empty() ? 0 : key_cap_width(ui, item.key) + 20;
        w = std::max(w, text_width(ui, Face::ui_strong, item.label) + key_w + 52);
        w = std::max(w, text_width(ui, Face::label, item.what) + 52);
        h += row_height(item) + (item.rule_before ? 9 : 0);
    }
    const ImVec2 display = ImGui::GetIO().DisplaySize;
    const float window_w = display.x / ui.scale, window_h = display.y / ui.scale;
    const Rect anchor = ui.memory->menu_anchor;
    float x = std::min(anchor.x, window_w - w - 8), y = anchor.bottom() + 4;
    if (y + h > window_h - 8) y = std::max(8.0f, anchor.y - h - 4);
    return {std::max(8.0f, x), y, w, h};
}

int keys_in_menu(UiMemory& memory, int count) {
    if (ImGui::IsKeyPressed(ImGuiKey_DownArrow)) memory.menu_row = (memory.menu_row + 1) % count;
    if (ImGui::IsKeyPressed(ImGuiKey_UpArrow))
        memory.menu_row = (std::max(memory.menu_row, 0) + count - 1) % count;
    if (memory.menu_row >= 0 && ImGui::IsKeyPressed(ImGuiKey_Enter, false)) return memory.menu_row;
    return -1;
}

void draw_menu_item(Ui& ui, Rect row, const MenuItem& item, bool lit) {
    const Theme& theme = *ui.theme;
    if (lit) fill(ui, row, theme.selection, size::radius_key);
    const float x = row.x + 30;
    const float top = item.what.empty() ? row.middle_y() : row.y + 15;
    const Icon icon = item.chosen ? Icon::done : item.icon;
    draw_icon(ui, icon, {row.x + 16, top}, 16, theme.ink2);
    draw_text(ui, item.what.empty() ? Face::ui : Face::ui_strong, x, top, theme.ink, item.label);
    draw_text(ui, Face::label, x, row.y + 32, theme.ink2, item.what);
    if (!item.key.empty())
        key_cap(ui, row.right() - key_cap_width(ui, item.key) - 6, top, item.key);
}

}  // namespace

int menu(Ui& ui, std::string_view name, const std::vector<MenuItem>& items, float least_width) {
    UiMemory& memory = *ui.memory;
    if (memory.menu != name || items.empty()) return -1;
    ImDrawList* below = ui.list;
    const std::vector<Rect> clips = std::exchange(ui.clips, {});
    ui.list = ImGui::GetForegroundDrawList();
    ui.on_menu = true;
    const Rect box = menu_box(ui, items, least_width);
    fill(ui, box, ui.theme->raised, size::radius_panel);
    outline(ui, box, ui.theme->edge, size::radius_panel);
    int chosen = keys_in_menu(memory, int(items.size()));
    float y = box.y + menu_pad;
    for (int i = 0; i < int(items.size()); ++i) {
        const MenuItem& item = items[size_t(i)];
        if (item.rule_before) {
            rule_across(ui, box.x + 8, y + 4, box.w - 16);
            y += 9;
        }
        const Rect row{box.x + menu_pad, y, box.w - 2 * menu_pad, row_height(item)};
        const Press state = press(ui, id_of(item.label, id_of(name)), row, false);
        if (state.hovered) {
            ui.cursor = ImGuiMouseCursor_Hand;
            if (ui.pointer_moved) memory.menu_row = i;
        }
        draw_menu_item(ui, row, item, state.hovered || memory.menu_row == i);
        if (state.clicked) chosen = i;
        y += row.h;
    }
    const bool outside = ImGui::IsMouseClicked(0) && !box.has(ui.pointer);
    const bool away = (outside && !memory.menu_just_opened) || ImGui::IsKeyPressed(ImGuiKey_Escape);
    memory.menu_just_opened = false;
    if (chosen >= 0 || away) {
        memory.menu.clear();
        platform::request_frame();
    }
    ui.on_menu = false;
    ui.list = below;
    ui.clips = clips;
    return chosen;
}

// ---- scrolling ---------------------------------------------------------------------------------

namespace {

// A finger that moves along takes the content with it, and is no tap any longer on what it came
// down on.
void scroll_by_finger(Ui& ui, Id id, Rect view, Scroll& scroll) {
    constexpr float tap_points = 8;
    const bool down = ImGui::GetIO().MouseSource == ImGuiMouseSource_TouchScreen &&
                      ImGui::IsMouseDown(0) && platform::gesture().fingers < 2;
    if (!down) {
        scroll.finger = false;
        return;
    }
    if (ImGui::IsMouseClicked(0)) {
        scroll.finger = hovers(ui, view);
        scroll.finger_from = ui.pointer;
        scroll.finger_at = scroll.at;
    }
    if (!scroll.finger) return;
    const float moved = ui.pointer.y - scroll.finger_from.y;
    const Id scrolling = id_of("finger", id);
    if (ui.memory->active != scrolling) {
        const float across = std::abs(ui.pointer.x - scroll.finger_from.x);
        if (across > tap_points) scroll.finger = false;  // a slider, a splitter
        if (std::abs(moved) <= tap_points || !scroll.finger) return;
        ui.memory->active = scrolling;
    }
    scroll.at = scroll.finger_at - moved;
}

}  // namespace

void scroll_by(Ui& ui, Id id, Rect view, float content_height, Scroll& scroll) {
    const float most = std::max(0.0f, content_height - view.h);
    scroll.at -= wheel_y(ui, view) * 60;
    if (most > 0) scroll_by_finger(ui, id, view, scroll);
    if (most > 0) {
        const float track_h = view.h - 8;
        const float thumb_h = std::max(24.0f, track_h * view.h / content_height);
        const float thumb_y = view.y + 4 + (track_h - thumb_h) * (scroll.at / most);
        const Rect thumb{view.right() - 10, thumb_y, 6, thumb_h};
        const Rect track{view.right() - 14, view.y, 14, view.h};
        const Press state = press(ui, id, track, false);
        if (state.pressed) {
            const bool on_thumb = ui.pointer.y >= thumb.y && ui.pointer.y < thumb.bottom();
            if (!on_thumb)
                scroll.at = (ui.pointer.y - view.y - thumb_h / 2) / (track_h - thumb_h) * most;
            scroll.drag_from = ui.pointer.y;
            scroll.drag_at = scroll.at;
        } else if (state.held) {
            scroll.at =
                scroll.drag_at + (ui.pointer.y - scroll.drag_from) / (track_h - thumb_h) * most;
        }
        const bool lit = state.hovered || state.held;
        if (hovers(ui, view) || state.held)
            fill(ui, thumb, with_alpha(ui.theme->edge, lit ? 1.0f : 0.55f), 3);
    }
    scroll.at = std::clamp(scroll.at, 0.0f, most);
}

void scroll_rows(Ui& ui, Id id, Rect view, float content_height, Scroll& scroll) {
    // At the top only the rest of a row: what one looks for begins under it.
    constexpr float fade_h = 18, top_h = 8, least = 4;
    const float below = content_height - view.h - scroll.at;
    // Within the panel's edge and its round corners.
    const float x = view.x + 5, w = view.w - 10;
    if (scroll.at > least) fade_up(ui, {x, view.y, w, top_h}, ui.theme->paper);
    if (below > least)
        fade_down(ui, {x, view.bottom() - fade_h, w, fade_h - 1}, ui.theme->paper);
    scroll_by(ui, id, view, content_height, scroll);
}

}  // namespace meada::app
