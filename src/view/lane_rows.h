// Which lanes stand in which order under each other: nested by parent, folded, pinned.
#pragma once

#include "view/lanes.h"

namespace meada::view {

// The lanes from top to bottom: cores that ever ran something; by process the GIL if several
// threads share it, and threads in order of birth, each followed by its tasks. Where there is one
// process its GIL comes first; of several each has a row of its own, if it has more than one lane.
struct LaneRow {
    const Lane* lane = nullptr;
    const Actor* actor = nullptr;  // null for cores and the GIL; of a process: its first thread
    uint32_t depth = 0;
    bool folds = false;        // a thread with tasks under it, a process with threads
    bool folds_cores = false;  // the first of several cores, or the row that stands for them:
    std::vector<const Lane*> cores = {};  // then all of them
};
std::vector<LaneRow> lane_rows(const LaneCache&, const std::vector<Serial>& folded = {},
                               bool cores_folded = false);
// The same, kept until the lanes or what is folded change: of thousands of lanes they take longer
// to make than to draw, and a frame asks several times.
struct KeptRows {
    uint64_t changes = 0;
    std::vector<Serial> folded;
    std::array<std::vector<LaneRow>, 2> rows{};  // by whether cores are folded
    std::array<bool, 2> made{};
};
const std::vector<LaneRow>& lane_rows(const LaneCache&, const std::vector<Serial>& folded,
                                      bool cores_folded, KeptRows&);
// Threads and tasks are.
bool is_pinnable(const LaneRow&);
// Takes these lanes to the top; how many there are.
size_t pin_rows(std::vector<LaneRow>&, const std::vector<Serial>& pinned);
uint32_t cores_used(const LaneCache&);  // how many ever ran something

}  // namespace meada::view
