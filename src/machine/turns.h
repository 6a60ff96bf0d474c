// Turns of threads that share memory and have cores of their own: one instruction each, mostly.
// Where nothing else is due they change inside the loop (RunLimits::next_turn), for less than half
// of what leaving it costs; what that leaves in the block is what schedule.cpp would.
#pragma once

#include "machine/core.h"
#include "vm/interpreter.h"

namespace meada {

struct MachineRoot;

// Outside the block, for one run: what does not change in it of the cores that are busy.
struct Turns {
    struct Busy {
        TimeNs now_ns;  // of the one whose turn it is: when it began
        Ref<Core> core;
        Ref<Context> context;
        uint32_t collections;  // BlockHeader::collection_count at its last turn; none: at no time
        bool elsewhere;  // its thread is of another process
    };
    std::vector<Busy> busy;         // by number; empty: not looked at yet in this run
    size_t current = 0;             // whose turn it is
    uint64_t user_end = unlimited;  // AdvanceLimits::user_instructions
    uint64_t taken = 0;             // turns
};

// Total ticks of the core at which this time is reached. From totals, so that slices make no
// difference.
uint64_t ticks_at(const Core&, TimeNs when_ns);
// Where the turn of a core ends: another core's clock says `other_ns`. Into the root.
void end_turn_at(MachineRoot&, const Core&, TimeNs other_ns);

RunLimits::Turn next_turn_inside(Vm&, StopReason why, RunLimits& limits);

}  // namespace meada
