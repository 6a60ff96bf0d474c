// Inside of the timeline: where things lie, and the lanes themselves.
#pragma once

#include "app/kit.h"
#include "app/spans.h"
#include "app/timeline.h"
#include "history/history.h"
#include "view/view.h"

namespace meada::app {

constexpr float core_lane_h = 20;  // where there are several

struct TimelineArea {
    Rect ruler, lanes;
    double begin_ns = 0, end_ns = 1;
    float lane_h = size::lane, scroll = 0;
    std::vector<view::LaneRow> rows;
    std::vector<float> tops;  // of each row, from the first one's; then the end of the last
    size_t pinned = 0;        // so many rows stay at the top, the others scroll under them

    static constexpr float pad = 14;  // free at both ends, so that nothing sticks to the edge
    float x_of(double time_ns) const {
        const double part = (time_ns - begin_ns) / (end_ns - begin_ns);
        return lanes.x + pad + float(part * double(lanes.w - 2 * pad));
    }
    double time_of(float x) const {
        const double part = double(x - lanes.x - pad) / double(lanes.w - 2 * pad);
        return begin_ns + part * (end_ns - begin_ns);
    }
    float pinned_h() const { return tops[pinned]; }
    Rect pinned_lanes() const { return {lanes.x, lanes.y, lanes.w, pinned_h()}; }
    Rect other_lanes() const {
        return {lanes.x, lanes.y + pinned_h(), lanes.w, lanes.h - pinned_h()};
    }
    bool scrolls() const { return tops.back() - pinned_h() > other_lanes().h; }
    float lane_top(size_t row) const {
        return lanes.y + tops[row] - (row < pinned ? 0 : scroll);
    }
    bool shows(size_t row) const {
        const Rect part = row < pinned ? pinned_lanes() : other_lanes();
        return lane_top(row) < part.bottom() && lane_top(row) + lane_height(row) > part.y;
    }
    float lane_height(size_t row) const { return tops[row + 1] - tops[row]; }
    float lane_middle(size_t row) const { return lane_top(row) + lane_height(row) / 2; }
};

// Rows as high as they have room for; cores, where there are several, are lower.
void place_lanes(TimelineArea&);

struct LaneHit {
    const view::LaneRow* row = nullptr;
    const view::Lane* lane = nullptr;  // the row's, or that of one of its cores
    const view::Span* span = nullptr;
};
LaneHit lane_hit(const TimelineArea&, Point);
std::string span_words(const Ui&, const Moment&, const view::LaneCache&, const LaneHit&);

void draw_past(Ui&, const TimelineArea&, float needle_x);
void draw_lanes(Ui&, const TimelineArea&, const Moment&, const view::LaneCache&, float needle_x);
// Who woke whom, what happened before what, and what was printed.
struct Marks {
    bool wakes, orders;
};
void draw_marks(Ui&, const TimelineArea&, const Moment&, const view::LaneCache&, Marks);
// What is folded, unfolded and pinned there.
struct Folding {
    std::vector<Serial>& folded;
    int& cores;
    std::vector<Serial>* pinned = nullptr;  // null: nothing can be
};
void draw_lane_names(Ui&, const TimelineArea&, Rect gutter, const Moment&, Folding);
std::string process_name(const Texts&, const view::LaneRow&);
// What the marks mean, each at the end of a line that begins at one of them.
void draw_callouts(Ui&, const TimelineArea&, Rect band, float needle_x);
void draw_legend(Ui&, Rect, const view::LaneCache&);

// ---- moving (timeline_input.cpp) ---------------------------------------------------------------

// The whole run, or of a long one what is still known.
double shown_begin_ns(const Moment&);
double shown_end_ns(const Moment&);
// `points`: how wide the lanes are.
void zoom(TimelineUi&, const Moment&, double around_ns, double factor, float points);
void pan(TimelineUi&, const Moment&, double by_ns, float points);
void pan_and_zoom(Ui&, const TimelineArea&, const Moment&, TimelineUi&);
void scrub(Ui&, const TimelineArea&, const Moment&, TimelineUi&, Commands&);
void follow_needle(const Moment&, float points, TimelineUi&);

// ---- a range of time (timeline_range.cpp) ------------------------------------------------------

// Shift and drag over the lanes; true while a range is being drawn.
bool select_range(Ui&, const TimelineArea&, const Moment&, TimelineUi&);
void draw_range(Ui&, const TimelineArea&, const TimelineUi&);
float range_sums_h(const TimelineUi&);  // of the band under the lanes
void draw_range_sums(Ui&, Rect band, const TimelineArea&, const Moment&, const view::LaneCache&,
                     TimelineUi&);

// ---- search (timeline_search.cpp) --------------------------------------------------------------

// In the head, where the title's aside is.
void draw_lane_search(Ui&, Rect box, const Moment&, const view::LaneCache&, TimelineUi&, Commands&);
void draw_matches(Ui&, const TimelineArea&, const TimelineUi&);

}  // namespace meada::app
