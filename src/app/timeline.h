// The timeline: a lane per core, thread and task, and the needle through all of them.
#pragma once

#include "app/commands.h"
#include "app/kit.h"
#include "app/text_buffer.h"
#include "view/view.h"

namespace meada::app {

// Drawn with Shift; what it sums is counted when it, or the run, has changed.
struct TimeRange {
    TimeNs from_ns = 0, to_ns = 0;
    bool drawing = false;
    TimeNs first_ns = 0;  // where it was begun
    view::RangeSums sums;
    uint64_t counted_run = 0;
    TimeNs counted_end_ns = 0;
    size_t counted_rows = 0;
    bool counted_drawing = false;
    Scroll scroll;

    bool exists() const { return to_ns > from_ns; }
};

struct LaneSearchUi {
    bool open = false;
    TextBuffer typed;
    std::string query;  // that `found` answers, in this run, up to this event
    uint64_t run = 0, next_event = 0;
    view::LaneSearch found;
    view::LaneMatch visited;  // a moment may lie some events behind the one that it shows
};

struct TimelineUi {
    bool whole = true;                // shows all that has been recorded
    double begin_ns = 0, end_ns = 0;  // what is shown otherwise
    bool arrows = true;
    bool orders = false;  // happens-before
    TimeRange range;
    LaneSearchUi search;
    std::vector<Serial> pinned;
    Serial show_lane = 0;     // to be scrolled into view
    TimeNs followed_ns = 0;   // the needle, when it was last kept in view
    bool callouts = false;  // first visit: explains its marks in place of the legend
    bool panning = false;
    bool touch_pans = false;  // the finger has moved: it is no tap
    float pan_from = 0, pan_from_y = 0, pan_scroll = 0;
    double pan_begin_ns = 0;
    Scroll scroll;
    std::vector<Serial> folded;
    view::KeptRows rows;
    int cores_folded = -1;  // 1: in one row; -1: where they would take much of the room
    // The needle glides to a step, and jumps while it is dragged.
    double needle_ns = 0, glide_from_ns = 0, glide_to_ns = 0, glide_start_s = -1;
    bool dragging = false;
    TimeNs dragged_to = 0;
    Rect shown_lanes;
    Rect shown_lane, shown_needle;  // where they were drawn; no width: nowhere
};

// With every lane in view, cores too if they are not very many; the panel scrolls if it gets less.
float wanted_timeline_h(const view::LaneCache&, TimelineUi&);

Commands draw_timeline(Ui&, Rect, const Moment&, const view::LaneCache&, TimelineUi&);

// A range that begins, or ends, where the needle is.
void select_from_needle(TimelineUi&, const Moment&);
void select_to_needle(TimelineUi&, const Moment&);
// Puts the keyboard into the search field.
void open_lane_search(Ui&, TimelineUi&);

// The time at a place of the lanes as they were drawn last; within the run.
TimeNs shown_time(const TimelineUi&, const Moment&, float x);

// Where the needle is drawn: moves it on, and asks for frames while it glides. While a run is
// watched, a place is looked for or the needle is dragged, here or by the slider, it just keeps up.
void move_needle(const Ui&, const Moment&, bool keeps_up, TimelineUi&);

}  // namespace meada::app
