// Threads of the simulated process, as they lie in the block, and their lists.
//
// A thread is a native object that Python never sees as such: the modelled `threading` holds its
// serial. Its Context (vm) is what runs; everything about waiting and being woken is here.
#pragma once

#include "machine/events.h"
#include "machine/state.h"
#include "vm/vm.h"

namespace meada {

struct Machine;

enum ThreadFlags : uint8_t {
    thread_daemon = 1,
    thread_main = 2,
    thread_retries = 4,  // its timer is not its deadline: it was woken and looks again (Lock)
    thread_fired = 8,    // woken by its deadline
    thread_notified = 32,  // its timer is not its deadline: it looks again (pipe.h)
    thread_granted = 16, // it has got the GIL and nobody has been told yet
    // Interleaved, and ready: it stands at a library point (interleave.h).
    thread_at_point = 64,
    thread_ends_process = 128,
};

// In the block: Values first (traced), then plain words; no padding.
struct Thread : NativeObject {
    static constexpr uint16_t value_count = 13;
    Value context, name;
    Value loop, task;              // asyncio's running loop and current task, or null
    Value end_lock;                // released when the thread has ended, or null
    Value next, previous;          // living threads, by birth
    Value queue_next, queue_previous;  // in the wait queue or the run queue that it is in
    Value waits_in;                // the object whose wait queue that is; null: none
    Value local;                   // threading.local's dict of dicts, or null
    Value process;
    Value core;                    // that it runs on or ran on last; null: none yet

    uint64_t since_ns;             // when its state began
    uint64_t deadline_ns;
    uint64_t timer_when_ns;
    uint64_t sequence;             // of setting its timer, of coming to the run queue: for ties
    uint64_t scheduling_points;    // decisions that its steps led to
    uint64_t events;               // that happened in it
    uint64_t ran_ns;               // on cores, up to when it last left one
    uint64_t virtual_ns;           // virtual run time (Policy::fair)
    uint64_t waited_since_ns;      // for that pipe; whoever is woken looks again, and may wait on
    uint32_t serial, task_serial, waits_on;
    uint32_t timer_index;          // its place in the heap of timers + 1; 0: no timer
    uint32_t queue;                // offset of the WaitQueue that it is in; 0: none
    uint8_t state, reason, flags;  // RunState, WaitReason, ThreadFlags
    int8_t nice;                   // -20 (goes first) to 19 (Policy::priority)
    uint32_t ready_index;          // its place in the heap of the ready + 1; 0: it is not in it
    uint32_t queue_length;         // of the queue that it is the last of
    uint32_t waited_for;           // the pipe that it has waited for last; 0: it got what it wanted
    uint32_t unused;
};
static_assert(sizeof(Thread) == 16 + 13 * 8 + 9 * 8 + 5 * 4 + 4 + 16);

// A new thread in state `created`, at the end of the list of the living; its serial is the next.
// Null: MemoryError pending. Events: thread_created (in the creator).
// Of the running process, unless another is given.
Ref<Thread> create_thread(Machine&, Value name, bool daemon, Value process = {});
// Lets it run `callable(*arguments)` once thread_start_ns have passed. False: raised.
bool start_thread(Machine&, Ref<Thread>, Value callable, std::span<const Value> arguments);
// The running thread is over: out of the list, its end lock released. Event: thread_ended.
void end_thread(Machine&, EndOutcome);
// A thread that does not run, because its process ends: out of every list. Event: thread_ended.
void drop_thread(Machine&, Ref<Thread>, EndOutcome = EndOutcome::cancelled);

Ref<Thread> find_thread(const Machine&, Serial);  // among the living; null: none
uint32_t thread_count(const Machine&);            // living
// Living threads by birth: start with first_thread, go on until null.
Ref<Thread> first_thread(const Machine&);
Ref<Thread> next_thread(const Machine&, Ref<Thread>);

void set_state(Machine&, Ref<Thread>, RunState);  // and when it began
void rename_thread(Machine&, Ref<Thread>, Value name);

}  // namespace meada
