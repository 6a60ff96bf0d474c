// Where in a run something with a name happens: lanes, waits, printed text.
#pragma once

#include "view/lanes.h"

namespace meada::view {

struct LaneMatch {
    uint64_t event = 0;  // where it begins
    TimeNs time_ns = 0;
    Serial lane = 0;     // thread or task; 0: none
};
struct LaneSearch {
    std::vector<LaneMatch> matches;  // in order of time
    bool cut = false;                // there are more than could be kept
};

// Letters in both cases match each other, where they are of ASCII. An empty query matches nothing.
LaneSearch search_lanes(const LaneCache&, const Moment&, const Texts&, std::string_view query);

// The match after an event, or before it; the first after the last. Null: there is none.
const LaneMatch* next_match(const LaneSearch&, uint64_t event, bool backward);

}  // namespace meada::view
