// The timeline: a lane per core, thread and task, and the needle through all of them.
#pragma once

#include "app/commands.h"
#include "app/kit.h"
#include "view/view.h"

namespace meada::app {

struct TimelineUi {
    bool whole = true;                // shows all that has been recorded
    double begin_ns = 0, end_ns = 0;  // what is shown otherwise
    bool arrows = true;
    bool callouts = false;  // first visit: explains its marks in place of the legend
    bool panning = false;
    bool has_keyboard = false;  // WASD pan and zoom
    float pan_from = 0;
    double pan_begin_ns = 0;
    Scroll scroll;
    std::vector<Serial> folded;
    int cores_folded = -1;  // 1: in one row; -1: where they would take much of the room
    // The needle glides to a step, and jumps while it is dragged.
    double needle_ns = 0, glide_from_ns = 0, glide_to_ns = 0, glide_start_s = -1;
    bool dragging = false;
    Rect shown_lane, shown_needle;  // where they were drawn; no width: nowhere
};

// With every lane in view, cores too if they are not very many; the panel scrolls if it gets less.
float wanted_timeline_h(const view::LaneCache&, const TimelineUi&);

Commands draw_timeline(Ui&, Rect, const Moment&, const view::LaneCache&, TimelineUi&);

// Where the needle is drawn: moves it on, and asks for frames while it glides. `working`: a run is
// watched or a place is looked for; then the needle just keeps up.
void move_needle(const Ui&, const Moment&, bool working, TimelineUi&);

}  // namespace meada::app
