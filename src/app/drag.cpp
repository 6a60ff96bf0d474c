// Dragging the needle: the moment under the pointer is looked for before the frame is drawn that
// shows it. As a command of that frame it would be seen in the next one at the earliest.
#include <chrono>
#include <optional>

#include "app/app.h"

namespace meada::app {

namespace {

// What a frame leaves of the time in which an eye takes two moments for one movement.
constexpr double seek_most_s = 0.016;

// Of a pixel that stands for many moments, each is the one under the pointer.
std::optional<Command> dragged_to(App& app, const Moment& moment, float x) {
    const float half_pixel = 0.5f / app.faces.scale;
    if (app.transport.dragging && event_count(moment) > 0) {
        const Rect& track = app.transport.track;
        const uint64_t wanted = slider_count(moment, track, x);
        if (std::exchange(app.transport.dragged_to, wanted) == wanted) return {};
        return seek_count(moment, wanted, slider_count(moment, track, track.x + half_pixel) -
                                              moment.first_event);
    }
    if (app.timeline.dragging && app.timeline.shown_lanes.w > 0) {
        const TimeNs wanted = shown_time(app.timeline, moment, x);
        if (std::exchange(app.timeline.dragged_to, wanted) == wanted) return {};
        const double a_point_ns = (app.timeline.end_ns - app.timeline.begin_ns) /
                                  double(app.timeline.shown_lanes.w);
        return command::SeekTime{wanted, TimeNs(a_point_ns * double(half_pixel))};
    }
    return {};
}

}  // namespace

bool is_dragging(const App& app) { return app.transport.dragging || app.timeline.dragging; }

void follow_drag(App& app, Session& session, float x_px) {
    if (!is_dragging(app)) return;
    if (app.opening.stage != Opening::Stage::none) return;
    const float x = x_px / app.faces.scale;
    const std::optional<Command> command = dragged_to(app, session.moment(), x);
    if (!command || !session.apply(*command)) return;
    using Clock = std::chrono::steady_clock;
    const auto from = Clock::now();
    do app.progress = session.advance(0);  // one part of the way
    while (app.progress.state == Progress::State::working &&
           std::chrono::duration<double>(Clock::now() - from).count() < seek_most_s);
}

}  // namespace meada::app
