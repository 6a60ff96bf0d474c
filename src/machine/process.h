// Processes of the simulated computer, as they lie in the block. Each has a GIL of its own (unless
// the machine has none): the thread that holds it runs Python code, the others wait for it.
#pragma once

#include "machine/wait_queue.h"

namespace meada {

struct Process : NativeObject {
    static constexpr uint16_t value_count = 6;
    Value gil_holder;             // a Thread, or null: it is free; always null without a GIL
    Value gil_last;               // the Thread that held it last
    WaitQueue gil_waiters;
    Value main;                   // its main Thread
    Value at_end;                 // library function that ends the process
    uint64_t switched_ns;         // when the GIL last changed hands
    uint64_t switch_interval_ns;
    uint64_t gil_waited_ns;       // how long its holder had waited for it
    uint64_t ran_ns;              // its threads on cores, up to when they last left one
    uint32_t serial;              // the pid
    uint32_t exit_status;
};
static_assert(sizeof(Process) == 16 + 6 * 8 + 4 * 8 + 8);

inline Ref<Process> process_of(const Block& block, Ref<Thread> thread) {
    return block[thread].process.as_ref<Process>();
}
Ref<Process> running_process(const Machine&);
inline Ref<WaitQueue> gil_queue(Ref<Process> process) {
    return Ref<WaitQueue>{process.offset + static_cast<uint32_t>(offsetof(Process, gil_waiters))};
}

bool has_gil(const Machine&);
// When the waiter that has waited longest asks the holder for the GIL; never_ns: nobody waits.
TimeNs gil_requested_ns(const Machine&, Ref<Process>);
// Where the GIL is free and somebody waits for it, a waiter gets it and wants a core from now on.
void grant_gils(Machine&);

// Time in which threads of the process ran.
TimeNs ran_ns(const Machine&, Ref<Process>);

}  // namespace meada
