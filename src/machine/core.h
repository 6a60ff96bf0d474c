// The simulated computer's cores, as they lie in the block. Each has a clock of its own, work done
// plus time passed otherwise, because threads on several cores run at the same time: the machine
// runs the one whose clock is behind (schedule.cpp).
#pragma once

#include "machine/thread.h"

namespace meada {

// In the block: Values first (traced), then plain words; no padding.
struct Core : NativeObject {
    static constexpr uint16_t value_count = 2;
    Value running;            // the Thread that has it; null: it is idle
    Value last;               // the Thread that had it last
    uint64_t ticks;           // work done on it up to the last settling of accounts
    uint64_t other_ns;        // time that passed otherwise: idling, switches
    uint64_t taken_ns;        // since when its thread has it
    uint64_t quantum_end_ns;  // when others may ask for it; never_ns: it keeps it
    uint32_t instruction_ns;
    uint16_t number;          // from 0
    uint8_t at_hand_over;     // it stopped where its thread can make way for another
    uint8_t unused;
};
static_assert(sizeof(Core) == 16 + 2 * 8 + 4 * 8 + 8);

// As many as the spec has. False: the block is full.
bool make_cores(Machine&);
uint32_t core_count(const Machine&);
Ref<Core> core_at(const Machine&, uint32_t number);
TimeNs now_ns(const Machine&, Ref<Core>);

// The busy core whose clock is behind those of all others (the lowest number of equals); null: all
// are idle. `next_ns`: what the second one's clock says, never_ns if there is none.
Ref<Core> earliest_busy(const Machine&, TimeNs* next_ns = nullptr);
bool others_are_busy(const Machine&);  // than the one whose turn it is

// Whose turn it is: its thread is the running one, its clock the machine's. Between two turns the
// machine's clock stands at the moment when the last one ended.
void begin_turn(Machine&, Ref<Core>);
void end_turn(Machine&);

// The running thread has a core no longer; the turn is over.
void leave_core(Machine&);
// It is ready to run: to the end of the run queue.
void want_core(Machine&, Ref<Thread>);
void leave_run_queue(Machine&, Ref<Thread>);
void set_nice(Machine&, Ref<Thread>, int8_t);  // who wants a core may come before others now
// Threads that want a core get those that are idle; by the policy if there are more of them.
// Events: core_taken, …
void give_cores(Machine&);
// From when on its thread is to leave the core to another; never_ns: it need not.
TimeNs core_wanted_ns(const Machine&, Ref<Core>);

}  // namespace meada
