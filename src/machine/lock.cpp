#include "machine/lock.h"

#include "machine/machine.h"

namespace meada {
namespace {

Ref<WaitQueue> queue_of(Ref<Lock> lock) {
    return Ref<WaitQueue>{lock.offset + static_cast<uint32_t>(offsetof(Lock, queue))};
}

void take(Machine& machine, Ref<Lock> lock, Ref<Thread> thread, TimeNs waited_ns) {
    Lock& taken = machine.vm.block.edit(lock);
    taken.held = 1;
    taken.count = 1;
    taken.owner = Value::from_ref(thread);
    taken.acquired_ns = machine.now_ns();
    if (taken.serial != 0) emit(machine, event::sync_acquired{taken.serial, waited_ns});
}

void tell_taken(Machine& machine, Ref<Lock> lock, Ref<Thread> thread, WaitReason reason,
                Serial on) {
    if (machine.recorder)
        machine.recorder->took(machine.vm.block[thread].serial, lock.offset, reason, on);
}

}  // namespace

Ref<Lock> new_lock(Machine& machine, Ref<Type> type, SyncKind kind, bool reentrant) {
    Vm& vm = machine.vm;
    const auto lock = Ref<Lock>{
        vm.allocate_cell(Kind::native_object, vm.block[type].root_shape, sizeof(Lock))};
    if (!lock) return {};
    const Serial serial = new_serial(machine);
    Lock& made = vm.block.edit(lock);
    made.detail = Lock::value_count;
    made.serial = serial;
    made.kind = static_cast<uint8_t>(kind);
    made.reentrant = reentrant;
    emit(machine, event::sync_created{serial, kind});
    return lock;
}

Acquire acquire(Machine& machine, Ref<Lock> lock, TimeNs timeout_ns, WaitReason reason,
                Serial on) {
    const Ref<Thread> thread = running_thread(machine);
    Block& block = machine.vm.block;
    if (!block[lock].held) {
        take(machine, lock, thread, 0);
        tell_taken(machine, lock, thread, reason, on);
        if (reason == WaitReason::join && on != 0) emit(machine, event::end_seen{on});
        return Acquire::got;
    }
    if (block[lock].reentrant && block[lock].owner.offset() == thread.offset) {
        ++block.edit(lock).count;
        return Acquire::got;
    }
    if (timeout_ns == 0) return Acquire::failed;
    Wait wait;
    wait.reason = reason;
    wait.on = on != 0 ? on : block[lock].serial;
    wait.queue = queue_of(lock);
    wait.queue_owner = Value::from_ref(lock);
    const TimeNs now_ns = machine.now_ns();
    wait.deadline_ns = timeout_ns < never_ns - now_ns ? now_ns + timeout_ns : never_ns;
    park(machine, wait);
    return Acquire::parked;
}

bool release(Machine& machine, Ref<Lock> lock) {
    Block& block = machine.vm.block;
    ASSERT(block[lock].held);
    if (--block.edit(lock).count > 0) return false;
    Lock& released = block.edit(lock);
    released.held = 0;
    released.owner = Value{};
    if (const Value giver = machine.root().running; machine.recorder && giver)
        machine.recorder->gave(block[giver.as_ref<Thread>()].serial, lock.offset);
    if (released.serial != 0) emit(machine, event::sync_released{released.serial});
    const Ref<Thread> waiter = take_waiter(machine, queue_of(lock));
    if (!waiter) return false;
    block.edit(waiter).flags |= thread_retries;
    start_timer(machine, waiter, machine.now_ns() + machine.spec.wake_ns);
    return true;
}

void retry_acquire(Machine& machine, Ref<Thread> thread) {
    Block& block = machine.vm.block;
    const auto lock = block[thread].waits_in.as_ref<Lock>();
    block.edit(thread).flags &= static_cast<uint8_t>(~thread_retries);
    if (!block[lock].held) {
        const TimeNs waited_ns = machine.now_ns() - block[thread].since_ns;
        Lock& taken = block.edit(lock);
        taken.held = 1;
        taken.count = 1;
        taken.owner = Value::from_ref(thread);
        taken.acquired_ns = machine.now_ns();
        const Serial serial = taken.serial;
        tell_taken(machine, lock, thread, static_cast<WaitReason>(block[thread].reason),
                   block[thread].waits_on);
        wake(machine, thread, machine.vm.boolean(true));
        if (serial != 0) emit_in(machine, thread, event::sync_acquired{serial, waited_ns});
        return;
    }
    if (block[thread].deadline_ns <= machine.now_ns()) {
        wake(machine, thread, machine.vm.boolean(false));
        return;
    }
    append(machine, queue_of(lock), thread);
    if (block[thread].deadline_ns != never_ns)
        start_timer(machine, thread, block[thread].deadline_ns);
}

}  // namespace meada
