// Two runs of the script beside each other, on one axis: the open one, and it on another machine or
// as another branch. It takes the timeline's place.
#pragma once

#include "app/commands.h"
#include "app/kit.h"
#include "view/view.h"

namespace meada::app {

struct CompareUi {
    std::string told;  // the verdict that a screen reader has been told
    bool open = false;
    view::LaneCache lanes;  // of the other run
    std::vector<Serial> folded_here, folded_there;
    int cores_here = 1, cores_there = 1;
    Scroll here, there;
};

struct CompareLook {
    const Moment* moment;
    const view::LaneCache* lanes;
    const Moment* other;  // null: nothing is compared yet
};

Commands draw_compare(Ui&, Rect, const CompareLook&, CompareUi&);

}  // namespace meada::app
