#include "machine/thread.h"

#include "machine/machine.h"
#include "vm/strings.h"

namespace meada {

Ref<Thread> create_thread(Machine& machine, Value name, bool daemon, Value process) {
    Vm& vm = machine.vm;
    const auto thread = vm.allocate<Thread>(Kind::native_object, Root::type_native_object);
    if (!thread) return {};
    const Ref<Context> context = new_context(vm);
    if (!context) return {};
    const Serial serial = new_serial(machine);
    Thread& made = vm.block.edit(thread);
    made.detail = Thread::value_count;
    made.context = Value::from_ref(context);
    made.name = name;
    made.serial = serial;
    made.state = static_cast<uint8_t>(RunState::created);
    made.flags = daemon ? thread_daemon : 0;
    made.since_ns = machine.now_ns();
    made.deadline_ns = never_ns;
    made.process = process ? process
                   : machine.root().running
                       ? machine.vm.block[running_thread(machine)].process
                       : machine.root().process;
    vm.block.edit(context).owner = Value::from_ref(thread);

    MachineRoot& root = machine.edit_root();
    if (root.last) {
        vm.block.edit(root.last.as_ref<Thread>()).next = Value::from_ref(thread);
        vm.block.edit(thread).previous = root.last;
    } else {
        root.first = Value::from_ref(thread);
    }
    root.last = Value::from_ref(thread);
    if (!name.is_null()) {
        const std::string text = to_utf8(vm, name);
        emit(machine, event::thread_created{serial, text});
    }
    return thread;
}

bool start_thread(Machine& machine, Ref<Thread> thread, Value callable,
                  std::span<const Value> arguments) {
    const auto context = machine.vm.block[thread].context.as_ref<Context>();
    if (!start_call(machine.vm, context, callable, arguments)) return false;
    start_timer(machine, thread, machine.now_ns() + machine.spec.thread_start_ns);
    return true;
}

namespace {
void unlink(Machine& machine, Ref<Thread> thread) {
    Block& block = machine.vm.block;
    const Value next = block[thread].next, previous = block[thread].previous;
    MachineRoot& root = machine.edit_root();
    if (next) block.edit(next.as_ref<Thread>()).previous = previous;
    else root.last = previous;
    if (previous) block.edit(previous.as_ref<Thread>()).next = next;
    else root.first = next;
    block.edit(thread).next = block.edit(thread).previous = Value{};
}
}  // namespace

void end_thread(Machine& machine, EndOutcome outcome) {
    const Ref<Thread> thread = running_thread(machine);
    Block& block = machine.vm.block;
    emit(machine, event::thread_ended{outcome});
    set_state(machine, thread, RunState::ended);
    if (const Value lock = block[thread].end_lock; lock) {
        block.edit(thread).end_lock = Value{};
        if (block[lock.as_ref<Lock>()].held) release(machine, lock.as_ref<Lock>());
    }
    block.clear(thread.offset + static_cast<uint32_t>(offsetof(Thread, loop)));
    block.clear(thread.offset + static_cast<uint32_t>(offsetof(Thread, task)));
    block.clear(thread.offset + static_cast<uint32_t>(offsetof(Thread, local)));
    unlink(machine, thread);
    stop_running(machine, GilRelease::ended);
}

void drop_thread(Machine& machine, Ref<Thread> thread, EndOutcome outcome) {
    Block& block = machine.vm.block;
    emit_in(machine, thread, event::thread_ended{outcome});
    stop_timer(machine, thread);
    if (block[thread].ready_index != 0) leave_run_queue(machine, thread);
    if (block[thread].queue != 0)
        remove(machine, Ref<WaitQueue>{block[thread].queue}, thread);
    const Value core = block[thread].core;
    if (core && block[core.as_ref<Core>()].running == Value::from_ref(thread)) {
        block.edit(core.as_ref<Core>()).running = Value{};
        --machine.edit_root().busy_cores;
        machine.edit_root().unserved = 1;
    }
    set_state(machine, thread, RunState::ended);
    unlink(machine, thread);
}

Ref<Thread> first_thread(const Machine& machine) { return machine.root().first.as_ref<Thread>(); }

Ref<Thread> next_thread(const Machine& machine, Ref<Thread> thread) {
    return machine.vm.block[thread].next.as_ref<Thread>();
}

Ref<Thread> find_thread(const Machine& machine, Serial serial) {
    // From the youngest: who has just been made is asked for.
    const Block& block = machine.vm.block;
    for (Value at = machine.root().last; at; at = block[at.as_ref<Thread>()].previous)
        if (block[at.as_ref<Thread>()].serial == serial) return at.as_ref<Thread>();
    return {};
}

uint32_t thread_count(const Machine& machine) {
    uint32_t count = 0;
    for (Ref<Thread> at = first_thread(machine); at; at = next_thread(machine, at)) ++count;
    return count;
}

void set_state(Machine& machine, Ref<Thread> thread, RunState state) {
    Thread& changed = machine.vm.block.edit(thread);
    changed.state = static_cast<uint8_t>(state);
    changed.since_ns = machine.now_ns();
}

void rename_thread(Machine& machine, Ref<Thread> thread, Value name) {
    machine.vm.block.edit(thread).name = name;
}

}  // namespace meada
