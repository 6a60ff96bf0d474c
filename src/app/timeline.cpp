#include "app/timeline.h"

#include <algorithm>
#include <cmath>

#include "app/timeline_parts.h"
#include "platform/platform.h"

namespace meada::app {

namespace {

constexpr float pad = 14, ruler_h = 26;
constexpr float callouts_h = 84;
constexpr double glide_s = 0.12;

bool has_legend(const Rect& body) { return body.h > 150; }

// The whole run, or of a long one what is still known.
double shown_begin_ns(const Moment& moment) {
    if (moment.first_event == 0 || !moment.events || moment.events->empty()) return 0;
    return double(moment.events->front().time_ns);
}
double shown_end_ns(const Moment& moment) {
    const double begin = shown_begin_ns(moment);
    return begin + std::max(1000.0, double(moment.end_ns) - begin) * 1.006;
}

float gutter_width(const Ui& ui, const std::vector<view::LaneRow>& rows) {
    const Texts& texts = ui.texts;
    const float busy_w = text_width(ui, Face::label, texts(TextId::timeline_busy, {"99"}));
    float width = 108;
    const auto name = [&](Face face, const std::string& words, float rest) {
        width = std::max(width, text_width(ui, face, words) + rest);
    };
    for (const view::LaneRow& row : rows) {
        const std::string number = std::to_string(row.lane->number);
        if (row.actor)
            name(Face::code, row.actor->name, 44 + 14 * float(row.depth));
        else if (row.lane->kind == view::LaneKind::gil)
            name(Face::ui, texts[TextId::timeline_gil],
                 52 + text_width(ui, Face::label, texts[TextId::timeline_gil_who]));
        else
            name(Face::ui, texts(TextId::timeline_core, {number}), 52 + busy_w);
        if (!row.cores.empty()) name(Face::ui, texts(TextId::timeline_cores, {"64"}), 52 + busy_w);
    }
    return std::min(width, 220.0f);
}

// The least that all lanes need with every core in one of its own.
float least_lanes_h(const view::LaneCache& cache, const TimelineUi& state) {
    const auto cores = float(view::cores_used(cache));
    const auto rows = float(view::lane_rows(cache, state.folded, true).size());
    if (cores < 2) return rows * size::lane;
    return cores * core_lane_h + (rows - 1) * size::row;
}

// Under one GIL its lane says who runs; without it cores are what one wants to see.
bool folds_cores(const view::LaneCache& cache, const TimelineUi& state, float lanes_h) {
    if (state.cores_folded >= 0) return state.cores_folded == 1;
    const float cores_h = float(view::cores_used(cache)) * core_lane_h;
    const bool one_gil = cache.has_gil && cache.gils.size() < 2;
    return one_gil || (least_lanes_h(cache, state) > lanes_h && cores_h > 0.45f * lanes_h);
}

// Keeps the view inside the run, and not narrower than a nanosecond a point.
void clamp_view(TimelineUi& state, const Moment& moment, float points) {
    const double first = shown_begin_ns(moment), most = shown_end_ns(moment) - first;
    const double least = std::max(10.0, double(points) * 0.02);
    double length = std::clamp(state.end_ns - state.begin_ns, least, most);
    state.begin_ns = std::clamp(state.begin_ns, first - length * 0.05, first + most - length * 0.9);
    state.end_ns = state.begin_ns + length;
    if (length >= most * 0.999) {
        state.whole = true;
    }
}

void zoom(TimelineUi& state, const Moment& moment, double around_ns, double factor, float points) {
    if (state.whole) {
        if (factor > 1) return;
        state.begin_ns = shown_begin_ns(moment);
        state.end_ns = shown_end_ns(moment);
        state.whole = false;
    }
    state.begin_ns = around_ns + (state.begin_ns - around_ns) * factor;
    state.end_ns = around_ns + (state.end_ns - around_ns) * factor;
    clamp_view(state, moment, points);
}

void pan(TimelineUi& state, const Moment& moment, double by_ns, float points) {
    if (state.whole) return;
    state.begin_ns += by_ns;
    state.end_ns += by_ns;
    clamp_view(state, moment, points);
}

// ---- head --------------------------------------------------------------------------------------

void draw_head(Ui& ui, Rect rect, const Moment& moment, TimelineUi& state, double middle_ns,
               float points) {
    std::string aside;
    const Texts& texts = ui.texts;
    const bool deadlock =
        moment.events && !moment.events->empty() &&
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
    Button arrows{.label = texts[TextId::timeline_arrows],
                  .kind = ButtonKind::bare,
                  .before = Icon::fork,
                  .on = state.arrows};
    const float width = button_width(ui, arrows);
    const float title_w = text_width(ui, Face::ui_strong, texts[TextId::timeline]) + 30 +
                          text_width(ui, Face::label, aside);
    if (rect.x + title_w + width < x) {
        x -= width;
        if (button(ui, id_of("tl/arrows"), {x, y, width, 24}, arrows)) state.arrows = !state.arrows;
    }
    panel_title(ui, rect, texts[TextId::timeline], aside);
}

// ---- ruler and needle
// ----------------------------------------------------------------------------

double ruler_step(double length_ns, float points) {
    const double least = length_ns * 84 / std::max(points, 1.0f);
    double step = std::pow(10.0, std::floor(std::log10(least)));
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
    const double step = ruler_step(length, area.lanes.w - 2 * pad);
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

// ---- input
// ---------------------------------------------------------------------------------------

void pan_and_zoom(Ui& ui, const TimelineArea& area, const Moment& moment, TimelineUi& state) {
    const Rect both{area.lanes.x, area.ruler.y, area.lanes.w, area.ruler.h + area.lanes.h};
    const float points = area.lanes.w;
    const double a_point = (area.end_ns - area.begin_ns) / double(points - 2 * pad);
    if (hovers(ui, both)) {
        const ImGuiIO& io = ImGui::GetIO();
        const float wheel = io.MouseWheel, side = io.MouseWheelH + (io.KeyShift ? wheel : 0);
        if (side != 0) pan(state, moment, -double(side) * 60 * a_point, points);
        if (wheel != 0 && !io.KeyShift)
            zoom(state, moment, area.time_of(ui.pointer.x), std::pow(0.8, double(wheel)), points);
        if (ImGui::IsMouseClicked(2)) {
            state.panning = true;
            state.pan_from = ui.pointer.x;
            state.pan_begin_ns = state.begin_ns;
        }
    }
    if (state.panning) {
        const double to = state.pan_begin_ns + double(state.pan_from - ui.pointer.x) * a_point;
        pan(state, moment, to - state.begin_ns, points);
        if (!ImGui::IsMouseDown(2)) state.panning = false;
    }
    if (ui.memory->editor_has_keyboard || ui.memory->keyboard_field || ImGui::GetIO().KeyCtrl ||
        ImGui::GetIO().KeyAlt)
        return;
    const double around = hovers(ui, both) ? area.time_of(ui.pointer.x) : state.needle_ns;
    if (ImGui::IsKeyPressed(ImGuiKey_W)) zoom(state, moment, around, 0.7, points);
    if (ImGui::IsKeyPressed(ImGuiKey_S)) zoom(state, moment, around, 1 / 0.7, points);
    if (ImGui::IsKeyPressed(ImGuiKey_A)) pan(state, moment, -100 * a_point, points);
    if (ImGui::IsKeyPressed(ImGuiKey_D)) pan(state, moment, 100 * a_point, points);
    if (ImGui::IsKeyPressed(ImGuiKey_0, false)) state.whole = true;
}

// A click or drag moves the needle; a click on a span too thin to aim at goes to its beginning.
void scrub(Ui& ui, const TimelineArea& area, const Moment& moment, TimelineUi& state,
           Commands& commands) {
    const Rect both{area.lanes.x, area.ruler.y, area.lanes.w, area.ruler.h + area.lanes.h};
    const Press pressed = press(ui, id_of("tl/scrub"), both, false);
    state.dragging = pressed.held;
    if (!pressed.held) return;
    ui.cursor = ImGuiMouseCursor_ResizeEW;
    const double time = std::clamp(area.time_of(ui.pointer.x), 0.0, double(moment.end_ns));
    if (pressed.pressed) {
        const LaneHit hit = lane_hit(area, ui.pointer);
        if (hit.span && area.x_of(double(std::min(hit.span->end_ns, moment.end_ns))) -
                                area.x_of(double(hit.span->begin_ns)) <
                            12) {
            commands.push_back(command::SeekEvent{hit.span->event});
            return;
        }
    } else if (!ui.pointer_moved) {
        return;
    }
    commands.push_back(command::SeekTime{TimeNs(time)});
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

void move_needle(const Ui& ui, const Moment& moment, bool working, TimelineUi& state) {
    const auto to = double(moment.cursor_ns);
    if (working || state.dragging || ui.reduced_motion || state.glide_start_s < 0) {
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
    const double eased = 1 - std::pow(1 - part, 3);
    state.needle_ns = state.glide_from_ns + (to - state.glide_from_ns) * eased;
    if (part < 1)
        platform::request_frame();
    else
        state.needle_ns = to;
}

float wanted_timeline_h(const view::LaneCache& cache, const TimelineUi& state) {
    float lanes_h = least_lanes_h(cache, state);
    if (folds_cores(cache, state, lanes_h) && view::cores_used(cache) > 1)
        lanes_h = float(view::lane_rows(cache, state.folded, true).size()) * size::lane;
    return size::panel_head + ruler_h + lanes_h + size::legend + 3;
}

Commands draw_timeline(Ui& ui, Rect rect, const Moment& moment, const view::LaneCache& cache,
                       TimelineUi& state) {
    Commands commands;
    state.shown_lane = state.shown_needle = {};
    panel(ui, rect);
    const Rect body = panel_body(rect);
    const float legend_h = state.callouts ? callouts_h : has_legend(body) ? size::legend : 0;
    const float lanes_h = body.h - ruler_h - legend_h;
    TimelineArea area;
    area.rows = view::lane_rows(cache, state.folded, folds_cores(cache, state, lanes_h));
    if (area.rows.empty()) {
        panel_title(ui, rect, ui.texts[TextId::timeline]);
        empty_panel(ui, body, ui.texts[TextId::timeline_empty],
                    ui.texts[TextId::timeline_empty_what]);
        return commands;
    }
    if (state.callouts)  // the lanes of cores and the GIL need words
        std::erase_if(area.rows, [](const view::LaneRow& row) { return !row.actor; });
    const float gutter = gutter_width(ui, area.rows);
    area.ruler = {body.x + gutter, body.y, body.w - gutter, ruler_h};
    area.lanes = {area.ruler.x, body.y + ruler_h, area.ruler.w, lanes_h};
    place_lanes(area);
    if (state.whole) {
        state.begin_ns = shown_begin_ns(moment);
        state.end_ns = shown_end_ns(moment);
    }
    area.begin_ns = state.begin_ns;
    area.end_ns = state.end_ns;
    draw_head(ui, rect, moment, state, state.needle_ns, area.lanes.w);
    pan_and_zoom(ui, area, moment, state);
    scrub(ui, area, moment, state, commands);
    const Rect gutter_rect{body.x, area.lanes.y, gutter, area.lanes.h};
    const Rect scrolled{body.x, area.lanes.y, body.w, area.lanes.h};
    area.scroll = state.scroll.at;
    const float needle_x = area.x_of(state.needle_ns);
    begin_clip(ui, {body.x, body.y, body.w, body.h - legend_h});
    begin_clip(ui, scrolled);
    draw_past(ui, area, needle_x);
    end_clip(ui);
    draw_ruler(ui, area, needle_x, needle_label_width(ui, moment));
    begin_clip(ui, scrolled);
    draw_lanes(ui, area, moment, cache, needle_x, state.arrows);
    draw_lane_names(ui, area, gutter_rect, moment, {state.folded, state.cores_folded});
    end_clip(ui);
    rule_down(ui, area.lanes.x - 1, body.y, area.ruler.h + area.lanes.h);
    rule_across(ui, body.x, area.lanes.y - 1, body.w);
    draw_needle(ui, area, moment, needle_x);
    end_clip(ui);
    for (size_t i = 0; i < area.rows.size() && state.shown_lane.w == 0; ++i)
        if (area.rows[i].actor)
            state.shown_lane = {body.x + 1, area.lane_top(i), body.w - 2, area.lane_height(i)};
    state.shown_needle = {needle_x - 12, area.ruler.y, 24, area.ruler.h + area.lanes.h};
    // The wheel zooms over the lanes, so only over the names does it scroll.
    scroll_by(ui, id_of("tl/scroll"), gutter_rect, area.tops.back(), state.scroll);
    const Rect band{body.x, body.bottom() - legend_h, body.w, legend_h};
    if (state.callouts)
        draw_callouts(ui, area, band, needle_x);
    else if (legend_h > 0)
        draw_legend(ui, band, cache);
    explain_span(ui, area, moment, cache);
    return commands;
}

}  // namespace meada::app
