// Where in a run one first looks: a moment at which something can be seen to happen.
#pragma once

#include <optional>

#include "history/history.h"

namespace meada::view {

// An example's, near this part (0 to 1) of the recorded time: the number of the event right after
// which to look.
uint64_t first_moment(const Moment&, double part);

struct Telling {
    uint64_t event = 0;  // right after it
    // Or, where no event lies in what the script itself does there, before this instruction of its.
    std::optional<Count> instruction = {};
};
// Of a script that nobody knows yet, the first of these that there is: the deadlock that ends the
// run, right before an exception is raised that nothing will catch, one that waits while another
// goes on (if one does for a lock, queue or the like; for the others' end only if none waits for
// anything else), output, the end. Where only threads of the library would be seen to go on, as
// with a pool of processes, one looks into what its workers do.
Telling telling_moment(const Moment&);

}  // namespace meada::view
