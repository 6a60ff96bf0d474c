#include "app/objects.h"

#include <algorithm>

namespace meada::app {

namespace {

constexpr float what_h = 28;

// What an object is, where its type stands beside it: of <Account> nothing is left to say, of
// <generator countdown> its name.
std::string beside_type(const view::ObjectRow& row) {
    const std::string& text = row.text;
    const std::string begin = "<" + row.type;
    if (!text.starts_with(begin) || !text.ends_with('>')) return text;
    const std::string rest = text.substr(begin.size(), text.size() - begin.size() - 1);
    if (rest.empty() || rest[0] == ' ') return rest.substr(rest.empty() ? 0 : 1);
    return text;
}

struct ObjectsPanel {
    Ui& ui;
    const view::Actors& actors;
    ObjectsUi& state;
    float type_w = 40, text_w = 0;

    float name(float x, float middle, float right, const view::ObjectName&);
    void names_in_row(float x, float middle, float right, const view::ObjectRow&);
    float object(Rect row, const view::ObjectRow&);
};

// "worker: mine" with the worker's yarn under it; of the module the name alone. Returns where it
// ends.
float ObjectsPanel::name(float x, float middle, float right, const view::ObjectName& name) {
    const Theme& theme = *ui.theme;
    if (const view::Actor* actor = actors.find(name.owner)) {
        const float w = std::min(text_width(ui, Face::code_label, actor->name), right - x);
        draw_text_fit(ui, Face::code_label, x, middle, w, theme.ink, actor->name);
        fill(ui, {x, middle + 7, w, 2}, yarn_colour(theme, actor->yarn));
        x += w + 6;
    } else {
        const std::string module = ui.texts[TextId::objects_module];
        draw_text(ui, Face::label, x, middle, theme.ink2, module);
        x += text_width(ui, Face::label, module) + 6;
    }
    if (x >= right) return right;
    const float w = std::min(text_width(ui, Face::code_label, name.path), right - x);
    draw_text_fit(ui, Face::code_label, x, middle, w, theme.ink2, name.path);
    return x + w;
}

// One name of each owner first: who shares it matters more than how often.
std::vector<view::ObjectName> owners_first(const view::ObjectRow& row) {
    std::vector<view::ObjectName> first, others;
    for (const view::ObjectName& each : row.names) {
        const bool known = !first.empty() && first.back().owner == each.owner;
        (known ? others : first).push_back(each);
    }
    first.insert(first.end(), others.begin(), others.end());
    return first;
}

void ObjectsPanel::names_in_row(float x, float middle, float right, const view::ObjectRow& row) {
    const std::vector<view::ObjectName> names = owners_first(row);
    for (size_t i = 0; i < names.size(); ++i) {
        const bool last = i + 1 == names.size();
        const std::string more = ui.texts(TextId::loop_more, {std::to_string(names.size() - i)});
        const float more_w = last ? 0 : text_width(ui, Face::label, more) + 16;
        const view::Actor* actor = actors.find(names[i].owner);
        const float owner_w = actor ? text_width(ui, Face::code_label, actor->name)
                                    : text_width(ui, Face::label,
                                                 ui.texts[TextId::objects_module]);
        const float w = owner_w + 6 + text_width(ui, Face::code_label, names[i].path);
        if (i > 0 && x + w + more_w > right) {
            draw_text_fit(ui, Face::label, x, middle, right - x, ui.theme->ink2, more);
            return;
        }
        x = name(x, middle, right, names[i]) + 16;
    }
}

// Returns its height: an open one has its names one under the other.
float ObjectsPanel::object(Rect row, const view::ObjectRow& shown) {
    const Theme& theme = *ui.theme;
    const Press pressed = press(ui, id_of("objects/row", Id(shown.identity)), row);
    const bool open = state.open == shown.identity;
    if (pressed.clicked) state.open = open ? 0 : shown.identity;
    if (open) fill(ui, row, theme.selection);
    if (pressed.hovered) {
        ui.cursor = ImGuiMouseCursor_Hand;
        outline(ui, row, theme.edge, 2);
    }
    const float middle = row.middle_y(), right = row.right() - size::panel_text;
    float x = row.x + size::panel_text;
    draw_icon(ui, open ? Icon::down : Icon::right, {x + 6, middle}, 14, theme.ink2);
    x += 20;
    draw_text_fit(ui, Face::code_label, x, middle, type_w, theme.ink, shown.type);
    x += type_w + 12;
    const std::string text = beside_type(shown);
    draw_text_fit(ui, Face::code_label, x, middle, text_w, theme.ink2, text);
    if (text_width(ui, Face::code_label, text) > text_w)
        explain(ui, id_of("objects/text", Id(shown.identity)), {x, row.y, text_w, row.h},
                fit_text(ui, Face::label, shown.text, 460));
    const float names_x = x + text_w + 16;
    if (pressed.focused) focus_ring(ui, row.inset(4), size::radius_key);
    if (!open) {
        names_in_row(names_x, middle, right, shown);
        return row.h;
    }
    float y = row.y;
    for (const view::ObjectName& each : shown.names) {
        const float at = y + row.h / 2;
        const float end = name(names_x, at, right, each) + 10;
        const std::string where = ui.texts(TextId::objects_name_in, {each.function});
        if (!each.function.empty() && end < right)
            draw_text_fit(ui, Face::label, end, at, right - end, theme.ink2, where);
        y += row.h;
    }
    return y - row.y;
}

}  // namespace

void draw_objects(Ui& ui, Rect body, const Moment& moment, const view::Actors& actors,
                  ObjectsUi& state) {
    const std::vector<view::ObjectRow> rows = view::objects(moment, actors);
    if (rows.empty()) {
        empty_panel(ui, body, ui.texts[TextId::objects_none], ui.texts[TextId::objects_none_what]);
        return;
    }
    ObjectsPanel panel{ui, actors, state};
    for (const view::ObjectRow& row : rows) {
        panel.type_w = std::max(panel.type_w, text_width(ui, Face::code_label, row.type));
        panel.text_w = std::max(panel.text_w, text_width(ui, Face::code_label, beside_type(row)));
    }
    panel.type_w = std::min(panel.type_w, body.w * 0.2f);
    panel.text_w = std::min(panel.text_w, body.w * 0.3f);
    begin_clip(ui, body);
    const float top = body.y - state.scroll.at;
    draw_text_fit(ui, Face::label, body.x + size::panel_text, top + what_h / 2,
                  body.w - 2 * size::panel_text, ui.theme->ink2, ui.texts[TextId::objects_what]);
    float y = top + what_h;
    for (const view::ObjectRow& row : rows) {
        y += panel.object({body.x, y, body.w, size::row}, row);
    }
    scroll_rows(ui, id_of("objects/scroll"), body, y - top + 6, state.scroll);
    end_clip(ui);
}

}  // namespace meada::app
