// Threads that wait for one thing: a lock, the end of another thread, a loop's next event.
//
// Only here does a thread stop running of its own will or become runnable again, so every wait
// has a reason and every wake a waker: the timeline's hatching and arrows.
#pragma once

#include "machine/decisions.h"
#include "machine/thread.h"

namespace meada {

// Two Values inside the object that is waited for (a Lock, …).
struct WaitQueue {
    Value first, last;
};

struct Wait {
    WaitReason reason = WaitReason::none;
    Serial on = 0;
    TimeNs deadline_ns = never_ns;      // absolute; in the past: due at once
    Ref<WaitQueue> queue = {};          // null: only the deadline ends it
    Value queue_owner = {};             // the object that holds the queue
};

// Takes the running thread off until woken or its deadline; the native that asked ends with
// Vm::suspend. What it then gives to its caller is decided by whoever wakes it: see `wake`.
// Event: thread_parked.
void park(Machine&, const Wait&);

// Makes a parked thread ready; its native returns `result`. Event: thread_woken (in the waker).
void wake(Machine&, Ref<Thread>, Value result);
// The same, but its native raises.
void wake_raising(Machine&, Ref<Thread>, Value exception);

// The thread that a hand-over wakes (decision `hand_over`; the longest waiting by default), taken
// out of its queue but not woken yet; null if none waits.
Ref<Thread> take_waiter(Machine&, Ref<WaitQueue>);
uint32_t waiter_count(const Machine&, Ref<WaitQueue>);
// The decision which of two or more threads in the queue; their number, from the front.
uint32_t choose_waiter(Machine&, DecisionKind, Ref<WaitQueue>);
ChoiceOptions options_of(const Machine&, Ref<WaitQueue>);  // for tell_choice
std::vector<Serial> waiters_of(const Machine&, const WaitQueue&);

void append(Machine&, Ref<WaitQueue>, Ref<Thread>);
void remove(Machine&, Ref<WaitQueue>, Ref<Thread>);

}  // namespace meada
