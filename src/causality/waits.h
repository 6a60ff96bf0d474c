// Who waits for whom at one moment: a wait-for graph (Holt, "Some Deadlock Properties of Computer
// Systems", 1972) over threads and tasks. A cycle in it never ends by itself, whatever else runs,
// unless one of its waits has a deadline.
#pragma once

#include "machine/state.h"

namespace meada {

struct WaitLink {
    Serial waiter = 0;     // thread or task
    WaitReason reason = WaitReason::none;
    Serial on = 0;         // lock, thread, task, …; 0: nothing that has a number
    Serial holder = 0;     // who could end it: who holds the lock, the thread, the task; 0: anybody
    uint32_t line = 0;     // of the waiter's innermost frame of the script
    TimeNs since_ns = 0;   // threads
};

// Every wait that has no deadline, of threads in order of birth, then of tasks.
std::vector<WaitLink> waits_without_end(const MachineState&);

// Each cycle once: every link's holder is the next one's waiter, the last one's the first's. The
// earliest born waiter comes first.
std::vector<std::vector<WaitLink>> wait_cycles(const MachineState&);

}  // namespace meada
