// What panels hand back: commands to the session, in order.
#pragma once

#include <vector>

#include "session/session.h"

namespace meada::app {

using Commands = std::vector<Command>;

inline void append(Commands& commands, Commands more) {
    for (Command& command : more) commands.push_back(std::move(command));
}

}  // namespace meada::app
