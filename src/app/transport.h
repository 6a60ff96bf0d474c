// The bar at the bottom: to the start, back, play, on, to the end; what a step is; the slider
// over the whole run; where one is; how fast it plays.
#pragma once

#include "app/bookmarks.h"
#include "app/commands.h"
#include "app/kit.h"

namespace meada::app {

struct TransportUi {
    StepKind step = StepKind::event;
    bool playing = false;
    Direction direction = Direction::forward;
    double speed_ms = 0;  // virtual ms a second of the watcher; 0: fitting to the run
    double play_ns = 0;   // where the play is, finer than events
    double last_frame_s = 0;
    bool dragging = false;
    uint64_t dragged_to = 0;
    Rect track;  // where the slider was drawn
};

Commands draw_transport(Ui&, Rect, const Moment&, const Progress&, TransportUi&, BookmarksUi&);

// The cursor right after the first `count` events, or `within` more or less, whatever is soonest.
Command seek_count(const Moment&, uint64_t count, uint64_t within = 0);
uint64_t event_count(const Moment&);
// How far along the slider an event is: from the oldest that is kept to the newest, 0 to 1.
float slider_share(const Moment&, uint64_t event);
// How many events lie before this place of its track.
uint64_t slider_count(const Moment&, Rect track, float x);
// To the run's end; runs on when it is not known yet.
Command to_the_end(const Moment&);

// Starts or stops; then, once a frame, what the play asks for.
void toggle_play(const Ui&, const Moment&, TransportUi&, Direction);
Commands play_on(const Ui&, const Moment&, const Progress&, TransportUi&);
double play_speed_ms(const Moment&, const TransportUi&);

}  // namespace meada::app
