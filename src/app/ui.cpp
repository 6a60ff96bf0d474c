#include "app/ui.h"

#include <algorithm>
#include <cmath>

#include "app/kit.h"
#include "platform/platform.h"

namespace meada::app {

namespace {

constexpr double tooltip_after_s = 0.45;

ImVec2 px(const Ui& ui, Point point) { return {point.x * ui.scale, point.y * ui.scale}; }
// Edges lie on whole pixels, so that rules and boxes are crisp.
float snap(const Ui& ui, float points) { return std::round(points * ui.scale); }
float width_px(const Ui& ui, float width) { return std::max(1.0f, std::round(width * ui.scale)); }
ImFont* font_of(const Ui& ui, Face face) { return ui.faces->fonts[size_t(face)]; }

}  // namespace

Id id_of(std::string_view name, Id parent) {
    Id hash = 2166136261u ^ (parent * 16777619u);
    for (const char letter : name) hash = (hash ^ uint8_t(letter)) * 16777619u;
    return hash == 0 ? 1 : hash;
}

// ---- drawing -----------------------------------------------------------------------------------

void fill(Ui& ui, Rect rect, ImU32 colour, float radius) {
    ui.list->AddRectFilled({snap(ui, rect.x), snap(ui, rect.y)},
                           {snap(ui, rect.right()), snap(ui, rect.bottom())}, colour,
                           radius * ui.scale);
}

void outline(Ui& ui, Rect rect, ImU32 colour, float radius, float width) {
    const float thick = std::max(1.0f, width * ui.scale), half = thick / 2;
    // AddRect strokes half a pixel inside by itself; that is undone here.
    ui.list->AddRect({snap(ui, rect.x) + half - 0.5f, snap(ui, rect.y) + half - 0.5f},
                     {snap(ui, rect.right()) - half + 0.5f, snap(ui, rect.bottom()) - half + 0.5f},
                     colour, std::max(0.0f, radius * ui.scale - half), 0, thick);
}

void dashed_line(Ui& ui, Point from, Point to, ImU32 colour, float width, float dash, float space) {
    const float dx = to.x - from.x, dy = to.y - from.y, length = std::hypot(dx, dy);
    if (length <= 0) return;
    for (float at = 0; at < length; at += dash + space) {
        const float end = std::min(at + dash, length);
        line(ui, {from.x + dx * at / length, from.y + dy * at / length},
             {from.x + dx * end / length, from.y + dy * end / length}, colour, width);
    }
}

void dashed_outline(Ui& ui, Rect rect, ImU32 colour, float radius, float width) {
    const Rect r = rect.inset(0.5f);
    dashed_line(ui, {r.x + radius, r.y}, {r.right() - radius, r.y}, colour, width, 3, 2);
    dashed_line(ui, {r.x + radius, r.bottom()}, {r.right() - radius, r.bottom()}, colour, width, 3,
                2);
    dashed_line(ui, {r.x, r.y + radius}, {r.x, r.bottom() - radius}, colour, width, 3, 2);
    dashed_line(ui, {r.right(), r.y + radius}, {r.right(), r.bottom() - radius}, colour, width, 3,
                2);
    const float q = radius * ui.scale, thick = width * ui.scale, pi = 3.14159265f;
    const auto corner = [&](float x, float y, float from) {
        ui.list->PathArcTo({x * ui.scale, y * ui.scale}, q, from, from + pi / 2);
        ui.list->PathStroke(colour, 0, thick);
    };
    corner(r.x + radius, r.y + radius, pi);
    corner(r.right() - radius, r.y + radius, -pi / 2);
    corner(r.right() - radius, r.bottom() - radius, 0);
    corner(r.x + radius, r.bottom() - radius, pi / 2);
}

void line(Ui& ui, Point from, Point to, ImU32 colour, float width) {
    ui.list->PathLineTo(px(ui, from));
    ui.list->PathLineTo(px(ui, to));
    ui.list->PathStroke(colour, 0, width * ui.scale);
}

void rule_across(Ui& ui, float x, float y, float w) {
    const float top = snap(ui, y), thick = width_px(ui, 1);
    ui.list->AddRectFilled({snap(ui, x), top}, {snap(ui, x + w), top + thick}, ui.theme->rule);
}

void rule_down(Ui& ui, float x, float y, float h) {
    const float left = snap(ui, x), thick = width_px(ui, 1);
    ui.list->AddRectFilled({left, snap(ui, y)}, {left + thick, snap(ui, y + h)}, ui.theme->rule);
}

void disc(Ui& ui, Point centre, float radius, ImU32 colour) {
    ui.list->AddCircleFilled(px(ui, centre), radius * ui.scale, colour);
}

void polygon(Ui& ui, std::initializer_list<Point> points, ImU32 colour) {
    for (const Point& point : points) ui.list->PathLineTo(px(ui, point));
    ui.list->PathFillConvex(colour);
}

void curve(Ui& ui, Point from, Point bend1, Point bend2, Point to, ImU32 colour, float width) {
    ui.list->AddBezierCubic(px(ui, from), px(ui, bend1), px(ui, bend2), px(ui, to), colour,
                            width * ui.scale);
}

static_assert(IM_COL32(1, 2, 3, 4) == 0x04030201);  // as the theme writes its colours

void fade_right(Ui& ui, Rect rect, ImU32 colour) {
    const ImU32 none = colour & ~IM_COL32_A_MASK;
    ui.list->AddRectFilledMultiColor({snap(ui, rect.x), snap(ui, rect.y)},
                                     {snap(ui, rect.right()), snap(ui, rect.bottom())}, none,
                                     colour, colour, none);
}

void fade_up(Ui& ui, Rect rect, ImU32 colour) {
    const ImU32 none = colour & ~IM_COL32_A_MASK;
    ui.list->AddRectFilledMultiColor({snap(ui, rect.x), snap(ui, rect.y)},
                                     {snap(ui, rect.right()), snap(ui, rect.bottom())}, colour,
                                     colour, none, none);
}

void fade_down(Ui& ui, Rect rect, ImU32 colour) {
    const ImU32 none = colour & ~IM_COL32_A_MASK;
    ui.list->AddRectFilledMultiColor({snap(ui, rect.x), snap(ui, rect.y)},
                                     {snap(ui, rect.right()), snap(ui, rect.bottom())}, none, none,
                                     colour, colour);
}

void begin_clip(Ui& ui, Rect rect) {
    Rect inner = rect;
    if (!ui.clips.empty()) {
        const Rect& outer = ui.clips.back();
        const float right = std::min(rect.right(), outer.right());
        const float bottom = std::min(rect.bottom(), outer.bottom());
        inner.x = std::max(rect.x, outer.x);
        inner.y = std::max(rect.y, outer.y);
        inner.w = std::max(0.0f, right - inner.x);
        inner.h = std::max(0.0f, bottom - inner.y);
    }
    ui.clips.push_back(inner);
    ui.list->PushClipRect({snap(ui, inner.x), snap(ui, inner.y)},
                          {snap(ui, inner.right()), snap(ui, inner.bottom())});
}

void end_clip(Ui& ui) {
    ui.clips.pop_back();
    ui.list->PopClipRect();
}

// ---- text --------------------------------------------------------------------------------------

float text_width(const Ui& ui, Face face, std::string_view text) {
    const ImFont* font = font_of(ui, face);
    return font->CalcTextSizeA(font->FontSize, FLT_MAX, 0, text.data(), text.data() + text.size())
               .x /
           ui.scale;
}

void draw_text(Ui& ui, Face face, float x, float middle_y, ImU32 colour, std::string_view text) {
    if (text.empty()) return;
    if (has_rare_letters(text)) platform::want_rare_font();
    const ImFont* font = font_of(ui, face);
    const float cap = ui.faces->cap_height[size_t(face)];
    const float baseline = std::round((middle_y + cap / 2) * ui.scale);
    ui.list->AddText(font, font->FontSize, {std::round(x * ui.scale), baseline - font->Ascent},
                     colour, text.data(), text.data() + text.size());
}

void draw_text_right(Ui& ui, Face face, float right, float middle_y, ImU32 colour,
                     std::string_view text) {
    draw_text(ui, face, right - text_width(ui, face, text), middle_y, colour, text);
}

void draw_text_centre(Ui& ui, Face face, float middle_x, float middle_y, ImU32 colour,
                      std::string_view text) {
    draw_text(ui, face, middle_x - text_width(ui, face, text) / 2, middle_y, colour, text);
}

std::string fit_text(const Ui& ui, Face face, std::string_view text, float width) {
    if (text_width(ui, face, text) <= width) return std::string(text);
    const float room = width - text_width(ui, face, "…");
    size_t low = 0, high = text.size();
    while (low < high) {
        const size_t half = (low + high + 1) / 2;
        if (text_width(ui, face, text.substr(0, half)) <= room)
            low = half;
        else
            high = half - 1;
    }
    while (low > 0 && (uint8_t(text[low]) & 0xC0) == 0x80) --low;
    while (low > 0 && text[low - 1] == ' ') --low;
    return std::string(text.substr(0, low)) + "…";
}

void draw_text_fit(Ui& ui, Face face, float x, float middle_y, float width, ImU32 colour,
                   std::string_view text) {
    draw_text(ui, face, x, middle_y, colour, fit_text(ui, face, text, width));
}

float draw_paragraph(Ui& ui, Face face, Rect rect, float line_height, ImU32 colour,
                     std::string_view text) {
    float y = rect.y;
    std::string row;
    const auto flush = [&] {
        if (ui.list) draw_text(ui, face, rect.x, y + line_height / 2, colour, row);
        y += line_height;
        row.clear();
    };
    size_t at = 0;
    while (at < text.size()) {
        const size_t end = std::min(text.find(' ', at), text.size());
        const std::string longer = row.empty() ? std::string(text.substr(at, end - at))
                                               : row + " " + std::string(text.substr(at, end - at));
        if (!row.empty() && text_width(ui, face, longer) > rect.w) {
            flush();
            continue;
        }
        row = longer;
        at = end + 1;
    }
    if (!row.empty()) flush();
    return y - rect.y;
}

// ---- pointer and keyboard ----------------------------------------------------------------------

bool hovers(const Ui& ui, Rect rect) {
    if (!ui.memory->menu.empty() && !ui.on_menu) return false;
    if (!ui.clips.empty() && !ui.clips.back().has(ui.pointer)) return false;
    return rect.has(ui.pointer);
}

Press press(Ui& ui, Id id, Rect rect, bool takes_focus) {
    UiMemory& memory = *ui.memory;
    Press out;
    out.hovered = hovers(ui, rect) && (memory.active == 0 || memory.active == id);
    if (out.hovered && ImGui::IsMouseClicked(0) && memory.active == 0) {
        memory.active = id;
        out.pressed = true;
        memory.focus_shown = false;
    }
    out.held = memory.active == id;
    if (out.held && ImGui::IsMouseReleased(0)) out.clicked = out.hovered;
    if (!takes_focus || (!memory.menu.empty() && !ui.on_menu)) return out;
    memory.tab_order_next.push_back(id);
    if (memory.focus != id || !memory.focus_shown) return out;
    out.focused = true;
    if (!memory.editor_has_keyboard && !memory.keyboard_field &&
        (ImGui::IsKeyPressed(ImGuiKey_Enter, false) ||
         ImGui::IsKeyPressed(ImGuiKey_KeypadEnter, false)))
        out.clicked = true;
    return out;
}

void explain(Ui& ui, Id id, Rect rect, std::string text, std::string key) {
    UiMemory& memory = *ui.memory;
    if (!hovers(ui, rect) || ui.touch) {
        if (memory.hot == id) memory.hot = 0;
        return;
    }
    if (memory.hot != id) {
        memory.hot = id;
        memory.hot_since_s = ui.time_s;
    }
    const double left_s = memory.hot_since_s + tooltip_after_s - ui.time_s;
    if (memory.active != 0) return;
    if (left_s > 0)
        platform::request_frame_after(left_s);
    else
        ui.tooltip = {std::move(text), std::move(key), rect};
}

float wheel_y(const Ui& ui, Rect rect) { return hovers(ui, rect) ? ImGui::GetIO().MouseWheel : 0; }

void begin_ui(Ui& ui, UiMemory& memory) {
    ui.memory = &memory;
    ui.list = ImGui::GetBackgroundDrawList();
    const ImVec2 at = ImGui::GetIO().MousePos;
    ui.pointer = {at.x / ui.scale, at.y / ui.scale};
    memory.tab_order_next.clear();
    if (memory.active != 0 && !ImGui::IsMouseDown(0) && !ImGui::IsMouseReleased(0))
        memory.active = 0;
}

namespace {

void move_focus(UiMemory& memory) {
    if (memory.editor_has_keyboard || memory.keyboard_field || memory.tab_order.empty()) return;
    if (!ImGui::IsKeyPressed(ImGuiKey_Tab)) return;
    const auto& order = memory.tab_order;
    const auto at = std::find(order.begin(), order.end(), memory.focus);
    const bool back = ImGui::GetIO().KeyShift;
    const int count = int(order.size());
    int index = at == order.end() ? (back ? 0 : -1) : int(at - order.begin());
    if (memory.focus_shown || at == order.end()) index += back ? -1 : 1;
    memory.focus = order[size_t((index + count) % count)];
    memory.focus_shown = true;
    platform::request_frame();
}

void draw_tooltip(Ui& ui) {
    if (ui.tooltip.text.empty() || !ui.memory->menu.empty()) return;
    const Tooltip& tip = ui.tooltip;
    const float key_w = tip.key.empty() ? 0 : key_cap_width(ui, tip.key) + 8;
    const float w = text_width(ui, Face::label, tip.text) + key_w + 20, h = 26;
    const ImVec2 display = ImGui::GetIO().DisplaySize;
    const float window_w = display.x / ui.scale, window_h = display.y / ui.scale;
    float x = tip.at.middle_x() - w / 2, y = tip.at.bottom() + 6;
    if (y + h > window_h - 4) y = tip.at.y - h - 6;
    x = std::clamp(x, 6.0f, std::max(6.0f, window_w - w - 6));
    const Rect box{x, y, w, h};
    fill(ui, box, ui.theme->raised, size::radius_button);
    outline(ui, box, ui.theme->edge, size::radius_button);
    draw_text(ui, Face::label, x + 10, box.middle_y(), ui.theme->ink, tip.text);
    if (key_w > 0) key_cap(ui, box.right() - 10 - (key_w - 8), box.middle_y(), tip.key);
}

}  // namespace

void end_ui(Ui& ui) {
    UiMemory& memory = *ui.memory;
    memory.tab_order = memory.tab_order_next;
    move_focus(memory);
    ui.list = ImGui::GetForegroundDrawList();
    draw_tooltip(ui);
    if (memory.active != 0 && ImGui::IsMouseReleased(0)) memory.active = 0;
    ImGui::SetMouseCursor(ui.cursor);
}

}  // namespace meada::app
