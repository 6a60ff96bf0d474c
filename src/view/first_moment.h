// Where in a run one first looks: a moment at which something can be seen to happen.
#pragma once

#include "history/history.h"

namespace meada::view {

// Each is the number of the event right after which to look.
// An example's: near this part (0 to 1) of the recorded time.
uint64_t first_moment(const Moment&, double part);
// Of a script that nobody knows yet, the first of these that there is: the deadlock that ends the
// run, an exception that nothing caught, one that waits while another goes on (for the others' end
// only if none waits for anything else), output, the end.
uint64_t telling_moment(const Moment&);

}  // namespace meada::view
