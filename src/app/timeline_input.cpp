// Moving in the timeline: zoom, pan and the needle, by mouse, keys and fingers.
#include <algorithm>
#include <cmath>

#include "app/timeline_parts.h"
#include "meada_libm.h"
#include "platform/platform.h"

namespace meada::app {

namespace {

constexpr float tap_points = 8;  // a finger that moves farther pans

bool by_finger() { return ImGui::GetIO().MouseSource == ImGuiMouseSource_TouchScreen; }

Rect lanes_and_ruler(const TimelineArea& area) {
    return {area.lanes.x, area.ruler.y, area.lanes.w, area.ruler.h + area.lanes.h};
}

// Keeps the view inside the run, and not narrower than a nanosecond a point.
void clamp_view(TimelineUi& state, const Moment& moment, float points) {
    const double first = shown_begin_ns(moment), most = shown_end_ns(moment) - first;
    const double least = std::max(10.0, double(points) * 0.02);
    double length = std::clamp(state.end_ns - state.begin_ns, least, most);
    state.begin_ns = std::clamp(state.begin_ns, first - length * 0.05, first + most - length * 0.9);
    state.end_ns = state.begin_ns + length;
    if (length >= most * 0.999) state.whole = true;
}

// Two fingers: as a map. The time between them stays between them.
void pinch(Ui& ui, const TimelineArea& area, const Moment& moment, TimelineUi& state) {
    const platform::Gesture& fingers = platform::gesture();
    const Point middle{fingers.x / ui.scale, fingers.y / ui.scale};
    if (fingers.fingers < 2 || !lanes_and_ruler(area).has(middle)) return;
    ui.memory->active = 0;
    state.touch_pans = true;
    const float points = area.lanes.w;
    const double a_point = (area.end_ns - area.begin_ns) / double(points - 2 * TimelineArea::pad);
    if (fingers.stretch != 1)
        zoom(state, moment, area.time_of(middle.x), 1 / double(fingers.stretch), points);
    pan(state, moment, -double(fingers.moved_x / ui.scale) * a_point, points);
    state.scroll.at -= fingers.moved_y / ui.scale;
}

}  // namespace

double shown_begin_ns(const Moment& moment) {
    if (moment.first_event == 0 || !moment.events || moment.events->empty()) return 0;
    return double(moment.events->front().time_ns);
}
double shown_end_ns(const Moment& moment) {
    const double begin = shown_begin_ns(moment);
    return begin + std::max(1000.0, double(moment.end_ns) - begin) * 1.006;
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

void pan_and_zoom(Ui& ui, const TimelineArea& area, const Moment& moment, TimelineUi& state) {
    pinch(ui, area, moment, state);
    const Rect both = lanes_and_ruler(area);
    const float points = area.lanes.w;
    const double a_point = (area.end_ns - area.begin_ns) / double(points - 2 * TimelineArea::pad);
    if (hovers(ui, both)) {
        const ImGuiIO& io = ImGui::GetIO();
        const float wheel = io.MouseWheel, side = io.MouseWheelH + (io.KeyShift ? wheel : 0);
        if (side != 0) pan(state, moment, -double(side) * 60 * a_point, points);
        if (wheel != 0 && !io.KeyShift)
            zoom(state, moment, area.time_of(ui.pointer.x), meada_pow(0.8, double(wheel)), points);
        const bool finger = by_finger() && area.lanes.has(ui.pointer);
        if (ImGui::IsMouseClicked(2) || (finger && ImGui::IsMouseClicked(0))) {
            state.panning = true;
            state.pan_from = ui.pointer.x;
            state.pan_begin_ns = state.begin_ns;
            state.pan_from_y = ui.pointer.y;
            state.pan_scroll = state.scroll.at;
            state.touch_pans = false;
        }
    }
    if (platform::gesture().fingers > 1) state.panning = false;
    if (state.panning) {
        const float moved = std::max(std::abs(state.pan_from - ui.pointer.x),
                                     std::abs(state.pan_from_y - ui.pointer.y));
        state.touch_pans = state.touch_pans || moved > tap_points;
        const double to = state.pan_begin_ns + double(state.pan_from - ui.pointer.x) * a_point;
        if (state.touch_pans || ImGui::IsMouseDown(2)) {
            pan(state, moment, to - state.begin_ns, points);
            state.scroll.at = state.pan_scroll + state.pan_from_y - ui.pointer.y;
        }
        if (!ImGui::IsMouseDown(2) && !ImGui::IsMouseDown(0)) state.panning = false;
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
    if (ImGui::IsKeyPressed(ImGuiKey_Escape, false)) state.range = {};
}

// A click or drag moves the needle; a click on a span too thin to aim at goes to its beginning.
void scrub(Ui& ui, const TimelineArea& area, const Moment& moment, TimelineUi& state,
           Commands& commands) {
    const Rect both = lanes_and_ruler(area);
    const Press pressed = press(ui, id_of("tl/scrub"), both, false);
    // A finger on the lanes moves them, and only a tap moves the needle.
    const bool finger = by_finger() && area.lanes.has(ui.pointer);
    const bool tapped = finger && pressed.clicked && !state.touch_pans;
    state.dragging = pressed.held && !finger;
    if (!state.dragging && !tapped) return;
    ui.cursor = ImGuiMouseCursor_ResizeEW;
    const double time = std::clamp(area.time_of(ui.pointer.x), 0.0, double(moment.end_ns));
    if (pressed.pressed || tapped) {
        const LaneHit hit = lane_hit(area, ui.pointer);
        if (hit.span && area.x_of(double(std::min(hit.span->end_ns, moment.end_ns))) -
                                area.x_of(double(hit.span->begin_ns)) <
                            12) {
            commands.push_back(command::SeekEvent{hit.span->event});
            return;
        }
    } else if (TimeNs(time) == state.dragged_to) {
        return;
    }
    state.dragged_to = TimeNs(time);
    commands.push_back(command::SeekTime{TimeNs(time)});
}

TimeNs shown_time(const TimelineUi& state, const Moment& moment, float x) {
    TimelineArea area;
    area.lanes = state.shown_lanes;
    area.begin_ns = state.begin_ns;
    area.end_ns = state.end_ns;
    return TimeNs(std::clamp(area.time_of(x), 0.0, double(moment.end_ns)));
}

// Follows the needle when it goes out of view, by a step or a search.
void follow_needle(const Moment& moment, float points, TimelineUi& state) {
    if (state.followed_ns == moment.cursor_ns) return;
    state.followed_ns = moment.cursor_ns;
    const auto now = double(moment.cursor_ns);
    if (state.whole || state.dragging || (now >= state.begin_ns && now <= state.end_ns)) return;
    const double third = (state.end_ns - state.begin_ns) / 3;
    pan(state, moment, now - third - state.begin_ns, points);
}

}  // namespace meada::app
