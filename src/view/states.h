// The one table of states at the cursor: how a thread or task looks and what it waits for, the
// same in every panel and in its lane.
#pragma once

#include <map>
#include <set>
#include <string>

#include "view/actors.h"
#include "view/words.h"

namespace meada::view {

struct States {
    const MachineState& state;
    std::set<Serial> gil_held;  // processes where one has the GIL
    // A task whose thread does not run shows what that waits for: a blocking call stops its loop.
    std::map<Serial, const ThreadState*> stopped;
};

States states_of(const MachineState&);

Look look_of(const States&, const ThreadState&);
Look look_of(const States&, const TaskState&);

// "lock desk", "await 4 tasks", "sleep 2.836 ms", "waits for the GIL".
std::string words_of(const States&, const Actors&, const Texts&, const ThreadState&);
std::string words_of(const States&, const Actors&, const Texts&, const TaskState&);

}  // namespace meada::view
