// The event loop as queues: chips, and the path of the one that has just moved.
#pragma once

#include "app/commands.h"
#include "app/kit.h"
#include "view/view.h"

namespace meada::app {

struct EventLoopUi {
    uint64_t run = 0, event = 0;  // the moment that was drawn last
    double move_start_s = -1;     // when what its event moved set out; before that: nothing moves
};

// Under a head that somebody else draws (its tabs). What the last event moved glides there, unless
// one `jumps`: a moment that is only passed through moves nothing.
Commands draw_event_loop(Ui&, Rect body, const Moment&, const view::EventLoop&, bool jumps,
                         EventLoopUi&);

}  // namespace meada::app
