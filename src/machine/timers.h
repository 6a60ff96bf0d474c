// Timers: a binary heap of threads by (when, sequence), so that equal times go in the order in
// which they were set, as on an idle machine.
#pragma once

#include "machine/thread.h"

namespace meada {

// Replaces the thread's timer if it has one.
void start_timer(Machine&, Ref<Thread>, TimeNs when_ns);
void stop_timer(Machine&, Ref<Thread>);
TimeNs next_timer_ns(const Machine&);  // never_ns: none
// Everything due: deadlines wake their threads, woken waiters look at their lock again.
// Decision: timer_tie.
void fire_timers(Machine&);
// For a run without time: everything at once that no script asked to wait for (threads that start,
// woken ones that look at their lock again).
void fire_wakes(Machine&);
std::vector<Ref<Thread>> sleepers(const Machine&);  // threads with deadlines, the earliest first
void fire_early(Machine&, Ref<Thread> sleeper);     // its deadline, before those of others

}  // namespace meada
