#include "machine/process.h"

#include "machine/interleave.h"
#include "machine/machine.h"
#include "machine/pipe.h"
#include "vm/abandon.h"
#include "vm/clone.h"
#include "vm/containers.h"

namespace meada {
namespace {

void grant_gil(Machine& machine, Ref<Process> process) {
    Block& block = machine.vm.block;
    Value chosen = block[process].gil_waiters.first;
    if (chosen != block[process].gil_waiters.last) {
        uint32_t option = choose_waiter(machine, DecisionKind::next_thread, gil_queue(process));
        if (hears_choices(machine))
            tell_choice(machine, DecisionKind::next_thread, option,
                        options_of(machine, gil_queue(process)));
        for (; option > 0; --option) chosen = block[chosen.as_ref<Thread>()].queue_next;
    }
    grant_gil_to(machine, chosen.as_ref<Thread>());
}

// Roots that every process shares: what the machine and the block keep themselves.
constexpr Root common_roots[] = {
    Root::interned, Root::machine, Root::memory_error, Root::serials, Root::weak_references,
    Root::one_character_strs, Root::empty_tuple, Root::dict_member, Root::weakref_member};

bool is_common(uint32_t index) {
    for (const Root root : common_roots)
        if (index == static_cast<uint32_t>(root)) return true;
    return false;
}

uint32_t slot_of_root(const Machine& machine, Ref<Process> process, uint32_t index) {
    return machine.vm.block[process].roots.offset() + Values::first_offset + index * 8;
}

bool make_roots(Machine& machine, Ref<Process> process) {
    Block& block = machine.vm.block;
    const uint32_t cell = machine.vm.allocate_cell(
        Kind::values, {}, Values::first_offset + static_cast<uint32_t>(Root::count) * 8);
    if (cell == 0) return false;
    block.edit(process).roots = Value::from_ref(Ref<Values>{cell});
    return true;
}

// Root by root, what the process starts with.
bool clone_roots(Machine& machine, Cloner& cloner, Ref<Process> child,
                 std::span<const uint8_t> image) {
    Vm& vm = machine.vm;
    for (uint32_t index = 0; index < static_cast<uint32_t>(Root::count); ++index) {
        if (is_common(index)) continue;
        const Value here = vm.block.header().roots[index];
        const Value there =
            image.empty() ? here
                          : reinterpret_cast<const BlockHeader*>(image.data())->roots[index];
        const Value cloned = cloner.clone(there);
        if (cloned.is_null() && there.is_ref()) return false;
        vm.block.store(slot_of_root(machine, child, index), cloned);
    }
    return true;
}

// Nobody of the others comes along: who waits in a copy of a lock, who holds it.
void leave_threads_out(Machine& machine, Cloner& cloner, Ref<Thread> child_main) {
    for (Ref<Thread> at = first_thread(machine); at; at = next_thread(machine, at)) {
        const bool forks = machine.root().running == Value::from_ref(at);
        cloner.map(at.offset, forks ? child_main.offset : 0);
    }
    for (Ref<Process> at = first_process(machine); at; at = next_process(machine, at))
        cloner.map(at.offset, at.offset);
    cloner.map(machine.vm.root(Root::machine).offset(), 0);
}

// As a shell reports it: a signal that has ended a process is 128 and its number.
uint32_t shell_status(int32_t exit_status) {
    return static_cast<uint32_t>(exit_status < 0 ? 128 - exit_status : exit_status) & 0xff;
}

// Nobody is left who could run the finalisers of what this process has.
void abandon_objects(Machine& machine, Ref<Process> process) {
    const Block& block = machine.vm.block;
    const Value roots = block[process].roots;
    if (roots.is_null()) return;
    std::vector<uint32_t> cells;
    std::unordered_set<uint32_t> seen{machine.vm.root(Root::machine).offset()};
    const bool entered = machine.root().entered == Value::from_ref(process);
    for (uint32_t index = 0; index < static_cast<uint32_t>(Root::count); ++index) {
        if (is_common(index)) continue;
        const Value root = entered ? block.header().roots[index]
                                   : block.load(slot_of_root(machine, process, index));
        if (root.is_ref()) cells.push_back(root.offset());
    }
    for (Ref<Thread> at = first_thread(machine); at; at = next_thread(machine, at)) {
        seen.insert(at.offset);
        if (process_of(block, at) == process && block[at].context)
            cells.push_back(block[at].context.offset());
    }
    for (Ref<Process> at = first_process(machine); at; at = next_process(machine, at))
        seen.insert(at.offset);
    abandon(machine.vm, std::move(cells), std::move(seen),
            process == first_process(machine));
}

}  // namespace

Ref<Process> first_process(const Machine& machine) {
    return machine.root().process.as_ref<Process>();
}

Ref<Process> next_process(const Machine& machine, Ref<Process> process) {
    return machine.vm.block[process].next.as_ref<Process>();
}

uint32_t process_count(const Machine& machine) {
    uint32_t count = 0;
    for (Ref<Process> at = first_process(machine); at; at = next_process(machine, at))
        count += machine.vm.block[at].phase < static_cast<uint8_t>(ProcessPhase::zombie);
    return count;
}

Ref<Process> find_process(const Machine& machine, uint32_t pid) {
    for (Ref<Process> at = first_process(machine); at; at = next_process(machine, at)) {
        const Process& process = machine.vm.block[at];
        if (process.pid == pid && process.phase != static_cast<uint8_t>(ProcessPhase::reaped))
            return at;
    }
    return {};
}

Value library_name(Machine& machine, Ref<Process> process, Value module, const char* name) {
    Vm& vm = machine.vm;
    const uint32_t index = static_cast<uint32_t>(Root::library_modules);
    const Value modules = vm.block.load(slot_of_root(machine, process, index));
    const Value found = dict_get_str(vm, modules.as_ref<Dict>(), module);
    ASSERT(found);
    return dict_get_str(vm, vm.block[found.as_ref<Module>()].attributes, intern(vm, name));
}

Ref<Process> create_process(Machine& machine, Birth birth, Value function, Value arguments,
                            Value name) {
    Vm& vm = machine.vm;
    const Ref<Process> parent = running_process(machine);
    if (vm.block[parent].roots.is_null() && !make_roots(machine, parent)) return {};
    const auto process = vm.allocate<Process>(Kind::native_object, Root::type_native_object);
    if (!process) return {};
    Ref<Process> last = first_process(machine);
    while (next_process(machine, last)) last = next_process(machine, last);
    const Serial serial = new_serial(machine);
    Process& made = vm.block.edit(process);
    made.detail = Process::value_count;
    made.switch_interval_ns = vm.block[parent].switch_interval_ns;
    made.serial = serial;
    made.pid = vm.block[last].pid + 1;
    made.parent_pid = vm.block[parent].pid;
    if (!make_roots(machine, process)) return {};
    const Ref<Thread> main = create_thread(machine, name, false, Value::from_ref(process));
    if (!main) return {};
    vm.block.edit(main).flags |= thread_main;

    const bool spawns = birth == Birth::spawn;
    const auto image = spawns ? machine.boot_image : std::span<const uint8_t>{};
    Cloner cloner(vm, image);
    leave_threads_out(machine, cloner, main);
    const bool cloned = clone_roots(machine, cloner, process, image);
    const Value given = spawns ? arguments : cloner.clone(arguments);
    Value call = spawns ? Value{} : cloner.clone(function);
    if (birth == Birth::twin)
        cloner.clone_stack(vm.block[running_thread(machine)].context.as_ref<Context>(),
                           vm.block[main].context.as_ref<Context>());
    if (!cloned || !cloner.finish()) {
        drop_thread(machine, main);
        return {};
    }
    const Value at_end = library_name(machine, process, intern(vm, "_process"), "at_end");
    vm.block.edit(process).at_end = at_end;
    vm.block.edit(process).main = Value::from_ref(main);
    if (spawns) call = library_name(machine, process, intern(vm, function), spawned_function);
    const auto context = vm.block[main].context.as_ref<Context>();
    if (birth == Birth::twin) {
        deliver(vm, context, Value::from_int(0));
    } else {
        std::vector<Value> values;
        for (uint32_t index = 0; index < vm.block[given.as_ref<Tuple>()].count; ++index)
            values.push_back(vm.block.load(given.offset() + Tuple::items_offset + index * 8));
        if (!start_call(vm, context, call, values)) return {};
    }
    if (!spawns && !inherit_ends(machine, parent, process)) return {};
    vm.block.edit(last).next = Value::from_ref(process);
    emit(machine, event::process_created{serial, vm.block[main].serial,
                                         spawns ? Text("spawn") : Text("fork")});
    const TimeNs after_ns = spawns ? machine.spec.spawn_ns : machine.spec.fork_ns;
    start_timer(machine, main, machine.now_ns() + after_ns);
    return process;
}

void enter_process(Machine& machine, Ref<Process> process) {
    Block& block = machine.vm.block;
    const Value entered = machine.root().entered;
    if (entered == Value::from_ref(process)) return;
    const bool saves = block[entered.as_ref<Process>()].roots != Value{};  // else it has ended
    for (uint32_t index = 0; index < static_cast<uint32_t>(Root::count); ++index) {
        if (is_common(index)) continue;
        const Value here = block.header().roots[index];
        const uint32_t saved =
            saves ? slot_of_root(machine, entered.as_ref<Process>(), index) : 0;
        if (saves && block.load(saved) != here) block.store(saved, here);
        const Value there = block.load(slot_of_root(machine, process, index));
        if (there != here) machine.vm.set_root(static_cast<Root>(index), there);
    }
    machine.edit_root().entered = Value::from_ref(process);
}

void end_process(Machine& machine, Ref<Process> process, int32_t exit_status) {
    Block& block = machine.vm.block;
    const bool runs = machine.root().running && running_process(machine) == process;
    settle(machine);
    if (process == first_process(machine))
        emit(machine, event::process_ended{shell_status(exit_status)});
    else
        emit(machine, event::process_exited{
                          block[process].serial,
                          exit_status < 0 ? 0 : static_cast<Count>(exit_status & 0xff),
                          exit_status < 0 ? static_cast<Count>(-exit_status) : 0});
    abandon_objects(machine, process);
    const Value running = machine.root().running;
    for (Ref<Thread> at = first_thread(machine), next; at; at = next) {
        next = next_thread(machine, at);
        if (process_of(block, at) == process && Value::from_ref(at) != running)
            drop_thread(machine, at);
    }
    Process& ended = block.edit(process);
    ended.exit_status = exit_status;
    ended.phase = static_cast<uint8_t>(ProcessPhase::zombie);
    const auto waiters = Ref<WaitQueue>{
        process.offset + static_cast<uint32_t>(offsetof(Process, exit_waiters))};
    notify(machine, waiters, true);
    notify(machine, pipe_watchers(machine), true);
    close_all_ends(machine, process);
    bool lives = false;
    for (Ref<Process> at = first_process(machine); at; at = next_process(machine, at))
        lives |= block[at].phase < static_cast<uint8_t>(ProcessPhase::zombie);
    if (process == first_process(machine))
        machine.edit_root().exit_status = shell_status(exit_status);
    if (!lives) {
        machine.edit_root().phase = static_cast<uint8_t>(Phase::ended);
        return;
    }
    if (runs) {
        const Ref<Thread> thread = running_thread(machine);
        end_turn(machine);
        drop_thread(machine, thread, EndOutcome::returned);
    }
    // What only it held may go.
    Process& dead = block.edit(process);
    dead.roots = dead.main = dead.at_end = dead.gil_holder = dead.gil_last = Value{};
}

Ref<Process> running_process(const Machine& machine) {
    return process_of(machine.vm.block, running_thread(machine));
}

bool has_gil(const Machine& machine) {
    return machine.spec.gil_mode() != GilMode::none || interleaved(machine);
}

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

void grant_gil_to(Machine& machine, Ref<Thread> thread) {
    Block& block = machine.vm.block;
    const Ref<Process> process = process_of(block, thread);
    remove(machine, gil_queue(process), thread);
    Process& granting = block.edit(process);
    granting.gil_holder = Value::from_ref(thread);
    granting.gil_waited_ns = machine.now_ns() - block[thread].since_ns;
    block.edit(thread).flags |= thread_granted;
    want_core(machine, thread);
}

void grant_gils(Machine& machine) {
    for (Ref<Process> at = first_process(machine); at; at = next_process(machine, at)) {
        const Process& here = machine.vm.block[at];
        if (here.gil_holder.is_null() && here.gil_waiters.first) grant_gil(machine, at);
    }
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
