// Who could go next: the options with what each would lead to, to be chosen by click or digit; and
// the branches that choosing has made.
#pragma once

#include "app/commands.h"
#include "app/kit.h"
#include "view/view.h"

namespace meada::app {

struct NextUi {
    Scroll scroll;
};

struct NextLook {
    const view::NextView* next;
    const std::vector<view::BranchRow>* rows;
    const Branches* branches;
};

Commands draw_next(Ui&, Rect body, const NextLook&, NextUi&);

}  // namespace meada::app
