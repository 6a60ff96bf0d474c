// Beside and under the lanes: their names, with what folds, and the legend.
#include <algorithm>

#include "app/timeline_parts.h"

namespace meada::app {

namespace {

bool fold_button(Ui& ui, Id id, float x, float middle, bool closed) {
    const Rect target{x - 8, middle - 11, 24, 22};
    const Press state = press(ui, id, target);
    if (state.hovered) ui.cursor = ImGuiMouseCursor_Hand;
    draw_icon(ui, closed ? Icon::right : Icon::down, {x + 4, middle}, 14, ui.theme->ink2);
    if (state.focused) focus_ring(ui, target.inset(4), size::radius_key);
    return state.clicked;
}

void draw_gil_name(Ui& ui, Rect gutter, float middle) {
    draw_text(ui, Face::ui, gutter.x + 27, middle, ui.theme->ink, ui.texts[TextId::timeline_gil]);
    draw_text_right(ui, Face::label, gutter.right() - 8, middle, ui.theme->ink2,
                    ui.texts[TextId::timeline_gil_who]);
}

void draw_core_name(Ui& ui, const view::LaneRow& row, Rect gutter, float middle,
                    const Moment& moment, int& cores_folded) {
    const bool closed = !row.cores.empty();
    if (row.folds_cores &&
        fold_button(ui, id_of("tl/cores"), gutter.x + 11, middle, closed))
        cores_folded = closed ? 0 : 1;
    const std::string number = std::to_string(closed ? row.cores.size() : row.lane->number);
    const std::string name =
        ui.texts(closed ? TextId::timeline_cores : TextId::timeline_core, {number});
    draw_text(ui, Face::ui, gutter.x + 27, middle, ui.theme->ink, name);
    // Who has it still has had it since the last change.
    const auto busy_of = [&](const view::Lane& core) {
        const bool open = !core.spans.empty() && core.spans.back().end_ns == never_ns;
        const TimeNs since_ns = open ? moment.end_ns - core.spans.back().begin_ns : 0;
        return double(core.busy_ns + since_ns);
    };
    double busy_ns = 0, all_ns = double(moment.end_ns);
    if (closed) {
        for (const view::Lane* core : row.cores) busy_ns += busy_of(*core);
        all_ns *= double(row.cores.size());
    } else {
        busy_ns = busy_of(*row.lane);
    }
    const int percent = all_ns == 0 ? 0 : int(busy_ns / all_ns * 100 + 0.5);
    const std::string busy = ui.texts(TextId::timeline_busy, {std::to_string(percent)});
    const float name_end = gutter.x + 27 + text_width(ui, Face::ui, name);
    const float busy_x = gutter.right() - 8 - text_width(ui, Face::label, busy);
    if (busy_x >= name_end + 8) draw_text(ui, Face::label, busy_x, middle, ui.theme->ink2, busy);
}

// Shown by the pointer, or because it is pinned.
void pin_button(Ui& ui, Serial serial, Rect row, std::vector<Serial>& pinned) {
    const auto at = std::find(pinned.begin(), pinned.end(), serial);
    const bool on = at != pinned.end();
    const Rect box{row.right() - 26, row.middle_y() - 11, 22, 22};
    if (!on && !hovers(ui, row)) return;
    if (!icon_button(ui, id_of("tl/pin", serial), box, Icon::pin,
                     ui.texts[on ? TextId::timeline_unpin : TextId::timeline_pin], {}, on))
        return;
    if (on)
        pinned.erase(at);
    else
        pinned.push_back(serial);
}

// A second yarn's round has a paper thread down its middle; names of loops' threads are plain.
void draw_lane_name(Ui& ui, const TimelineArea& area, Rect gutter, size_t index,
                    const Moment& moment, Folding folding) {
    const view::LaneRow& row = area.rows[index];
    const float middle = area.lane_middle(index), right = gutter.right() - 8;
    const Theme& theme = *ui.theme;
    if (row.lane->kind == view::LaneKind::gil) return draw_gil_name(ui, gutter, middle);
    if (!row.actor) return draw_core_name(ui, row, gutter, middle, moment, folding.cores);
    const float x = gutter.x + 10 + 14 * float(row.depth);
    if (row.folds) {
        std::vector<Serial>& folded = folding.folded;
        const auto at = std::find(folded.begin(), folded.end(), row.lane->serial);
        const bool closed = at != folded.end();
        if (fold_button(ui, id_of("tl/fold", row.lane->serial), x + 1, middle, closed)) {
            if (closed)
                folded.erase(at);
            else
                folded.push_back(row.lane->serial);
        }
        const bool process = row.lane->kind == view::LaneKind::process;
        draw_text_fit(ui, process ? Face::ui_strong : Face::ui, x + 17, middle, right - x - 17,
                      theme.ink, process ? process_name(ui.texts, row) : row.actor->name);
        return;
    }
    swatch(ui, x, middle, row.actor->yarn);
    const Rect whole{gutter.x, area.lane_top(index), gutter.w, area.lane_height(index)};
    const bool room_for_pin = folding.pinned && (index < area.pinned || hovers(ui, whole));
    draw_text_fit(ui, Face::code, x + 19, middle, right - x - 19 - (room_for_pin ? 22 : 0),
                  theme.ink, row.actor->name);
    if (folding.pinned) pin_button(ui, row.lane->serial, whole, *folding.pinned);
}

}  // namespace

void draw_lane_names(Ui& ui, const TimelineArea& area, Rect gutter, const Moment& moment,
                     Folding folding) {
    for (const bool pinned : {true, false}) {
        const Rect part = pinned ? area.pinned_lanes() : area.other_lanes();
        begin_clip(ui, {gutter.x, part.y, gutter.w, part.h});
        const size_t from = pinned ? 0 : area.pinned, to = pinned ? area.pinned : area.rows.size();
        for (size_t i = from; i < to; ++i)
            if (area.shows(i)) draw_lane_name(ui, area, gutter, i, moment, folding);
        end_clip(ui);
    }
}

std::string process_name(const Texts& texts, const view::LaneRow& row) {
    if (row.lane->serial == 0 || !row.actor) return texts[TextId::timeline_main_process];
    return texts(TextId::timeline_process, {row.actor->name});
}

void draw_legend(Ui& ui, Rect rect, const view::LaneCache& cache) {
    rule_across(ui, rect.x, rect.y, rect.w);
    std::array<bool, view::look_count> seen = cache.looks;
    for (const auto& [serial, lane] : cache.lanes)
        if (!lane.spans.empty() && lane.spans.back().end_ns == never_ns)
            seen[size_t(view::look_of(lane.spans.back()))] = true;
    const Theme& theme = *ui.theme;
    const float middle = rect.middle_y() + 0.5f;
    SpanQuads quads;
    float x = rect.x + size::panel_text;
    const auto word = [&](TextId id) {
        draw_text(ui, Face::label, x, middle, theme.ink, ui.texts[id]);
        x += text_width(ui, Face::label, ui.texts[id]) + 20;
    };
    struct Entry {
        view::Look look;
        TextId word;
    };
    using view::Look;
    for (const Entry& entry :
         {Entry{Look::running, TextId::state_running},
          Entry{Look::sleep, TextId::wait_reason_sleep}, Entry{Look::io, TextId::wait_reason_io},
          Entry{Look::lock, TextId::wait_reason_lock},
          Entry{Look::await, TextId::wait_reason_await}, Entry{Look::gil, TextId::wait_reason_gil},
          Entry{Look::ready, TextId::state_ready}}) {
        if (!seen[size_t(entry.look)]) continue;
        const float w = 56 + text_width(ui, Face::label, ui.texts[entry.word]);
        if (x + w > rect.right() - 8) break;
        const float h = entry.look == Look::running ? 16 : 14;
        add_span(ui, quads, {x, middle - h / 2, 30, h}, entry.look, yarn_colour(theme, 1), 0);
        x += 36;
        draw_icon(ui, icon_of(entry.look), {x + 7, middle}, 14, theme.ink);
        x += 20;
        word(entry.word);
    }
    draw_spans(ui, std::move(quads));
    if (!cache.prints.empty() &&
        x + 20 + text_width(ui, Face::label, ui.texts[TextId::timeline_prints]) <
            rect.right() - 8) {
        draw_icon(ui, Icon::page, {x + 6, middle}, 16, theme.ink);
        x += 18;
        word(TextId::timeline_prints);
    }
    if (!cache.wakes.empty() &&
        x + 32 + text_width(ui, Face::label, ui.texts[TextId::timeline_wakes]) < rect.right() - 8) {
        line(ui, {x, middle}, {x + 16, middle}, theme.ink, 1.5f);
        disc(ui, {x + 2, middle}, 2.5f, theme.ink);
        polygon(ui, {{x + 15, middle - 4}, {x + 21, middle}, {x + 15, middle + 4}}, theme.ink);
        x += 28;
        word(TextId::timeline_wakes);
    }
}

}  // namespace meada::app
