#include "machine/core.h"

#include "machine/machine.h"
#include "vm/containers.h"

namespace meada {
namespace {

uint32_t slot_of_core(const Machine& machine, uint32_t number) {
    return machine.root().cores.offset() + Values::first_offset + number * 8;
}

// The unsettled work is that of the core whose turn it is.
uint64_t ticks_of(const Machine& machine, Ref<Core> core) {
    const uint64_t settled = machine.vm.block[core].ticks;
    if (machine.root().core.offset() != core.offset) return settled;
    return settled + (work_done(machine.vm).ticks - machine.settled.ticks);
}

}  // namespace

bool make_cores(Machine& machine) {
    Vm& vm = machine.vm;
    const auto count = static_cast<uint32_t>(machine.spec.cores);
    const uint32_t cell =
        vm.block.allocate(Kind::values, {}, Values::first_offset + count * 8);
    if (cell == 0) return false;
    machine.edit_root().cores = Value::from_ref(Ref<Values>{cell});
    for (uint32_t number = 0; number < count; ++number) {
        const auto core = vm.allocate<Core>(Kind::native_object, Root::type_native_object);
        if (!core) return false;
        const bool slow = number + machine.spec.slow_cores >= count;
        const uint64_t instruction_ns =
            slow ? machine.spec.instruction_ns * 100 / machine.spec.slow_core_percent
                 : machine.spec.instruction_ns;
        Core& made = vm.block.edit(core);
        made.detail = Core::value_count;
        made.number = static_cast<uint16_t>(number);
        made.instruction_ns = static_cast<uint32_t>(instruction_ns);
        vm.block.store(slot_of_core(machine, number), Value::from_ref(core));
    }
    return true;
}

uint32_t core_count(const Machine& machine) { return static_cast<uint32_t>(machine.spec.cores); }

Ref<Core> core_at(const Machine& machine, uint32_t number) {
    return machine.vm.block.load(slot_of_core(machine, number)).as_ref<Core>();
}

TimeNs now_ns(const Machine& machine, Ref<Core> core) {
    const Core& here = machine.vm.block[core];
    return here.other_ns + ticks_of(machine, core) * here.instruction_ns / ticks_per_instruction;
}

Ref<Core> earliest_busy(const Machine& machine, TimeNs* next_ns) {
    Ref<Core> earliest;
    TimeNs earliest_ns = never_ns, second_ns = never_ns;
    for (uint32_t number = 0; number < core_count(machine); ++number) {
        const Ref<Core> core = core_at(machine, number);
        if (machine.vm.block[core].running.is_null()) continue;
        const TimeNs time_ns = now_ns(machine, core);
        if (!earliest || time_ns < earliest_ns) {
            second_ns = earliest_ns;
            earliest = core;
            earliest_ns = time_ns;
        } else if (time_ns < second_ns) {
            second_ns = time_ns;
        }
    }
    if (next_ns) *next_ns = second_ns;
    return earliest;
}

bool others_are_busy(const Machine& machine) { return machine.root().busy_cores > 1; }

void begin_turn(Machine& machine, Ref<Core> core) {
    ASSERT(machine.root().core.is_null());
    const Value thread = machine.vm.block[core].running;
    enter_process(machine, process_of(machine.vm.block, thread.as_ref<Thread>()));
    MachineRoot& root = machine.edit_root();
    root.core = Value::from_ref(core);
    root.running = thread;
    root.last_running = thread;
    root.quantum_end = root.user_instructions + 1;
    machine.vm.context = machine.vm.block[thread.as_ref<Thread>()].context.as_ref<Context>();
}

void end_turn(Machine& machine) {
    settle(machine);
    MachineRoot& root = machine.edit_root();
    root.moment_ns = machine.now_ns();
    root.core = Value{};
    root.running = Value{};
}

void leave_core(Machine& machine) {
    settle(machine);
    Block& block = machine.vm.block;
    const auto core = machine.root().core.as_ref<Core>();
    const auto thread = running_thread(machine);
    const TimeNs ran = machine.now_ns() - block[core].taken_ns;
    block.edit(thread).ran_ns += ran;
    block.edit(thread).virtual_ns += ran;
    block.edit(process_of(block, thread)).ran_ns += ran;
    block.edit(core).running = Value{};
    --machine.edit_root().busy_cores;
    machine.edit_root().unserved = 1;
    end_turn(machine);
}

}  // namespace meada
