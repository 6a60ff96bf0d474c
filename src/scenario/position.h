// A place in a run in terms that survive another version of compiler or library.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "machine/machine.h"

namespace meada {

// Right after the n-th event of a thread, plus instructions of user code that have run since.
struct Position {
    Serial thread = 0;  // 0: the start of the run
    Count event = 0;    // of this thread, from 1
    Count offset = 0;
    bool operator==(const Position&) const = default;
};

// "2.15+3": thread 2, its event 15, and 3 instructions; "+0" may be left out.
std::string to_text(const Position&);
std::optional<Position> position_from_text(std::string_view);

}  // namespace meada
