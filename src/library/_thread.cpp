// Native half of _thread and threading: locks, and threads by their serial numbers.
#include <algorithm>
#include <cmath>

#include "library/natives.h"
#include "machine/interleave.h"

namespace meada {
namespace {

Ref<Lock> lock_of(const Args& args) { return args[0].as_ref<Lock>(); }

// Nanoseconds from a timeout in seconds: never_ns for a negative one.
bool timeout_ns(Vm& vm, Value seconds, TimeNs& timeout) {
    double nanoseconds = 0;
    if (!nanoseconds_of(vm, seconds, nanoseconds)) return false;
    timeout = nanoseconds < 0 ? never_ns : static_cast<TimeNs>(nanoseconds);
    return true;
}

Value answer(Vm& vm, Acquire acquired) {
    switch (acquired) {
        case Acquire::got: return vm.boolean(true);
        case Acquire::failed: return vm.boolean(false);
        case Acquire::parked: return vm.suspend();
    }
    return {};
}

WaitReason reason_of(Vm& vm, Ref<Lock> lock) {
    return static_cast<SyncKind>(vm.block[lock].kind) == SyncKind::event ? WaitReason::event
                                                                         : WaitReason::lock;
}

Value new_lock_value(Vm& vm, Value type, SyncKind kind, bool reentrant) {
    const Ref<Lock> lock = new_lock(machine_of(vm), type.as_ref<Type>(), kind, reentrant);
    return lock ? vm.block.value_of(lock) : Value{};
}

}  // namespace

Value library_lock_new(Vm& vm, const Args& args) {
    const bool has_kind = args.has(1) && args[1].is_int();
    const SyncKind kind =
        has_kind ? static_cast<SyncKind>(args[1].as_int()) : SyncKind::lock;
    return new_lock_value(vm, args[0], kind, false);
}

Value library_rlock_new(Vm& vm, const Args& args) {
    return new_lock_value(vm, args[0], SyncKind::rlock, true);
}

Value library_lock_acquire(Vm& vm, const Args& args) {
    vm.charge(40);
    bool blocking = true;
    if (args.has(1)) {
        const Outcome outcome = truth(vm, args[1]);
        if (outcome == Outcome::raised) return {};
        blocking = outcome != Outcome::no;
    }
    TimeNs timeout = never_ns;
    if (args.has(2)) {
        if (!timeout_ns(vm, args[2], timeout)) return {};
        const double seconds = to_double(vm, args[2]);
        if (!blocking && seconds != -1)
            return vm.raise(Root::ValueError, "can't specify a timeout for a non-blocking call");
        if (seconds < 0 && seconds != -1)
            return vm.raise(Root::ValueError, "timeout value must be positive");
        if (seconds > 9223372036.0)
            return vm.raise(Root::OverflowError, "timeout value is too large");
    }
    const Ref<Lock> lock = lock_of(args);
    return answer(vm, acquire(machine_of(vm), lock, blocking ? timeout : 0,
                              reason_of(vm, lock), 0));
}

Value library_lock_enter(Vm& vm, const Args& args) {
    vm.charge(40);
    const Ref<Lock> lock = lock_of(args);
    return answer(vm, acquire(machine_of(vm), lock, never_ns, reason_of(vm, lock), 0));
}

// What threading's conditions, joins and loops wait in. A timeout of None is none.
Value library_lock_wait(Vm& vm, const Args& args) {
    TimeNs timeout = never_ns;
    if (args[1] != vm.none()) {
        double nanoseconds = 0;
        if (!nanoseconds_of(vm, args[1], nanoseconds)) return {};
        timeout = nanoseconds <= 0 ? 0 : nanoseconds > 9e18 ? never_ns
                                                            : static_cast<TimeNs>(nanoseconds);
    }
    const auto reason = static_cast<WaitReason>(integer_of(args[2]));
    const Serial on = serial_of(args[3]);
    // Not if it waits until then.
    if (reason == WaitReason::join && timeout != never_ns)
        tell_life(machine_of(vm), on, SharedUse::asks_life);
    return answer(vm, acquire(machine_of(vm), lock_of(args), timeout, reason, on));
}

namespace {
Value release_checked(Vm& vm, Ref<Lock> lock) {
    Machine& machine = machine_of(vm);
    vm.charge(40);
    const Lock& found = vm.block[lock];
    if (found.reentrant &&
        (!found.held || found.owner.offset() != running_thread(machine).offset))
        return vm.raise(Root::RuntimeError, "cannot release un-acquired lock");
    if (!found.held) return vm.raise(Root::RuntimeError, "release unlocked lock");
    return release(machine, lock) ? reschedule(machine) : vm.none();
}
}  // namespace

Value library_lock_release(Vm& vm, const Args& args) { return release_checked(vm, lock_of(args)); }
Value library_lock_exit(Vm& vm, const Args& args) { return release_checked(vm, lock_of(args)); }

Value library_lock_locked(Vm& vm, const Args& args) {
    return vm.boolean(vm.block[lock_of(args)].held);
}

// Its serial number; with a kind: what it is from now on. Kind -1: a means only, without events.
Value library_lock_serial(Vm& vm, const Args& args) {
    const Ref<Lock> lock = lock_of(args);
    const Serial serial = vm.block[lock].serial;
    if (args.has(1) && args[1].is_int()) {
        if (args[1].as_int() < 0) vm.block.edit(lock).serial = 0;
        else vm.block.edit(lock).kind = static_cast<uint8_t>(args[1].as_int());
    }
    return Value::from_int(serial);
}

Value library_lock_owned(Vm& vm, const Args& args) {
    const Lock& lock = vm.block[lock_of(args)];
    return vm.boolean(lock.held &&
                      lock.owner.offset() == running_thread(machine_of(vm)).offset);
}

// (serial of the owning thread or 0, how often it holds it)
Value library_lock_owner(Vm& vm, const Args& args) {
    const Lock& lock = vm.block[lock_of(args)];
    const Serial owner = lock.owner ? vm.block[lock.owner.as_ref<Thread>()].serial : 0;
    const Value pair[] = {Value::from_int(owner),
                          Value::from_int(static_cast<int64_t>(lock.held ? lock.count : 0))};
    return new_tuple(vm, pair);
}

// A condition's wait gives up its lock however often it is held, and takes it back so often.
// The count is the lock's: lock_restore tells it again.
Value library_lock_release_all(Vm& vm, const Args& args) {
    const Ref<Lock> lock = lock_of(args);
    if (!vm.block[lock].held)
        return vm.raise(Root::RuntimeError, "cannot release un-acquired lock");
    vm.block.edit(lock).count = 1;
    return release_checked(vm, lock);
}

Value library_lock_restore(Vm& vm, const Args& args) {
    vm.block.edit(lock_of(args)).count = static_cast<uint64_t>(integer_of(args[1]));
    return vm.none();
}

Value library_thread_new(Vm& vm, const Args& args) {
    vm.charge(2000);
    Machine& machine = machine_of(vm);
    const Ref<Thread> thread =
        create_thread(machine, args[0], args[1] == vm.boolean(true));
    return thread ? Value::from_int(vm.block[thread].serial) : Value{};
}

Value library_thread_begin(Vm& vm, const Args& args) {
    Machine& machine = machine_of(vm);
    const Ref<Thread> thread = find_thread(machine, serial_of(args[0]));
    ASSERT(thread);
    if (args[2] != vm.none()) vm.block.edit(thread).end_lock = args[2];
    tell_life(machine, 0, SharedUse::begins_life);
    if (!start_thread(machine, thread, args[1], {})) return {};
    return reschedule(machine);
}

Value library_thread_self(Vm& vm, const Args&) {
    return Value::from_int(vm.block[running_thread(machine_of(vm))].serial);
}

// The serial of the task that runs in this thread, or 0.
Value library_running_task(Vm& vm, const Args&) {
    return Value::from_int(vm.block[running_thread(machine_of(vm))].task_serial);
}

Value library_thread_name(Vm& vm, const Args& args) {
    Machine& machine = machine_of(vm);
    if (const Ref<Thread> thread = find_thread(machine, serial_of(args[0])); thread)
        rename_thread(machine, thread, args[1]);
    return vm.none();
}

// The running thread's dict for threading.local, made at first use.
Value library_thread_local(Vm& vm, const Args&) {
    const Ref<Thread> thread = running_thread(machine_of(vm));
    if (const Value found = vm.block[thread].local; found) return found;
    const Value dict = new_dict(vm);
    if (dict) vm.block.edit(thread).local = dict;
    return dict;
}

Value library_thread_count(Vm& vm, const Args&) {
    const Machine& machine = machine_of(vm);
    int64_t count = 0;
    for (Ref<Thread> at = first_thread(machine); at; at = next_thread(machine, at))
        count += process_of(vm.block, at) == running_process(machine);
    return Value::from_int(count);
}

// Whether the thread lives is asked for; 0: which ones do.
Value library_thread_asked(Vm& vm, const Args& args) {
    tell_life(machine_of(vm), serial_of(args[0]), SharedUse::asks_life);
    return vm.none();
}

// A call of the library looks at, or changes, what threads share. (The object that a script calls
// a method of is known to be touched anyway.)
Value library_touch(Vm& vm, const Args& args) {
    const bool changes = args[1] == vm.boolean(true);
    tell_touch(machine_of(vm), args[0].offset(),
               changes ? SharedUse::changes_object : SharedUse::asks_object);
    return vm.none();
}

namespace {
Value at_point(Vm& vm, LibraryPoint point, Value object) {
    Machine& machine = machine_of(vm);
    if (!interleaved(machine)) return vm.none();
    stand_at_point(machine, point, object);
    return vm.suspend();
}
}  // namespace

// The same, in a thread of the library: others may come first.
Value library_point_at(Vm& vm, const Args& args) {
    const auto frames = frames_of(vm, vm.context);
    if (std::ranges::all_of(frames, &FrameView::library))
        return at_point(vm, LibraryPoint::object, args[0]);
    tell_touch(machine_of(vm), args[0].offset(), SharedUse::changes_object);
    return vm.none();
}

// Before a thread calls what is not code of the script: that touches the object whose method it
// is, or prints.
Value library_point_of_call(Vm& vm, const Args& args) {
    Value function = args[0], object = vm.none();
    if (vm.block.kind(function) == Kind::bound_method) {
        const BoundMethod& bound = vm.block[function.as_ref<BoundMethod>()];
        function = bound.function;
        object = bound.self;
    }
    const Kind kind = vm.block.kind(function);
    const bool library =
        kind == Kind::native || (kind == Kind::function &&
                                 vm.block[vm.block[function.as_ref<Function>()].code].flags &
                                     code_library);
    return library ? at_point(vm, LibraryPoint::object, object) : vm.none();
}

// The running thread, or its process, has nothing left to do than to end.
Value library_ends(Vm& vm, const Args& args) {
    const bool process = args[0] == vm.boolean(true);
    return at_point(vm, process ? LibraryPoint::process_end : LibraryPoint::thread_end, {});
}

}  // namespace meada
