// A range of time, summed: who ran how long, and who waited for what.
#pragma once

#include "view/lane_rows.h"
#include "view/span_sums.h"

namespace meada::view {

struct WaitedFor {
    std::string what;  // "lock cups"
    TimeNs ns = 0;
};
struct RangeRow {
    const Actor* actor = nullptr;
    LookTimes times;
    std::vector<WaitedFor> waits;  // longest first
};
struct RangeSums {
    TimeNs from_ns = 0, to_ns = 0;
    std::vector<RangeRow> rows;  // threads and tasks that lived in the range, as the lanes stand
    LookTimes whole;             // of all of them
};

RangeSums range_sums(const LaneCache&, const std::vector<LaneRow>&, const Moment&, const Texts&,
                     TimeNs from_ns, TimeNs to_ns);

// What a span is called: its state, and what it waits for by name.
std::string span_name(const LaneCache&, const Moment&, const Texts&, const Span&);

}  // namespace meada::view
