#include "machine/turns.h"

#include <algorithm>
#include <span>
#include <utility>

#include "machine/machine.h"

namespace meada {

uint64_t ticks_at(const Core& core, TimeNs when_ns) {
    if (when_ns <= core.other_ns) return 0;
    const uint64_t work = (when_ns - core.other_ns) * ticks_per_instruction;
    const uint64_t done = core.ticks * core.instruction_ns;
    // Most is near: dividing what fits in 32 bits is quicker.
    const uint64_t more = work - done + core.instruction_ns - 1;
    if (work >= done && more <= UINT32_MAX) [[likely]]
        return core.ticks + static_cast<uint32_t>(more) / core.instruction_ns;
    return (work + core.instruction_ns - 1) / core.instruction_ns;
}

void end_turn_at(MachineRoot& root, const Core& core, TimeNs other_ns) {
    const uint64_t done = core.ticks;
    root.turn_end_ticks = std::max(ticks_at(core, other_ns), done + 1);
    root.turn_end_instructions =
        root.user_instructions +
        (root.turn_end_ticks - done + ticks_per_instruction - 1) / ticks_per_instruction;
}

namespace {

TimeNs settled_ns(const Core& core) {
    return core.other_ns + core.ticks * core.instruction_ns / ticks_per_instruction;
}

constexpr uint32_t no_turn_yet = ~uint32_t{0};

// Marks what turns write, too: once is enough, because checkpoints are taken between runs, and what
// they write refers to nothing young that is not referred to elsewhere.
[[gnu::noinline]] void look_at_cores(Machine& machine) {
    Block& block = machine.vm.block;
    Turns& turns = machine.turns;
    const Value current = machine.edit_root().core;
    for (uint32_t number = 0; number < core_count(machine); ++number) {
        const Ref<Core> core = core_at(machine, number);
        if (block[core].running.is_null()) continue;
        if (current == Value::from_ref(core)) turns.current = turns.busy.size();
        const Thread& thread = block[block[core].running.as_ref<Thread>()];
        const auto context = thread.context.as_ref<Context>();
        const bool elsewhere = thread.process != machine.root().entered;
        turns.busy.push_back({settled_ns(block.edit(core)), core, context, no_turn_yet, elsewhere});
    }
}

template <typename T>
T& unmarked(Block& block, Ref<T> ref) {
    return *reinterpret_cast<T*>(block.base() + ref.offset);
}

void settle_turn(Machine& machine, MachineRoot& root, Core& core) {
    const Work done = work_done(machine.vm);
    core.ticks += done.ticks - machine.settled.ticks;
    root.user_instructions += done.user_instructions - machine.settled.user_instructions;
    machine.settled = done;
}

struct Earliest {
    size_t index = 0;
    TimeNs now_ns = never_ns, next_ns = never_ns;  // next: the second one's clock
};

// As earliest_busy.
Earliest earliest_of(std::span<const Turns::Busy> busy) {
    Earliest found;
    for (size_t index = 0; index < busy.size(); ++index) {
        const TimeNs now_ns = busy[index].now_ns;
        if (now_ns < found.now_ns) {
            // A jump, not a choice of values: cores mostly come in a pattern that the processor
            // foresees, and goes on with before it has the times.
            asm volatile("");
            found = {index, now_ns, found.now_ns};
        } else {
            found.next_ns = std::min(found.next_ns, now_ns);
        }
    }
    return found;
}

void begin_turn_inside(Machine& machine, MachineRoot& root, Core& core, const Turns::Busy& busy) {
    core.at_hand_over = 0;
    root.core = Value::from_ref(busy.core);
    root.running = root.last_running = core.running;
    root.quantum_end = root.user_instructions + 1;
    machine.vm.context = busy.context;
}

}  // namespace

RunLimits::Turn next_turn_inside(Vm& vm, StopReason why, RunLimits& limits) {
    Machine& machine = machine_of(vm);
    Turns& turns = machine.turns;
    if (turns.busy.empty()) [[unlikely]] look_at_cores(machine);
    MachineRoot& root = unmarked(vm.block, vm.root(Root::machine).as_ref<MachineRoot>());
    Turns::Busy& ended = turns.busy[turns.current];
    Core& before = unmarked(vm.block, ended.core);
    settle_turn(machine, root, before);
    const bool at_hand_over = why == StopReason::hand_over;
    const bool turn_is_over =
        at_hand_over || root.user_instructions >= root.turn_end_instructions;
    if (!turn_is_over || root.unserved || root.user_instructions >= turns.user_end) [[unlikely]]
        return RunLimits::Turn::none;

    ended.now_ns = settled_ns(before);
    const Earliest next = earliest_of(turns.busy);
    Turns::Busy& busy = turns.busy[next.index];
    Core& core = unmarked(vm.block, busy.core);
    const TimeNs timer_ns = next_timer_ns(machine);
    const TimeNs wanted_ns = core_wanted_ns(machine, busy.core);
    const bool makes_way = next.index == turns.current ? at_hand_over : core.at_hand_over != 0;
    const Context& context = vm.block[busy.context];
    const bool goes_on = context.interrupted == 0 && context.doomed_count == 0;
    if (busy.elsewhere || !goes_on || next.next_ns == never_ns || timer_ns <= next.now_ns ||
        (makes_way && wanted_ns <= next.now_ns)) [[unlikely]]
        return RunLimits::Turn::none;

    before.at_hand_over = at_hand_over;
    root.moment_ns = ended.now_ns;
    begin_turn_inside(machine, root, core, busy);
    end_turn_at(root, core, next.next_ns);
    turns.current = next.index;
    ++turns.taken;
    limits.user_instructions =
        std::min(root.turn_end_instructions, turns.user_end) - root.user_instructions;
    uint64_t target = root.turn_end_ticks;
    // What is due later than that changes nothing.
    if (const TimeNs due_ns = std::min(timer_ns, wanted_ns);
        due_ns < next.next_ns || due_ns <= next.now_ns) [[unlikely]]
        target = std::min(target, ticks_at(core, due_ns));
    limits.hand_over_ticks = target > core.ticks ? target - core.ticks : 0;
    const uint32_t collections = std::as_const(vm.block).header().collection_count;
    const bool again = busy.collections == collections;
    busy.collections = collections;
    return again ? RunLimits::Turn::again : RunLimits::Turn::first;
}

}  // namespace meada
