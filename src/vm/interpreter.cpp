// The loop. Everything hot is here, on registers: `ip` the next instruction, `sp` behind the top
// of the value stack, `locals` the frame's first slot. Everything else saves them (SAVE), calls a
// function of slow_ops.h on the block and takes them from the frame again (LOAD).
//
// Counting: straight-line code is counted when control leaves it, as a distance. `fuel` falls by
// it; when it is used up, or Block::attention is set, the next look-up point (see look_up) does
// what has to be done. The exact loop does the same at every instruction.
#include "vm/interpreter.h"

#include <algorithm>

#include "vm/arithmetic.h"
#include "vm/calls.h"
#include "vm/frames.h"
#include "vm/generators.h"
#include "vm/operations.h"
#include "vm/quick.h"
#include "vm/size_classes.h"
#include "vm/slow_ops.h"
#include "vm/unwind.h"

namespace meada {
namespace {

// What the loop works towards, in one place for both forms.
struct Goal {
    uint64_t user_end;   // Vm::user_instructions
    uint64_t ticks_end;  // hand-over
    uint64_t any_left;   // instructions of any code
};

uint64_t ticks(const Vm& vm) {
    return vm.user_instructions * ticks_per_instruction + vm.charged_units;
}

bool in_library(const Vm& vm) {
    return vm.block.at<Frame>(vm.block[vm.context].frame)->flags & frame_library;
}

// So many instructions at most between two look-up points of the fast loop.
uint64_t longest_stretch(const Vm& vm) { return vm.block.header().longest_code + 256; }

// Fuel until something may have to be done; never more than what certainly is too little.
int64_t fuel_for(Vm& vm, const Goal& goal, bool exact) {
    uint64_t fuel = std::min<uint64_t>(goal.any_left, uint64_t{1} << 40);
    const uint64_t now = ticks(vm);
    const uint64_t ticks_left = goal.ticks_end > now ? goal.ticks_end - now : 0;
    fuel = std::min(fuel, ticks_left / (2 * ticks_per_instruction));
    vm.units_alarm = vm.charged_units + std::max<uint64_t>(ticks_left / 2, 1);
    if (!exact) {
        const uint64_t user_left = goal.user_end - std::min(goal.user_end, vm.user_instructions);
        const uint64_t margin = longest_stretch(vm);
        fuel = std::min(fuel, user_left > margin ? user_left - margin : 0);
    }
    return static_cast<int64_t>(fuel);
}

enum class Leave : uint8_t { no, exact, user_instructions, hand_over, slice, suspended, raised };

// At a look-up point: finalisers, the collector, limits.
Leave look_up(Vm& vm, const Goal& goal, bool hand_over_point) {
    while (vm.block.attention & attention_dying) {
        const uint32_t before = vm.block[vm.context].frame;
        const Step step = finalize_next(vm);
        if (step == Step::suspended) return Leave::suspended;
        if (step == Step::raised) return Leave::raised;
        if (vm.block[vm.context].frame != before) return Leave::no;  // a finaliser's frame
    }
    if (vm.block.attention & attention_collect) {
        collect_as_needed(vm);
        activate_frame(vm, vm.block[vm.context].frame);
        if (vm.block.attention & attention_dying) return look_up(vm, goal, hand_over_point);
    }
    vm.block.attention &= static_cast<uint8_t>(~attention_units);
    // A point is passed when this returns: the hand-over comes first, or a run that stopped just here
    // for another reason would miss it. Nor may a slice hide that the limit is reached.
    const bool library = in_library(vm);
    if (!library && hand_over_point && ticks(vm) >= goal.ticks_end) return Leave::hand_over;
    if (!library && vm.user_instructions >= goal.user_end) return Leave::user_instructions;
    if (goal.any_left == 0) return Leave::slice;
    if (goal.user_end - vm.user_instructions <= longest_stretch(vm)) return Leave::exact;
    return Leave::no;
}

#include "vm/loop.inc"

}  // namespace

StopReason run(Vm& vm, const RunLimits& limits) {
    ASSERT(!vm.running && vm.context);
    vm.running = true;
    Goal goal;
    goal.user_end = vm.user_instructions + limits.user_instructions;
    goal.ticks_end = ticks(vm) + limits.hand_over_ticks;
    goal.any_left = limits.any_instructions;
    vm.block.mark(vm.context.offset, sizeof(Context));
    Leave leave = Leave::exact;
    bool exact = goal.user_end - vm.user_instructions <= longest_stretch(vm);
    for (;;) {
        leave = exact ? loop<true>(vm, goal) : loop<false>(vm, goal);
        if (leave != Leave::exact) break;
        exact = true;
    }
    vm.running = false;
    switch (leave) {
        case Leave::user_instructions: return StopReason::user_instructions;
        case Leave::hand_over: return StopReason::hand_over;
        case Leave::slice: return StopReason::slice;
        case Leave::suspended: return StopReason::suspended;
        case Leave::raised: return StopReason::raised;
        default: return StopReason::returned;
    }
}

Work work_done(const Vm& vm) { return {vm.user_instructions, ticks(vm)}; }

}  // namespace meada
