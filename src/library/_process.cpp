// Native half of _process: processes by their pids, pipes, and bytes that all processes share.
#include <algorithm>

#include "library/natives.h"
#include "machine/pipe.h"
#include "vm/clone.h"

namespace meada {
namespace {

Ref<Pipe> pipe_of(const Args& args) { return args[0].as_ref<Pipe>(); }

WaitReason reason_of(Value value) { return static_cast<WaitReason>(integer_of(value)); }

// Seconds or None; false: raised.
bool deadline_of(Vm& vm, Value timeout, TimeNs& deadline_ns) {
    deadline_ns = never_ns;
    if (timeout == vm.none()) return true;
    double nanoseconds = 0;
    if (!nanoseconds_of(vm, timeout, nanoseconds)) return false;
    if (nanoseconds > 9e18) return true;
    deadline_ns = machine_of(vm).now_ns() +
                  (nanoseconds <= 0 ? 0 : static_cast<TimeNs>(nanoseconds));
    return true;
}

// What processes find by numbers and names; null: raised.
Value shared_objects(Vm& vm) {
    if (const Value made = machine_of(vm).root().shared_objects; made) return made;
    const Value made = new_dict(vm);
    machine_of(vm).edit_root().shared_objects = made;
    return made;
}

// For the library's Python code: what is to be shared is found again by its number.
Value keep_shared(Vm& vm, Serial serial, Value object) {
    const Value objects = shared_objects(vm);
    if (objects.is_null()) return {};
    const auto dict = objects.as_ref<Dict>();
    return dict_set(vm, dict, Value::from_int(serial), object) == Outcome::yes ? object : Value{};
}

}  // namespace

namespace {
// None: there are too many.
Value start(Vm& vm, Birth birth, const Args& args) {
    vm.charge(2000);
    if (process_count(machine_of(vm)) >= process_count_max) return vm.none();
    const Value name = args.has(2) ? args[2] : new_str(vm, "Process");
    if (name.is_null()) return {};
    const Ref<Process> made = create_process(machine_of(vm), birth, args[0], args[1], name);
    return made ? reschedule(machine_of(vm), Value::from_int(vm.block[made].pid)) : Value{};
}
}  // namespace

Value library_process_fork(Vm& vm, const Args& args) { return start(vm, Birth::fork, args); }

// In the child 0, in the parent the child's pid; None: there are too many.
Value library_process_twin(Vm& vm, const Args&) {
    vm.charge(2000);
    Machine& machine = machine_of(vm);
    if (process_count(machine) >= process_count_max) return vm.none();
    // Until now nobody was told of it; what is left in the buffer the child has too.
    const bool first_child = !next_process(machine, first_process(machine));
    if (first_child && !machine.root().unflushed) emit(machine, event::flushed{Stream::out});
    machine.edit_root().forks = 1;
    return vm.suspend();
}

// The children of this process that nobody has asked for: (pid, exit status or None), …
Value library_process_children(Vm& vm, const Args&) {
    const Machine& machine = machine_of(vm);
    const uint32_t own = vm.block[running_process(machine)].pid;
    std::vector<Value> children;
    for (Ref<Process> at = first_process(machine); at; at = next_process(machine, at)) {
        const Process& process = vm.block[at];
        const auto phase = static_cast<ProcessPhase>(process.phase);
        if (process.parent_pid != own || phase == ProcessPhase::reaped) continue;
        children.push_back(Value::from_int(process.pid));
        children.push_back(phase == ProcessPhase::zombie ? Value::from_int(process.exit_status)
                                                         : vm.none());
    }
    return new_tuple(vm, children);
}

// Runs the module's function _spawned.
Value library_process_spawn(Vm& vm, const Args& args) { return start(vm, Birth::spawn, args); }

// Its exit status (negative: the signal that ended it); False: the time is over; Ellipsis: look
// again; None: there is no such process.
Value library_process_wait(Vm& vm, const Args& args) {
    Machine& machine = machine_of(vm);
    const Ref<Process> process = find_process(machine, static_cast<uint32_t>(integer_of(args[0])));
    if (!process) return vm.none();
    Wait wait;
    if (!deadline_of(vm, args[1], wait.deadline_ns)) return {};
    // Not if it waits until then.
    if (wait.deadline_ns != never_ns)
        tell_life(machine, vm.block[process].serial, SharedUse::asks_process);
    if (vm.block[process].phase == static_cast<uint8_t>(ProcessPhase::zombie)) {
        tell_end_seen(machine, process);
        return Value::from_int(vm.block[process].exit_status);
    }
    if (wait.deadline_ns <= machine.now_ns()) return vm.boolean(false);
    wait.reason = WaitReason::join;
    wait.on = vm.block[process].serial;
    wait.queue = Ref<WaitQueue>{process.offset +
                                static_cast<uint32_t>(offsetof(Process, exit_waiters))};
    wait.queue_owner = Value::from_ref(process);
    park(machine, wait);
    return vm.suspend();
}

// Nobody asks for it any more.
Value library_process_reap(Vm& vm, const Args& args) {
    const Ref<Process> process =
        find_process(machine_of(vm), static_cast<uint32_t>(integer_of(args[0])));
    if (!process) return vm.none();
    tell_end_seen(machine_of(vm), process);
    emit(machine_of(vm), event::end_seen{vm.block[process].serial});
    vm.block.edit(process).phase = static_cast<uint8_t>(ProcessPhase::reaped);
    return vm.none();
}

// True: it lived. Its own end: this does not come back.
Value library_process_end(Vm& vm, const Args& args) {
    Machine& machine = machine_of(vm);
    const Ref<Process> process = find_process(machine, static_cast<uint32_t>(integer_of(args[0])));
    const bool lives =
        process && vm.block[process].phase < static_cast<uint8_t>(ProcessPhase::zombie);
    if (!lives) return vm.boolean(false);
    const bool own = process == running_process(machine);
    if (process == first_process(machine)) machine.edit_root().output_lost = 1;
    if (!own && machine.recorder) machine.recorder->came_between(Intrusion::kill);
    end_process(machine, process, static_cast<int32_t>(integer_of(args[1])));
    return own ? vm.suspend() : reschedule(machine, vm.boolean(true));
}

// What the process does when it is told so (signal._DEFAULT, …). Where it has a handler, a thread
// of it begins to run that, as long after as the operating system takes to wake one.
Value library_process_signal(Vm& vm, const Args& args) {
    Machine& machine = machine_of(vm);
    const Ref<Process> process =
        find_process(machine, static_cast<uint32_t>(integer_of(args[0])));
    ASSERT(process && process != running_process(machine));
    const Value module = intern(vm, "signal");
    const auto actions = library_name(machine, process, module, "_actions").as_ref<Dict>();
    const Found action = dict_get(vm, actions, args[1]);
    if (action.outcome != Outcome::yes) return Value::from_int(0);
    if (integer_of(action.value) != 2) return action.value;
    if (machine.recorder) machine.recorder->came_between(Intrusion::signal);
    const Value name = new_str(vm, "signal handler");
    if (name.is_null()) return {};
    const auto thread = create_thread(machine, {}, true, Value::from_ref(process));
    if (!thread) return {};
    rename_thread(machine, thread, name);
    emit_in(machine, vm.block[process].main.as_ref<Thread>(),
            event::thread_created{vm.block[thread].serial, Text("signal handler")});
    const auto context = vm.block[thread].context.as_ref<Context>();
    const Value deliver = library_name(machine, process, module, "_deliver_from_outside");
    if (!start_call(vm, context, deliver, {{args[1]}})) return {};
    // Nothing can be raised in a main thread that has not begun yet.
    const Thread& main = vm.block[vm.block[process].main.as_ref<Thread>()];
    const bool begins = main.state == static_cast<uint8_t>(RunState::created);
    const TimeNs from_ns = begins ? std::max(main.timer_when_ns, machine.now_ns())
                                  : machine.now_ns();
    start_timer(machine, thread, from_ns + machine.spec.wake_ns);
    return reschedule(machine, action.value);
}

// (pid, pid of the parent)
Value library_process_ids(Vm& vm, const Args&) {
    const Process& process = vm.block[running_process(machine_of(vm))];
    const Value pair[] = {Value::from_int(process.pid), Value::from_int(process.parent_pid)};
    return new_tuple(vm, pair);
}

Value library_pipe_new(Vm& vm, const Args& args) {
    const Ref<Pipe> pipe =
        new_pipe(machine_of(vm), static_cast<uint64_t>(integer_of(args[0])));
    return pipe ? keep_shared(vm, vm.block[pipe].serial, Value::from_ref(pipe)) : Value{};
}

// What it is from now on, for whoever looks on: a kind of sync, and whether as a means only.
Value library_pipe_kind(Vm& vm, const Args& args) {
    say_what_it_is(machine_of(vm), pipe_of(args), static_cast<SyncKind>(integer_of(args[1])),
                   args[2] == vm.boolean(true));
    return vm.none();
}

// True: it is in; False: the time is over; Ellipsis: look again; None: there is no reader.
Value library_pipe_put(Vm& vm, const Args& args) {
    Machine& machine = machine_of(vm);
    vm.charge(400);
    switch (put(machine, pipe_of(args), args[1], static_cast<uint64_t>(integer_of(args[2])))) {
        case Transfer::closed: return vm.none();
        case Transfer::failed: return {};
        case Transfer::full: break;
        default: return reschedule(machine, vm.boolean(true));
    }
    TimeNs deadline_ns = never_ns;
    if (!deadline_of(vm, args[3], deadline_ns)) return {};
    if (deadline_ns <= machine.now_ns()) {
        tell_touch(machine, pipe_of(args).offset, SharedUse::looks);
        return vm.boolean(false);
    }
    wait_for(machine, pipe_of(args), PipeEnd::writer, deadline_ns, reason_of(args[4]));
    return vm.suspend();
}

namespace {
// The item; False: the time is over; Ellipsis: look again; NotImplemented: there is no writer.
Value got(Vm& vm, Ref<Pipe> pipe, Transfer transfer, Value item, Value timeout,
          WaitReason reason) {
    Machine& machine = machine_of(vm);
    if (transfer == Transfer::done) return reschedule(machine, item);
    if (transfer == Transfer::failed) return {};
    if (transfer == Transfer::closed) {
        tell_touch(machine, pipe.offset, SharedUse::looks);
        return vm.root(Root::not_implemented);
    }
    TimeNs deadline_ns = never_ns;
    if (!deadline_of(vm, timeout, deadline_ns)) return {};
    if (deadline_ns <= machine.now_ns()) {
        tell_touch(machine, pipe.offset, SharedUse::looks);
        return vm.boolean(false);
    }
    wait_for(machine, pipe, PipeEnd::reader, deadline_ns, reason);
    return vm.suspend();
}
}  // namespace

Value library_pipe_get(Vm& vm, const Args& args) {
    vm.charge(400);
    Value item;
    const WaitReason reason = reason_of(args[2]);
    const Transfer transfer = get(machine_of(vm), pipe_of(args), reason, item);
    return got(vm, pipe_of(args), transfer, item, args[1], reason);
}

// Of a pipe of bytes: as many as there are, up to so many.
Value library_pipe_read(Vm& vm, const Args& args) {
    vm.charge(400);
    Value bytes;
    const Transfer transfer = get_bytes(machine_of(vm), pipe_of(args),
                                        static_cast<uint64_t>(integer_of(args[1])), bytes);
    return got(vm, pipe_of(args), transfer, bytes, args[2], reason_of(args[3]));
}

Value library_pipe_serial(Vm& vm, const Args& args) {
    return Value::from_int(vm.block[pipe_of(args)].serial);
}

// (serial, items in it, open ends for reading, open ends for writing)
Value library_pipe_state(Vm& vm, const Args& args) {
    tell_touch(machine_of(vm), pipe_of(args).offset, SharedUse::looks);
    const Pipe& pipe = vm.block[pipe_of(args)];
    const Value state[] = {Value::from_int(pipe.serial), Value::from_int(pipe.item_count),
                           Value::from_int(pipe.reader_ends), Value::from_int(pipe.writer_ends)};
    return new_tuple(vm, state);
}

// Opens (1) or closes (-1) ends of it for the process; one that has ended has none.
Value library_pipe_ends(Vm& vm, const Args& args) {
    Machine& machine = machine_of(vm);
    const Ref<Process> process = find_process(machine, static_cast<uint32_t>(integer_of(args[3])));
    if (!process || vm.block[process].phase >= static_cast<uint8_t>(ProcessPhase::zombie))
        return vm.none();
    for (const PipeEnd end : {PipeEnd::reader, PipeEnd::writer}) {
        const int64_t change = integer_of(args[end == PipeEnd::reader ? 1 : 2]);
        if (change > 0 && !open_end(machine, process, pipe_of(args), end)) return {};
        if (change < 0) close_end(machine, process, pipe_of(args), end);
    }
    return reschedule(machine);
}

// Until something happens to some pipe. False: the time is over; Ellipsis: look again.
Value library_pipes_wait(Vm& vm, const Args& args) {
    Machine& machine = machine_of(vm);
    Wait wait;
    if (!deadline_of(vm, args[0], wait.deadline_ns)) return {};
    if (wait.deadline_ns <= machine.now_ns()) return vm.boolean(false);
    wait.reason = reason_of(args[1]);
    wait.queue = pipe_watchers(machine);
    wait.queue_owner = vm.root(Root::machine);
    park(machine, wait);
    return vm.suspend();
}

// Makes the bytearray one for all processes; gives the number by which they find it.
Value library_shared_bytes(Vm& vm, const Args& args) {
    vm.block.edit(args[0].as_ref<Object>()).detail |= shared_object_bit;
    const Serial serial = new_serial(machine_of(vm));
    return keep_shared(vm, serial, args[0]) ? Value::from_int(serial) : Value{};
}

// What has this number or name: a pipe, a bytearray or what was given a name. None: nothing.
Value library_shared_object(Vm& vm, const Args& args) {
    const Value objects = shared_objects(vm);
    if (objects.is_null()) return {};
    const Found found = dict_get(vm, objects.as_ref<Dict>(), args[0]);
    return found.outcome == Outcome::yes ? found.value : vm.none();
}

// Whoever asks for the name gets this: a number, a str or bytes. None: nobody has the name.
Value library_shared_name(Vm& vm, const Args& args) {
    const Value objects = shared_objects(vm);
    if (objects.is_null()) return {};
    const auto dict = objects.as_ref<Dict>();
    const Outcome outcome = args[1] == vm.none() ? dict_delete(vm, dict, args[0])
                                                 : dict_set(vm, dict, args[0], args[1]);
    return outcome == Outcome::raised ? Value{} : vm.none();
}

}  // namespace meada
