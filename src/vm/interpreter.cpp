// The loop: what its steps (loop.h) share, and running them.
//
// Counting: straight-line code is counted when control leaves it, as a distance. `fuel` falls by
// it; when it is used up, or Block::attention is set, the next look-up point (see look_up) does
// what has to be done. The exact loop does the same at every instruction.
#include "vm/interpreter.h"

#include <algorithm>
#include <array>

#include "vm/calls.h"
#include "vm/finalize.h"
#include "vm/frames.h"
#include "vm/generators.h"
#include "vm/holders.h"
#include "vm/iterators.h"
#include "vm/loop.h"
#include "vm/operations.h"
#include "vm/quick.h"
#include "vm/size_classes.h"
#include "vm/slow_ops.h"
#include "vm/types.h"
#include "vm/unwind.h"

namespace meada {

// What the loop works towards, in one place for both forms.
struct Goal {
    uint64_t user_end;   // Vm::user_instructions
    uint64_t ticks_end;  // hand-over
    uint64_t any_left;   // instructions of any code
    RunLimits::Turn (*next_turn)(Vm&, StopReason, RunLimits&);
};

namespace {

uint64_t ticks(const Vm& vm) {
    return vm.user_instructions * ticks_per_instruction + vm.charged_units;
}

bool in_library(const Vm& vm) {
    return vm.block.at<Frame>(vm.block[vm.context].frame)->flags & frame_library;
}

// So many instructions at most between two look-up points of the fast loop.
uint64_t longest_stretch(const Vm& vm) { return vm.block.header().longest_code + 256; }

bool runs_exactly(const Vm& vm, const Goal& goal) {
    return goal.user_end - vm.user_instructions <= longest_stretch(vm);
}

// What a turn costs, in instructions of real time.
constexpr uint64_t turn_cost = 8;

// The loop looks up at least so often, though nothing has to be done then (see switch_loop.cpp).
constexpr uint64_t fuel_max = 250'000;

// Fuel until something may have to be done; never more than what certainly is too little.
int64_t fuel_for(Vm& vm, const Goal& goal, bool exact) {
    uint64_t fuel = std::min(goal.any_left, fuel_max);
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

// Finalisers of what died, up to the first that runs in a frame of its own.
Leave finalize_dying(Vm& vm) {
    const uint32_t before = vm.block[vm.context].frame;
    while (vm.block.attention & attention_dying) {
        const Step step = finalize_next(vm);
        if (step == Step::suspended) return Leave::suspended;
        if (step == Step::raised) return Leave::raised;
        if (vm.block[vm.context].frame != before) break;
    }
    return Leave::no;
}

// At a look-up point: finalisers, the collector, limits.
Leave look_up(Vm& vm, const Goal& goal, bool hand_over_point) {
    if (vm.block.attention & attention_holders) promote_holders(vm);
    const uint32_t before = vm.block[vm.context].frame;
    const Leave died = finalize_dying(vm);
    if (died != Leave::no || vm.block[vm.context].frame != before) return died;
    if (vm.block.attention & attention_collect) {
        collect_as_needed(vm);
        activate_context(vm, vm.context);
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
    if (runs_exactly(vm, goal)) return Leave::exact;
    return Leave::no;
}

void refuel(Vm& vm) {
    RunningLoop& loop = vm.loop;
    loop.fuel = fuel_for(vm, *loop.goal, loop.exact) * static_cast<int64_t>(sizeof(CodeWord));
    loop.fuel_counted = loop.fuel_start = loop.fuel;
}

void use_up_fuel(RunningLoop& loop) {
    const int64_t used = std::max<int64_t>(loop.fuel_start - loop.fuel, 0) /
                         static_cast<int64_t>(sizeof(CodeWord));
    loop.goal->any_left -= std::min(loop.goal->any_left, static_cast<uint64_t>(used));
}

// An instruction has ended on the block, by Step: what the registers hold is old.
STEP(stepped) {
    while (vm.loop.step == Step::raised) vm.loop.step = unwind(vm);
    if (vm.loop.step == Step::suspended) return Leave::suspended;
    if (vm.loop.step == Step::returned) return vm.has_exception() ? Leave::raised : Leave::no;
    LOAD();
    if (vm.block.attention & (attention_dying | attention_holders)) ATTEND(false);
    NEXT();
}

}  // namespace

bool stops_here(Vm& vm, const CodeWord* next) {
    count_up_to(vm, next);
    if (!vm.loop.user_mask || vm.user_instructions < vm.loop.goal->user_end) return false;
    use_up_fuel(vm.loop);
    return true;
}

STEP(slow) {
    SAVE();
    const Opcode opcode = base_opcode(static_cast<uint8_t>(WORD.word));
    vm.loop.hand_over = opcode == Opcode::CALL || opcode == Opcode::CALL_FUNCTION_EX ||
                        opcode == Opcode::POP_JUMP_BACKWARD_IF_FALSE ||
                        opcode == Opcode::POP_JUMP_BACKWARD_IF_TRUE;
    vm.loop.step = slow_op(opcode)(vm, ARGUMENT);
    GO(called);
}

STEP(called) {
    if (vm.loop.step != Step::next) [[unlikely]] GO(stepped);
    LOAD();
    if (vm.loop.fuel <= 0 || vm.block.attention) GO(attend);
    NEXT();
}

STEP(raised) {
    SAVE();
    vm.loop.step = Step::raised;
    GO(stepped);
}

STEP(attend) {
    SAVE();
    if (vm.block.attention == attention_dying && vm.loop.fuel > 0) {  // no limit is near: look_up
        const Leave leave = finalize_dying(vm);
        if (leave == Leave::raised) {
            vm.loop.step = Step::raised;
            GO(stepped);
        }
        if (leave == Leave::suspended) {
            use_up_fuel(vm.loop);
            return leave;
        }
        if (vm.block.attention == 0 || vm.block[vm.context].frame != FRAME_AT) {
            LOAD();
            NEXT();
        }
    }
    use_up_fuel(vm.loop);
    const Leave leave = look_up(vm, *vm.loop.goal, vm.loop.hand_over);
    if (leave == Leave::hand_over || leave == Leave::user_instructions) {
        vm.loop.leave = leave;
        GO(stopped);
    }
    if (leave != Leave::no && leave != Leave::raised && !(vm.loop.exact && leave == Leave::exact))
        return leave;
    // Fuel that is used up from the start means: look again at the next point.
    refuel(vm);
    if (leave == Leave::raised) {
        vm.loop.step = Step::raised;
        GO(stepped);
    }
    LOAD();
    NEXT();
}

namespace {

// The registers are saved, and a limit is reached: whether another turn comes.
Leave another_turn(Vm& vm, Leave leave) {
    Goal& goal = *vm.loop.goal;
    if (!goal.next_turn) return leave;
    if (goal.any_left == 0)  // a hand-over is missed if it is not the reason
        return leave == Leave::hand_over ? leave : Leave::slice;
    RunLimits limits;
    const StopReason why = leave == Leave::hand_over ? StopReason::hand_over
                                                     : StopReason::user_instructions;
    const RunLimits::Turn turn = goal.next_turn(vm, why, limits);
    if (turn == RunLimits::Turn::none) return leave;
    goal.user_end = vm.user_instructions + limits.user_instructions;
    goal.ticks_end = ticks(vm) + limits.hand_over_ticks;
    goal.any_left -= std::min(goal.any_left, turn_cost);
    if (turn == RunLimits::Turn::first) {  // else its cards are marked from the last one
        activate_context(vm, vm.context);
        activate_frame(vm, vm.block[vm.context].frame);
    }
    if (vm.loop.exact != runs_exactly(vm, goal)) return Leave::turn;
    if (!vm.loop.exact) {
        refuel(vm);
        return Leave::no;
    }
    // Up to the next limit there is not much: it looks up wherever it can.
    vm.loop.fuel = vm.loop.fuel_counted = vm.loop.fuel_start = 0;
    vm.units_alarm = vm.charged_units + std::max<uint64_t>(limits.hand_over_ticks / 2, 1);
    return Leave::no;
}

}  // namespace

STEP(stopped) {
    const Leave leave = another_turn(vm, vm.loop.leave);
    if (leave != Leave::no) return leave;
    vm.loop.hand_over = false;
    base = vm.block.base();
    ENTER(vm.block[vm.context].frame);
    if (vm.block.attention) [[unlikely]] GO(attend);  // as a run that begins with it
#ifndef MEADA_SWITCH_LOOP
    if (vm.loop.exact) GO(at_once);
#endif
    NEXT();
}

namespace {

Leave run_steps(Vm& vm, Goal& goal, bool exact) {
    RunningLoop& loop = vm.loop;
    loop.exact = exact;
    loop.goal = &goal;
    loop.true_value = vm.root(Root::true_value);
    loop.false_value = vm.root(Root::false_value);
    loop.none = vm.none();
    loop.object_new =
        vm.block[vm.type(Root::type_object)].specials[static_cast<uint32_t>(Special::new_)];
    loop.builtins = vm.block[vm.root(Root::builtins).as_ref<Module>()].attributes;
    loop.characters = vm.root(Root::one_character_strs).offset() + Tuple::items_offset;
    const auto shape = [&](Root type) { return vm.root_shape(type).offset; };
    loop.shapes = {shape(Root::type_str),  shape(Root::type_list), shape(Root::type_tuple),
                   shape(Root::type_dict), shape(Root::type_set),  shape(Root::type_type)};
    loop.hand_over = false;
    refuel(vm);
    activate_frame(vm, vm.block[vm.context].frame);
    if (vm.block[vm.context].interrupted) {
        vm.block.edit(vm.context).interrupted = 0;
        Step step = Step::raised;
        while (step == Step::raised) step = unwind(vm);
        if (step == Step::suspended) return Leave::suspended;
        if (step == Step::returned) return vm.has_exception() ? Leave::raised : Leave::no;
        activate_frame(vm, vm.block[vm.context].frame);
    }
    const uint32_t at = vm.block[vm.context].frame;
    uint8_t* base = vm.block.base();
    Frame* frame;
    const CodeWord* ip;
    Value* sp;
    ENTER(at);
    // Entered with something to attend to (a snapshot's, the last slice's): it does so at once.
    return run_loop(LOOP_ARGUMENTS);
}

}  // namespace

StopReason run(Vm& vm, const RunLimits& limits) {
    ASSERT(!vm.running && vm.context);
    vm.running = true;
    Goal goal;
    goal.user_end = vm.user_instructions + limits.user_instructions;
    goal.ticks_end = ticks(vm) + limits.hand_over_ticks;
    goal.any_left = limits.any_instructions;
    goal.next_turn = limits.next_turn;
    activate_context(vm, vm.context);
    if (vm.block[vm.context].doomed_count != 0) vm.block.attention |= attention_dying;
    Leave leave = Leave::exact;
    do leave = run_steps(vm, goal, runs_exactly(vm, goal));
    while (leave == Leave::exact || leave == Leave::turn);
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
