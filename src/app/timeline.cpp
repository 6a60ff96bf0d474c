#include "app/timeline.h"

#include <algorithm>
#include <cmath>

#include "app/timeline_parts.h"
#include "platform/platform.h"

namespace meada::app {

namespace {

constexpr float ruler_h = 26;
constexpr float callouts_h = 84;
constexpr double glide_s = 0.12;

bool has_legend(const Rect& body) { return body.h > 150; }

float gutter_width(const Ui& ui, const std::vector<view::LaneRow>& rows) {
    const Texts& texts = ui.texts;
    const float busy_w = text_width(ui, Face::label, texts(TextId::timeline_busy, {"99"}));
    float width = 108;
    const float letter_w = text_width(ui, Face::code, "0");
    const auto name = [&](Face face, const std::string& words, float rest) {
        width = std::max(width, text_width(ui, face, words) + rest);
    };
    for (const view::LaneRow& row : rows) {
        if (width > 220) break;
        const std::string number = std::to_string(row.lane->number);
        if (row.lane->kind == view::LaneKind::process)
            name(Face::ui_strong, process_name(ui.texts, row), 44);
        else if (row.actor) {
            // Of thousands of lanes few are measured: no letter is wider than its bytes.
            const float rest = 44 + 14 * float(row.depth);
            if (letter_w * float(row.actor->name.size()) + rest > width)
                name(Face::code, row.actor->name, rest);
        } else if (row.lane->kind == view::LaneKind::gil)
            name(Face::ui, texts[TextId::timeline_gil],
                 52 + text_width(ui, Face::label, texts[TextId::timeline_gil_who]));
        else
            name(Face::ui, texts(TextId::timeline_core, {number}), 52 + busy_w);
        if (!row.cores.empty()) name(Face::ui, texts(TextId::timeline_cores, {"64"}), 52 + busy_w);
    }
    return std::min(width, 220.0f);
}

// The least that all lanes need with every core in one of its own.
float least_lanes_h(const view::LaneCache& cache, TimelineUi& state) {
    const auto cores = float(view::cores_used(cache));
    const auto rows = float(view::lane_rows(cache, state.folded, true, state.rows).size());
    if (cores < 2) return rows * size::lane;
    return cores * core_lane_h + (rows - 1) * size::row;
}

// Under one GIL its lane says who runs; without it cores are what one wants to see.
bool folds_cores(const view::LaneCache& cache, TimelineUi& state, float lanes_h) {
    if (state.cores_folded >= 0) return state.cores_folded == 1;
    const float cores_h = float(view::cores_used(cache)) * core_lane_h;
    const bool one_gil = cache.has_gil && cache.gils.size() < 2;
    return one_gil || (least_lanes_h(cache, state) > lanes_h && cores_h > 0.45f * lanes_h);
}

// ---- head --------------------------------------------------------------------------------------

void draw_head(Ui& ui, Rect rect, const Moment& moment, const view::LaneCache& cache,
               TimelineUi& state, float points, Commands& commands) {
    const double middle_ns = state.needle_ns;
    std::string aside;
    const Texts& texts = ui.texts;
    const bool deadlock = moment.events && !moment.events->empty() &&
                          event_is<event::deadlock_found>(moment.events->back());
    const std::string end = texts.time(moment.end_ns);
    if (!state.whole)
        aside = texts(TextId::timeline_part,
                      {texts.time(uint64_t(std::max(0.0, state.end_ns - state.begin_ns))), end});
    else if (deadlock)
        aside = texts(TextId::timeline_deadlock, {end});
    else
        aside = texts(moment.ended ? TextId::timeline_whole : TextId::timeline_so_far, {end});
    float x = rect.right() - size::head_menu - 4;
    const float y = rect.y + 4;
    const auto square = [&](std::string_view id, Icon icon, TextId words, std::string key) {
        x -= 24;
        const bool clicked =
            icon_button(ui, id_of(id), {x, y, 24, 24}, icon, texts[words], std::move(key));
        x -= 8;
        return clicked;
    };
    if (square("tl/fit", Icon::fit, TextId::zoom_fit, "0")) state.whole = true;
    if (square("tl/in", Icon::plus, TextId::zoom_in, "W"))
        zoom(state, moment, middle_ns, 0.5, points);
    if (square("tl/out", Icon::minus, TextId::zoom_out, "S"))
        zoom(state, moment, middle_ns, 2, points);
    if (square("tl/search", Icon::search, TextId::lane_search, "/")) open_lane_search(ui, state);
    const float title_w = text_width(ui, Face::ui_strong, texts[TextId::timeline]) + 30;
    if (state.search.open) {
        const Rect box{rect.x + title_w, y, x - rect.x - title_w, 24};
        draw_lane_search(ui, box, moment, cache, state, commands);
        return panel_title(ui, rect, texts[TextId::timeline]);
    }
    const float aside_w = text_width(ui, Face::label, aside);
    const auto toggle = [&](std::string_view id, TextId words, TextId what, bool& on) {
        const Button made{
            .label = texts[words], .kind = ButtonKind::bare, .on = on, .explanation = texts[what]};
        const float width = button_width(ui, made);
        if (rect.x + title_w + aside_w + width > x) return;
        x -= width;
        if (button(ui, id_of(id), {x, y, width, 24}, made)) on = !on;
        x -= 4;
    };
    toggle("tl/orders", TextId::timeline_orders, TextId::timeline_orders_what, state.orders);
    toggle("tl/arrows", TextId::timeline_arrows, TextId::timeline_arrows_what, state.arrows);
    panel_title(ui, rect, texts[TextId::timeline], aside);
}

// ---- ruler and needle
// ----------------------------------------------------------------------------

double ruler_step(double length_ns, float points) {
    const double least = length_ns * 84 / std::max(points, 1.0f);
    double step = 1;
    while (step * 10 <= least) step *= 10;
    for (const double factor : {1.0, 2.0, 5.0, 10.0})
        if (step * factor >= least) return std::max(1.0, step * factor);
    return step * 10;
}

struct RulerUnit {
    const char* name;
    uint64_t ns;
};
RulerUnit ruler_unit(double length_ns, double end_ns) {
    if (end_ns >= 2e10) return {"s", 1'000'000'000};
    if (length_ns < 2e4) return {"µs", 1'000};
    return {"ms", 1'000'000};
}

void draw_ruler(Ui& ui, const TimelineArea& area, float needle_x, float label_w) {
    const double length = area.end_ns - area.begin_ns;
    const RulerUnit unit = ruler_unit(length, area.end_ns);
    const double step = ruler_step(length, area.lanes.w - 2 * TimelineArea::pad);
    const float middle = area.ruler.y + 13;
    for (double t = std::ceil(std::max(0.0, area.begin_ns) / step) * step; t <= area.end_ns;
         t += step) {
        const float x = area.x_of(t);
        rule_down(ui, x, area.lanes.y - 5, area.lanes.h + 5);
        const std::string words = ruler_text(ui.texts.language, uint64_t(t + 0.5), unit.ns);
        const float width = text_width(ui, Face::label, words);
        const bool under_needle = x + 4 + width > needle_x - 12 && x < needle_x + 12;
        const bool under_label = x + 4 + width > needle_x && x < needle_x + label_w + 16;
        if (under_needle || under_label || x + 4 + width > area.lanes.right()) continue;
        draw_text(ui, Face::label, x + 4, middle, ui.theme->ink2, words);
    }
    draw_text_right(ui, Face::label, area.lanes.x - 8, middle, ui.theme->ink2, unit.name);
}

float needle_label_width(const Ui& ui, const Moment& moment) {
    return text_width(ui, Face::label_strong, ui.texts.time(moment.cursor_ns)) + 14;
}

void draw_needle(Ui& ui, const TimelineArea& area, const Moment& moment, float x) {
    if (x < area.lanes.x - 4 || x > area.lanes.right() + 4) return;
    const Theme& theme = *ui.theme;
    const float top = area.ruler.y, bottom = area.lanes.bottom();
    fill(ui, {x - 2, top + 20, 4, bottom - top - 20}, theme.paper);
    fill(ui, {x - 1, top + 20, 2, bottom - top - 20}, theme.ink);
    const Rect eye{x - 4, top + 3, 8, 20};
    fill(ui, eye, theme.paper, 4);
    outline(ui, eye, theme.ink, 4, 2);
    fill(ui, {x - 0.75f, top + 8, 1.5f, 10}, theme.ink);
    const std::string words = ui.texts.time(moment.cursor_ns);
    const float width = needle_label_width(ui, moment);
    float left = x + 9;
    if (left + width > area.lanes.right() - 3) left = x - 9 - width;
    const Rect label{left, top + 3, width, 20};
    fill(ui, label, theme.ink, size::radius_key);
    draw_text(ui, Face::label_strong, left + 7, label.middle_y(), theme.paper, words);
}

void explain_span(Ui& ui, const TimelineArea& area, const Moment& moment,
                  const view::LaneCache& cache) {
    if (!hovers(ui, area.lanes) || ui.memory->active != 0) return;
    const LaneHit hit = lane_hit(area, ui.pointer);
    if (!hit.span) return;
    const std::string words = span_words(ui, moment, cache, hit);
    const Rect at{ui.pointer.x, ui.pointer.y - 10, 1, 20};
    explain(ui, id_of("tl/span", Id(hit.span->event + 1)), at, words);
}

}  // namespace

void move_needle(const Ui& ui, const Moment& moment, bool keeps_up, TimelineUi& state) {
    const auto to = double(moment.cursor_ns);
    if (keeps_up || ui.reduced_motion || state.glide_start_s < 0) {
        state.needle_ns = state.glide_to_ns = to;
        state.glide_start_s = 0;
        return;
    }
    if (to != state.glide_to_ns) {
        state.glide_from_ns = state.needle_ns;
        state.glide_to_ns = to;
        state.glide_start_s = ui.time_s;
    }
    const double part = std::min(1.0, (ui.time_s - state.glide_start_s) / glide_s);
    const double left = 1 - part, eased = 1 - left * left * left;
    state.needle_ns = state.glide_from_ns + (to - state.glide_from_ns) * eased;
    if (part < 1)
        platform::request_frame();
    else
        state.needle_ns = to;
}

float wanted_timeline_h(const view::LaneCache& cache, TimelineUi& state) {
    float lanes_h = least_lanes_h(cache, state);
    if (folds_cores(cache, state, lanes_h) && view::cores_used(cache) > 1)
        lanes_h = float(view::lane_rows(cache, state.folded, true, state.rows).size()) * size::lane;
    return size::panel_head + ruler_h + lanes_h + size::legend + 3;
}

namespace {

// So that the lane that a search has found is seen.
void show_lane(const TimelineArea& area, TimelineUi& state) {
    for (size_t i = area.pinned; i < area.rows.size() && state.show_lane != 0; ++i) {
        if (area.rows[i].lane->serial != state.show_lane || !area.rows[i].actor) continue;
        const float top = area.tops[i] - area.pinned_h(), room = area.other_lanes().h;
        const float bottom = area.tops[i + 1] - area.pinned_h();
        state.scroll.at = std::clamp(state.scroll.at, bottom - room, top);
    }
    state.show_lane = 0;
}

void draw_area(Ui& ui, const TimelineArea& area, Rect body, const Moment& moment,
               const view::LaneCache& cache, float needle_x, TimelineUi& state) {
    const float bar_w = area.scrolls() ? 12 : 0;  // room for the scrollbar
    const Rect names{body.x, area.lanes.y, area.lanes.x - body.x - bar_w, area.lanes.h};
    const Rect names_and_lanes{body.x, area.lanes.y, body.w, area.lanes.h};
    begin_clip(ui, names_and_lanes);
    draw_past(ui, area, needle_x);
    end_clip(ui);
    draw_ruler(ui, area, needle_x, needle_label_width(ui, moment));
    draw_matches(ui, area, state);
    begin_clip(ui, names_and_lanes);
    draw_lanes(ui, area, moment, cache, needle_x);
    draw_marks(ui, area, moment, cache, {state.arrows, state.orders});
    draw_lane_names(ui, area, names, moment, {state.folded, state.cores_folded, &state.pinned});
    end_clip(ui);
    rule_down(ui, area.lanes.x - 1, body.y, area.ruler.h + area.lanes.h);
    rule_across(ui, body.x, area.lanes.y - 1, body.w);
    draw_range(ui, area, state);
    draw_needle(ui, area, moment, needle_x);
}

float band_h(const Rect& body, const TimelineUi& state) {
    if (state.callouts) return callouts_h;
    if (state.range.exists()) return range_sums_h(state);
    return has_legend(body) ? size::legend : 0;
}

}  // namespace

Commands draw_timeline(Ui& ui, Rect rect, const Moment& moment, const view::LaneCache& cache,
                       TimelineUi& state) {
    Commands commands;
    state.shown_lane = state.shown_needle = {};
    panel(ui, rect);
    const Rect body = panel_body(rect);
    const float legend_h = band_h(body, state), lanes_h = body.h - ruler_h - legend_h;
    TimelineArea area;
    const bool cores_folded = folds_cores(cache, state, lanes_h);
    area.rows = view::lane_rows(cache, state.folded, cores_folded, state.rows);
    if (area.rows.empty()) {
        panel_title(ui, rect, ui.texts[TextId::timeline]);
        empty_panel(ui, body, ui.texts[TextId::timeline_empty],
                    ui.texts[TextId::timeline_empty_what]);
        return commands;
    }
    if (state.callouts)  // the lanes of cores and the GIL need words
        std::erase_if(area.rows, [](const view::LaneRow& row) { return !row.actor; });
    area.pinned = view::pin_rows(area.rows, state.pinned);
    const float gutter = gutter_width(ui, area.rows);
    area.ruler = {body.x + gutter, body.y, body.w - gutter, ruler_h};
    area.lanes = {area.ruler.x, body.y + ruler_h, area.ruler.w, lanes_h};
    place_lanes(area);
    follow_needle(moment, area.lanes.w, state);
    if (state.whole) {
        state.begin_ns = shown_begin_ns(moment);
        state.end_ns = shown_end_ns(moment);
    }
    area.begin_ns = state.begin_ns;
    area.end_ns = state.end_ns;
    state.shown_lanes = area.lanes;
    draw_head(ui, rect, moment, cache, state, area.lanes.w, commands);
    area.scroll = state.scroll.at;
    pan_and_zoom(ui, area, moment, state);
    if (!select_range(ui, area, moment, state)) scrub(ui, area, moment, state, commands);
    show_lane(area, state);
    const float needle_x = area.x_of(state.needle_ns);
    begin_clip(ui, {body.x, body.y, body.w, body.h - legend_h});
    draw_area(ui, area, body, moment, cache, needle_x, state);
    end_clip(ui);
    for (size_t i = 0; i < area.rows.size() && state.shown_lane.w == 0; ++i)
        if (view::is_pinnable(area.rows[i]))
            state.shown_lane = {body.x + 1, area.lane_top(i), body.w - 2, area.lane_height(i)};
    state.shown_needle = {needle_x - 12, area.ruler.y, 24, area.ruler.h + area.lanes.h};
    // The wheel zooms over the lanes, so only over the names does it scroll.
    const Rect other_names{body.x, area.other_lanes().y, gutter, area.other_lanes().h};
    scroll_by(ui, id_of("tl/scroll"), other_names, area.tops.back() - area.pinned_h(),
              state.scroll);
    const Rect band{body.x, body.bottom() - legend_h, body.w, legend_h};
    if (state.callouts)
        draw_callouts(ui, area, band, needle_x);
    else if (state.range.exists() && legend_h > 0)
        draw_range_sums(ui, band, area, moment, cache, state);
    else if (legend_h > 0)
        draw_legend(ui, band, cache);
    explain_span(ui, area, moment, cache);
    return commands;
}

}  // namespace meada::app
