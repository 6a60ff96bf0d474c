// Processes of the simulated computer, as they lie in the block. Each has a GIL of its own (unless
// the machine has none): the thread that holds it runs Python code, the others wait for it.
#pragma once

#include "machine/wait_queue.h"

namespace meada {

struct Process : NativeObject {
    static constexpr uint16_t value_count = 11;
    Value gil_holder;             // a Thread, or null: it is free; always null without a GIL
    Value gil_last;               // the Thread that held it last
    WaitQueue gil_waiters;
    Value main;                   // its main Thread
    Value at_end;                 // library function that ends the process
    Value roots;                  // Values cell: the Vm's roots while another process runs; or null
    Value next;                   // Process, in order of birth
    Value ends;                   // list: the ends of pipes that it has open (pipe.h); or null
    WaitQueue exit_waiters;       // threads of other processes that wait for its end
    uint64_t switched_ns;         // when the GIL last changed hands
    uint64_t switch_interval_ns;
    uint64_t gil_waited_ns;       // how long its holder had waited for it
    uint64_t ran_ns;              // its threads on cores, up to when they last left one
    uint32_t serial;              // 0: the first one
    uint32_t pid, parent_pid;
    int32_t exit_status;          // negative: the signal that ended it
    uint8_t phase;                // ProcessPhase
    uint8_t unused[7];
};
static_assert(sizeof(Process) == 16 + 11 * 8 + 4 * 8 + 24);

// zombie: it has ended and nobody has asked for its exit status yet.
enum class ProcessPhase : uint8_t { script, ending, zombie, reaped };
constexpr uint32_t first_pid = 1000;
// Living at the same time; whoever wants more is told so, as by an operating system.
constexpr uint32_t process_count_max = 100;
uint32_t process_count(const Machine&);  // living


inline Ref<Process> process_of(const Block& block, Ref<Thread> thread) {
    return block[thread].process.as_ref<Process>();
}
Ref<Process> running_process(const Machine&);
inline Ref<WaitQueue> gil_queue(Ref<Process> process) {
    return Ref<WaitQueue>{process.offset + static_cast<uint32_t>(offsetof(Process, gil_waiters))};
}

// A new process in which `function(*arguments)` runs `after_ns` from now. fork: it is a copy of the
// running one. spawn: it is as the boot image is, the function is the one of this name in the
// library's module `function`, the arguments are numbers, str and bytes. `name`: its main thread's.
// Null: raised. Events: thread_created, process_created.
// twin: a copy of the running one and of its running thread, which is parked in a native that gives
// 0 in the copy; `function` and `arguments` are null.
enum class Birth : uint8_t { fork, spawn, twin };
constexpr const char* spawned_function = "_spawned";
Ref<Process> create_process(Machine&, Birth, Value function, Value arguments, Value name);
Ref<Process> first_process(const Machine&);
Ref<Process> next_process(const Machine&, Ref<Process>);
Ref<Process> find_process(const Machine&, uint32_t pid);  // null: none, or reaped
// What a module of the library has under this name in a process that is not the running one.
Value library_name(Machine&, Ref<Process>, Value module, const char* name);
// All its threads end where they are. Where it is the running one, its turn ends.
void end_process(Machine&, Ref<Process>, int32_t exit_status);
// The Vm's roots become those of the process.
void enter_process(Machine&, Ref<Process>);

bool has_gil(const Machine&);
// When the waiter that has waited longest asks the holder for the GIL; never_ns: nobody waits.
TimeNs gil_requested_ns(const Machine&, Ref<Process>);
// Where the GIL is free and somebody waits for it, a waiter gets it and wants a core from now on.
void grant_gils(Machine&);
void grant_gil_to(Machine&, Ref<Thread>);  // to one that waits for it; it is free

// Time in which threads of the process ran.
TimeNs ran_ns(const Machine&, Ref<Process>);

}  // namespace meada
