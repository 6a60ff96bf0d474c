// The report of what is wrong with the run: verdict first, then the moments that lead to it.
#pragma once

#include "app/commands.h"
#include "app/kit.h"
#include "session/findings.h"
#include "view/view.h"

namespace meada::app {

struct FindingsUi {
    size_t shown = 0;  // index
    Scroll scroll;
};

struct FindingsLook {
    const std::vector<view::Finding>* findings;
    RacesKnown races_known;
};

Commands draw_findings(Ui&, Rect body, const Moment&, const FindingsLook&, FindingsUi&);

}  // namespace meada::app
