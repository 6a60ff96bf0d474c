// What never ends, in words: a line for each wait in the cycles of the wait-for graph, or, where
// there is none, for each wait without a deadline.
#pragma once

#include <string>
#include <vector>

#include "history/history.h"
#include "text/text.h"

namespace meada::view {

std::vector<std::string> deadlock_lines(const MachineState&, const Texts&);

}  // namespace meada::view
