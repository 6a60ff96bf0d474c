// Inside of the timeline: where things lie, and the lanes themselves.
#pragma once

#include "app/hatch.h"
#include "app/kit.h"
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

    static constexpr float pad = 14;  // free at both ends, so that nothing sticks to the edge
    float x_of(double time_ns) const {
        const double part = (time_ns - begin_ns) / (end_ns - begin_ns);
        return lanes.x + pad + float(part * double(lanes.w - 2 * pad));
    }
    double time_of(float x) const {
        const double part = double(x - lanes.x - pad) / double(lanes.w - 2 * pad);
        return begin_ns + part * (end_ns - begin_ns);
    }
    float lane_top(size_t row) const { return lanes.y + tops[row] - scroll; }
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
void draw_lanes(Ui&, const TimelineArea&, const Moment&, const view::LaneCache&, float needle_x,
                bool arrows);
// What is folded and unfolded there.
struct Folding {
    std::vector<Serial>& threads;
    int& cores;
};
void draw_lane_names(Ui&, const TimelineArea&, Rect gutter, const Moment&, Folding);
// What the marks mean, each at the end of a line that begins at one of them.
void draw_callouts(Ui&, const TimelineArea&, Rect band, float needle_x);
void draw_legend(Ui&, Rect, const view::LaneCache&);

}  // namespace meada::app
