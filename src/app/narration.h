// The caption under the timeline: what just happened, why, and what comes next.
#pragma once

#include "app/commands.h"
#include "app/kit.h"
#include "view/view.h"

namespace meada::app {

// Clicking a name could lead to its lane; for now names only show their yarn.
void draw_narration(Ui&, Rect, const Moment&, const view::Narration&);

}  // namespace meada::app
