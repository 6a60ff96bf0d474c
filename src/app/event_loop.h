// The event loop as queues: chips, and the path of the one that has just moved.
#pragma once

#include "app/commands.h"
#include "app/kit.h"
#include "view/view.h"

namespace meada::app {

// Under a head that somebody else draws (its tabs).
Commands draw_event_loop(Ui&, Rect body, const Moment&, const view::EventLoop&);

}  // namespace meada::app
