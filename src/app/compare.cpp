#include "app/compare.h"

#include <algorithm>

#include "app/timeline_parts.h"
#include "platform/platform.h"

namespace meada::app {

namespace {

constexpr float head_h = 26, names_w = 156, verdict_h = 62;

struct ComparedRun {
    const Moment& moment;
    const view::LaneCache& lanes;
    std::vector<Serial>& folded;
    int& cores_folded;
    Scroll& scroll;
    TextId name;
    double axis_ns;  // that both are drawn on
};

// Name, machine and time over its lanes.
void draw_compared(Ui& ui, Rect rect, const ComparedRun& run) {
    const Theme& theme = *ui.theme;
    const float middle = rect.y + head_h / 2, right = rect.right() - size::panel_text;
    rule_across(ui, rect.x, rect.y, rect.w);
    const std::string name = ui.texts[run.name], end = ui.texts.time(run.moment.end_ns);
    draw_text(ui, Face::ui_strong, rect.x + size::panel_text, middle, theme.ink, name);
    const float x = rect.x + size::panel_text + text_width(ui, Face::ui_strong, name) + 10;
    const std::string machine = view::machine_words(*run.moment.spec, ui.texts);
    const float end_w = text_width(ui, Face::ui_strong, end);
    draw_text_fit(ui, Face::label, x, middle, right - end_w - 12 - x, theme.ink2, machine);
    draw_text_right(ui, Face::ui_strong, right, middle, theme.ink, end);
    TimelineArea area;
    area.rows = view::lane_rows(run.lanes, run.folded, run.cores_folded == 1);
    if (area.rows.empty()) return;
    const Rect all{rect.x, rect.y + head_h, rect.w, rect.h - head_h};
    area.lanes = {all.x + names_w, all.y, all.w - names_w, all.h};
    area.ruler = {area.lanes.x, all.y, area.lanes.w, 0};
    area.end_ns = run.axis_ns;
    place_lanes(area);
    area.scroll = run.scroll.at;
    begin_clip(ui, all);
    draw_lanes(ui, area, run.moment, run.lanes, -100);
    draw_marks(ui, area, run.moment, run.lanes, {});
    draw_lane_names(ui, area, {all.x, all.y, names_w, all.h}, run.moment,
                    {run.folded, run.cores_folded});
    const float end_x = area.x_of(double(run.moment.end_ns));
    line(ui, {end_x, all.y}, {end_x, all.bottom()}, theme.ink, 1.5f);
    end_clip(ui);
    scroll_by(ui, id_of("compare/scroll", Id(run.name)), all, area.tops.back(), run.scroll);
}

command::Compare compare_on(const Moment& moment, const view::PresetChoice& preset) {
    return {view::preset_machine(*moment.spec, preset.preset)};
}

// The machines with names, to run the same script on.
Commands choose_other(Ui& ui, Rect rect, float right, const Moment& moment,
                      const view::MachineKnobs& knobs) {
    Commands commands;
    const Button with{
        .label = ui.texts[TextId::compare_with], .kind = ButtonKind::edged, .after = Icon::down};
    const float w = button_width(ui, with);
    const Rect at{right - w, rect.y + 4, w, 24};
    if (button(ui, id_of("compare/with"), at, with)) open_menu(ui, "compare", at);
    std::vector<MenuItem> items;
    for (const view::PresetChoice& each : knobs.presets)
        items.push_back({.label = each.name, .chosen = each.on});
    const int picked = menu(ui, "compare", items, 220);
    if (picked >= 0) commands.push_back(compare_on(moment, knobs.presets[size_t(picked)]));
    return commands;
}

// Nothing is compared yet: the same machines as buttons, each with what it is.
Commands choose_first(Ui& ui, Rect body, const Moment& moment, const view::MachineKnobs& knobs) {
    constexpr float row_h = 40, button_most_w = 200, line_h = 16;
    Commands commands;
    empty_panel(ui, body, ui.texts[TextId::compare_none], ui.texts[TextId::compare_none_what]);
    float y = body.y + 68;
    for (const view::PresetChoice& each : knobs.presets) {
        if (y + row_h > body.bottom()) break;
        const Button look{.label = each.name, .kind = ButtonKind::edged};
        const float w = std::max(button_most_w, button_width(ui, look));
        const Rect at{body.x + size::panel_text, y, w, size::button};
        if (button(ui, id_of(each.preset, id_of("compare/first")), at, look))
            commands.push_back(compare_on(moment, each));
        const float room = body.right() - size::panel_text - at.right() - 12;
        const float lines = text_width(ui, Face::label, each.what) > room ? 2 : 1;
        draw_paragraph(ui, Face::label,
                       {at.right() + 12, at.middle_y() - lines * line_h / 2, room, 0}, line_h,
                       ui.theme->ink2, each.what);
        y += row_h;
    }
    return commands;
}

}  // namespace

Commands draw_compare(Ui& ui, Rect rect, const CompareLook& look, CompareUi& state) {
    const Theme& theme = *ui.theme;
    panel(ui, rect);
    panel_title(ui, rect, ui.texts[TextId::compare_title]);
    const float x = rect.right() - 8 - 24;
    Commands commands;
    if (icon_button(ui, id_of("compare/close"), {x, rect.y + 4, 24, 24}, Icon::close,
                    ui.texts[TextId::dismiss], "Esc")) {
        state.open = false;
        commands.push_back(command::StopComparing{});
    }
    const view::MachineKnobs knobs = view::machine_knobs(*look.moment->spec, ui.texts);
    append(commands, choose_other(ui, rect, x - 6, *look.moment, knobs));
    const Rect body = panel_body(rect);
    if (!look.other) {
        append(commands, choose_first(ui, body, *look.moment, knobs));
        return commands;
    }
    view::update(state.lanes, *look.other);
    if (!look.other->ended) platform::request_frame_after(0.1);
    const view::Comparison told = view::compare(*look.moment, *look.other, ui.texts);
    if (look.other->ended && state.told != told.verdict) platform::announce(told.verdict);
    if (look.other->ended) state.told = told.verdict;
    begin_clip(ui, body);
    const float room = body.w - 2 * size::panel_text;
    draw_text_fit(ui, Face::card, body.x + size::panel_text, body.y + 20, room, theme.ink,
                  told.verdict);
    draw_text_fit(ui, Face::ui, body.x + size::panel_text, body.y + 44, room, theme.ink2,
                  told.output);
    const double axis_ns =
        std::max(1000.0, double(std::max(look.moment->end_ns, look.other->end_ns))) * 1.006;
    const float half = (body.h - verdict_h) / 2;
    draw_compared(ui, {body.x, body.y + verdict_h, body.w, half},
                  {*look.moment, *look.lanes, state.folded_here, state.cores_here, state.here,
                   TextId::compare_here, axis_ns});
    draw_compared(ui, {body.x, body.y + verdict_h + half, body.w, half},
                  {*look.other, state.lanes, state.folded_there, state.cores_there, state.there,
                   TextId::compare_there, axis_ns});
    end_clip(ui);
    return commands;
}

}  // namespace meada::app
