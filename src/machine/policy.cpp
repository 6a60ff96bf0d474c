// Which of the threads that want a core gets one, and for how long: the scheduling policies.
//
// fair: the thread with the least virtual run time, as in Linux's Completely Fair Scheduler
// (I. Molnár, "CFS Scheduler", kernel documentation), all of equal weight; one that comes anew
// starts no further back than the others are. The rest as in Silberschatz, Galvin and Gagne,
// "Operating System Concepts", chapter "CPU Scheduling".
#include <algorithm>

#include "base/hash.h"
#include "machine/heap.h"

namespace meada {
namespace {

Ref<WaitQueue> run_queue(const Machine& machine) {
    return Ref<WaitQueue>{machine.vm.root(Root::machine).offset() +
                          static_cast<uint32_t>(offsetof(MachineRoot, runnable))};
}

// In the run queue, the one that goes first is the first of those with the least of something.
template <auto Measure>
struct ByMeasure {
    static constexpr auto cell = &MachineRoot::ready;
    static constexpr auto count = &MachineRoot::ready_count;
    static constexpr auto index = &Thread::ready_index;
    static bool before(const Thread& a, const Thread& b) {
        if (a.*Measure != b.*Measure) return a.*Measure < b.*Measure;
        return a.sequence < b.sequence;
    }
};

// Of equals: its places are as good as any to draw one from.
struct InNoOrder {
    static constexpr auto cell = &MachineRoot::ready;
    static constexpr auto count = &MachineRoot::ready_count;
    static constexpr auto index = &Thread::ready_index;
    static bool before(const Thread&, const Thread&) { return false; }
};

// Does it with the heap of the ready, if this policy has one.
template <typename Work>
void with_ready(Machine& machine, Work&& work) {
    const Policy policy = machine.spec.scheduling();
    if (policy == Policy::random) work(ThreadHeap<InNoOrder>{machine});
    if (policy == Policy::fair) work(ThreadHeap<ByMeasure<&Thread::virtual_ns>>{machine});
    if (policy == Policy::priority) work(ThreadHeap<ByMeasure<&Thread::nice>>{machine});
}

// Of two or more.
Ref<Thread> by_policy(Machine& machine) {
    Value first = machine.root().runnable.first;
    uint64_t drawn = 0;
    if (machine.spec.scheduling() == Policy::random)
        drawn = hash_mix(hash_mix(hash_start, machine.spec.seed), machine.root().switch_count);
    with_ready(machine, [&](auto heap) {
        first = Value::from_ref(heap.at(static_cast<uint32_t>(drawn % heap.count())));
    });
    return first.as_ref<Thread>();
}

// The policy's choice is option 0, the others are numbered as they stand in the queue.
void tell_runnable(Machine& machine, uint32_t option, Ref<Thread> preferred) {
    ChoiceOptions options = options_of(machine, run_queue(machine));
    const Serial serial = machine.vm.block[preferred].serial;
    if (std::erase(options.first, serial) == 0 && options.first.size() == options_told_max)
        options.first.pop_back();
    options.first.insert(options.first.begin(), serial);
    tell_choice(machine, DecisionKind::next_thread, option, std::move(options));
}

Ref<Thread> take_runnable(Machine& machine) {
    Block& block = machine.vm.block;
    Ref<Thread> chosen = machine.root().runnable.first.as_ref<Thread>();
    if (machine.root().runnable.first != machine.root().runnable.last) {
        const Ref<Thread> preferred = by_policy(machine);
        uint32_t option = choose_waiter(machine, DecisionKind::next_thread, run_queue(machine));
        if (hears_choices(machine)) tell_runnable(machine, option, preferred);
        if (option == 0) chosen = preferred;
        while (option > 0) {
            if (chosen != preferred && --option == 0) break;
            chosen = block[chosen].queue_next.as_ref<Thread>();
        }
    }
    leave_run_queue(machine, chosen);
    return chosen;
}

// The one that it ran on last, else the one that has been idle longest.
Ref<Core> idle_core_for(const Machine& machine, Ref<Thread> thread) {
    const Block& block = machine.vm.block;
    const Value last = block[thread].core;
    if (last && block[last.as_ref<Core>()].running.is_null()) return last.as_ref<Core>();
    Ref<Core> found;
    for (uint32_t number = 0; number < core_count(machine); ++number) {
        const Ref<Core> core = core_at(machine, number);
        if (block[core].running) continue;
        if (!found || now_ns(machine, core) < now_ns(machine, found)) found = core;
    }
    return found;
}

TimeNs quantum_ns(const MachineSpec& spec) {
    const Policy policy = spec.scheduling();
    return policy == Policy::first_come || policy == Policy::priority ? never_ns : spec.quantum_ns;
}

// Its thread has the core from `from_ns` on, the costs of a switch included.
void take_core(Machine& machine, Ref<Core> core, Ref<Thread> thread, TimeNs from_ns) {
    Block& block = machine.vm.block;
    Core& taken = block.edit(core);
    taken.other_ns += from_ns - now_ns(machine, core);
    taken.running = taken.last = Value::from_ref(thread);
    taken.taken_ns = from_ns;
    const TimeNs quantum = quantum_ns(machine.spec);
    taken.quantum_end_ns = quantum == never_ns ? never_ns : from_ns + quantum;
    taken.at_hand_over = 0;
    Thread& running = block.edit(thread);
    running.core = Value::from_ref(core);
    running.reason = static_cast<uint8_t>(WaitReason::none);
    MachineRoot& root = machine.edit_root();
    ++root.busy_cores;
    root.least_virtual_ns = std::max(root.least_virtual_ns, running.virtual_ns);
}

void give_core(Machine& machine, Ref<Core> core, Ref<Thread> thread) {
    Block& block = machine.vm.block;
    const Ref<Process> process = process_of(block, thread);
    const Value next = Value::from_ref(thread), gil_last = block[process].gil_last;
    const Value core_last = block[core].last;
    const Value last = has_gil(machine) ? gil_last : core_last;
    const TimeNs waited_since_ns = block[thread].since_ns;
    const bool first_time = block[thread].events == 0;
    const bool granted = block[thread].flags & thread_granted;
    const bool moved = block[thread].core != Value::from_ref(core);
    const TimeNs asked_ns = machine.now_ns();
    TimeNs from_ns = std::max(asked_ns, now_ns(machine, core));
    const bool switched = (core_last && core_last != next) || (gil_last && gil_last != next);
    if (switched && machine.spec.gil_mode() != GilMode::every_instruction)
        from_ns += machine.spec.context_switch_ns;
    take_core(machine, core, thread, from_ns);
    if (has_gil(machine)) block.edit(process).gil_last = next;
    block.edit(thread).flags &= static_cast<uint8_t>(~thread_granted);

    // What is told of it happens on that core and in that thread.
    const MachineRoot before = machine.root();
    if (before.core) end_turn(machine);
    begin_turn(machine, core);
    set_state(machine, thread, RunState::running);
    if (last != next) {
        ++machine.edit_root().switch_count;
        block.edit(process).switched_ns = machine.now_ns();
        const Serial from = last ? block[last.as_ref<Thread>()].serial : 0;
        emit(machine, event::thread_switched{from, block[thread].serial});
    }
    if (first_time) emit(machine, event::thread_started{block[thread].serial});
    if (granted) emit(machine, event::gil_acquired{block[process].gil_waited_ns});
    const TimeNs waited_ns = asked_ns - waited_since_ns;
    if (moved || waited_ns > 0) emit(machine, event::core_taken{block[core].number, waited_ns});
    end_turn(machine);
    machine.edit_root().last_running = before.last_running;
    if (before.core) begin_turn(machine, before.core.as_ref<Core>());
    else machine.edit_root().moment_ns = before.moment_ns;
}

}  // namespace

namespace {

// Where the thread stands that is furthest back of those that run now.
TimeNs least_running_virtual_ns(const Machine& machine) {
    const Block& block = machine.vm.block;
    TimeNs least_ns = never_ns;
    for (uint32_t number = 0; number < core_count(machine); ++number) {
        const Ref<Core> core = core_at(machine, number);
        if (block[core].running.is_null()) continue;
        const TimeNs ran_ns = now_ns(machine, core) - block[core].taken_ns;
        const TimeNs virtual_ns = block[block[core].running.as_ref<Thread>()].virtual_ns;
        least_ns = std::min(least_ns, virtual_ns + ran_ns);
    }
    return least_ns;
}

}  // namespace

void want_core(Machine& machine, Ref<Thread> thread) {
    if (machine.root().busy_cores > 0)
        machine.edit_root().least_virtual_ns =
            std::max(machine.root().least_virtual_ns, least_running_virtual_ns(machine));
    set_state(machine, thread, RunState::ready);
    Thread& ready = machine.vm.block.edit(thread);
    ready.reason = static_cast<uint8_t>(WaitReason::ready);
    ready.virtual_ns = std::max(ready.virtual_ns, machine.root().least_virtual_ns);
    ready.sequence = ++machine.edit_root().sequence;
    append(machine, run_queue(machine), thread);
    with_ready(machine, [&](auto heap) { heap.add(thread); });
    machine.edit_root().unserved = 1;
}

void leave_run_queue(Machine& machine, Ref<Thread> thread) {
    remove(machine, run_queue(machine), thread);
    with_ready(machine, [&](auto heap) { heap.take(thread); });
}

void set_nice(Machine& machine, Ref<Thread> thread, int8_t nice) {
    machine.vm.block.edit(thread).nice = nice;
    if (machine.vm.block[thread].ready_index == 0) return;
    with_ready(machine, [&](auto heap) { heap.moved_to(thread); });
}

void give_cores(Machine& machine) {
    while (machine.root().runnable.first && machine.root().busy_cores < core_count(machine)) {
        const Ref<Thread> thread = take_runnable(machine);
        give_core(machine, idle_core_for(machine, thread), thread);
    }
}

TimeNs core_wanted_ns(const Machine& machine, Ref<Core> core) {
    if (machine.root().runnable.first.is_null()) return never_ns;
    const Block& block = machine.vm.block;
    if (machine.spec.scheduling() != Policy::priority)
        return block[core].quantum_end_ns;
    const auto first = block.load(machine.root().ready.offset() + Values::first_offset)
                           .as_ref<Thread>();
    const bool goes_first = block[first].nice < block[block[core].running.as_ref<Thread>()].nice;
    return goes_first ? block[first].since_ns : never_ns;
}

}  // namespace meada
