// Where in a run one first looks: a moment at which something can be seen to happen.
#pragma once

#include "history/history.h"

namespace meada::view {

// The number of the event right after which to look, near this part (0 to 1) of the recorded time;
// below 0: the first one in the run that is worth it.
uint64_t first_moment(const Moment&, double part);

}  // namespace meada::view
