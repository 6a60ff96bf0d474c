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

}  // namespace meada
