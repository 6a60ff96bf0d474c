#include "machine/process.h"

#include "machine/machine.h"

namespace meada {
namespace {

void grant_gil(Machine& machine, Ref<Process> process) {
    Block& block = machine.vm.block;
    Value chosen = block[process].gil_waiters.first;
    if (chosen != block[process].gil_waiters.last) {
        const uint32_t count = waiter_count(machine, gil_queue(process));
        uint32_t option = choose(machine, DecisionKind::next_thread, count);
        for (; option > 0; --option) chosen = block[chosen.as_ref<Thread>()].queue_next;
    }
    const auto thread = chosen.as_ref<Thread>();
    remove(machine, gil_queue(process), thread);
    Process& granting = block.edit(process);
    granting.gil_holder = chosen;
    granting.gil_waited_ns = machine.now_ns() - block[thread].since_ns;
    block.edit(thread).flags |= thread_granted;
    want_core(machine, thread);
}

}  // namespace

Ref<Process> running_process(const Machine& machine) {
    return process_of(machine.vm.block, running_thread(machine));
}

bool has_gil(const Machine& machine) { return machine.spec.gil_mode() != GilMode::none; }

TimeNs gil_requested_ns(const Machine& machine, Ref<Process> asked) {
    const Process& process = machine.vm.block[asked];
    if (process.gil_waiters.first.is_null()) return never_ns;
    const auto longest = process.gil_waiters.first.as_ref<Thread>();
    const TimeNs since_ns = machine.vm.block[longest].since_ns;
    const TimeNs interval_ns = process.switch_interval_ns;
    if (process.switched_ns <= since_ns) return since_ns + interval_ns;
    // The interval in which the GIL changed hands does not count; the next one does.
    return since_ns + ((process.switched_ns - since_ns) / interval_ns + 2) * interval_ns;
}

void grant_gils(Machine& machine) {
    const auto process = machine.root().process.as_ref<Process>();
    const Process& here = machine.vm.block[process];
    if (here.gil_holder.is_null() && here.gil_waiters.first) grant_gil(machine, process);
}

TimeNs ran_ns(const Machine& machine, Ref<Process> process) {
    const Block& block = machine.vm.block;
    TimeNs ran = block[process].ran_ns;
    for (uint32_t number = 0; number < core_count(machine); ++number) {
        const Ref<Core> core = core_at(machine, number);
        const Value thread = block[core].running;
        if (thread && process_of(block, thread.as_ref<Thread>()) == process)
            ran += now_ns(machine, core) - block[core].taken_ns;
    }
    return ran;
}

}  // namespace meada
