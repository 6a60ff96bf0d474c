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
#include "vm/finalize.h"
#include "vm/frames.h"
#include "vm/generators.h"
#include "vm/holders.h"
#include "vm/iterators.h"
#include "vm/light.h"
#include "vm/operations.h"
#include "vm/quick.h"
#include "vm/size_classes.h"
#include "vm/slow_ops.h"
#include "vm/types.h"
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
    if (vm.block.attention & attention_holders) promote_holders(vm);
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

// --- what the loop's instructions share ---

template <typename T>
T* moved(T* pointer, ptrdiff_t bytes) {
    return reinterpret_cast<T*>(reinterpret_cast<uintptr_t>(pointer) +
                                static_cast<uintptr_t>(bytes));
}

uint32_t type_at(const uint8_t* base, const Vm& vm, Value value) {
    if (!value.is_ref()) return vm.type_of(value).offset;
    return reinterpret_cast<const Shape*>(base + shape_at(base, value))->type.offset;
}

bool names_are_globals(const Frame& frame) {
    return !frame.locals || frame.locals == frame.globals;
}

bool takes_positional_only(const CodeObject& code) {
    return code.keyword_only_count == 0 && !(code.flags & (code_varargs | code_varkeywords));
}

bool has_room_for_frame(const Vm& vm, const CodeObject& code) {
    const Context& context = vm.block[vm.context];
    const StackChunk& chunk = *vm.block.at<StackChunk>(context.chunk);
    return chunk.top + frame_size_bytes(code) <= chunk.end &&
           context.depth < vm.block.header().recursion_limit;
}

bool both_strs(const uint8_t* base, const BuiltinShapes& shapes, Value left, Value right) {
    return left.is_ref() && right.is_ref() && shape_at(base, left) == shapes.str &&
           shape_at(base, right) == shapes.str;
}

// By the operators' names in quick.def.
bool strs_EQUAL(const Vm&, const uint8_t* base, Value left, Value right) {
    return light_str_equal(base, left, right);
}
bool strs_NOT_EQUAL(const Vm&, const uint8_t* base, Value left, Value right) {
    return !light_str_equal(base, left, right);
}
bool strs_LESS(const Vm& vm, const uint8_t*, Value left, Value right) {
    return str_compare(vm, left, right) < 0;
}
bool strs_LESS_EQUAL(const Vm& vm, const uint8_t*, Value left, Value right) {
    return str_compare(vm, left, right) <= 0;
}
bool strs_GREATER(const Vm& vm, const uint8_t*, Value left, Value right) {
    return str_compare(vm, left, right) > 0;
}
bool strs_GREATER_EQUAL(const Vm& vm, const uint8_t*, Value left, Value right) {
    return str_compare(vm, left, right) >= 0;
}

// A native called where its arguments stand has ended without a value.
Step finish_native(Vm& vm, uint32_t on_stack) {
    if (vm.request.kind == Vm::Request::Kind::none) return Step::raised;
    const uint32_t caller = vm.block[vm.context].frame;
    for (uint32_t left = on_stack; left > 0; --left) drop_value(vm, pop_value(vm, caller));
    return do_request(vm, ReturnMode::push, {});
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
    if (vm.block[vm.context].doomed_count != 0) vm.block.attention |= attention_dying;
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
