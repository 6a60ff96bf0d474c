// The one lock that everything of `threading` is made of, as CPython's on Linux behaves (a
// semaphore): releasing makes it free at once and wakes the longest waiter, which looks again a
// moment (MachineSpec::wake_ns) later, without the GIL. Whoever comes in between gets it first, so
// a thread that releases and acquires in a loop keeps its lock until it waits or is pre-empted.
#pragma once

#include "machine/wait_queue.h"

namespace meada {

struct Lock : NativeObject {
    static constexpr uint16_t value_count = 3;
    WaitQueue queue;
    Value owner;           // the Thread that acquired it last, while it is held; null: free
    uint64_t count;        // RLock: how often its owner holds it
    uint64_t acquired_ns;
    uint32_t serial;
    uint8_t kind;          // SyncKind
    uint8_t held, reentrant, named;
};
static_assert(sizeof(Lock) == 16 + 3 * 8 + 24);

// An instance of `type`, a subclass of native_object. Event: sync_created. Null: raised.
Ref<Lock> new_lock(Machine&, Ref<Type>, SyncKind, bool reentrant);

enum class Acquire : uint8_t { got, parked, failed };
// `timeout_ns`: how long to wait; 0: not at all; never_ns: for ever. `parked`: the native ends
// with Vm::suspend and gives True or False later. `reason`, `on`: what the wait is for, where the
// lock is only a means (a condition's waiter); on 0: this lock.
Acquire acquire(Machine&, Ref<Lock>, TimeNs timeout_ns, WaitReason reason, Serial on);
// Must be held. True: it has a waiter, so the native ends with `reschedule`.
// Events: sync_released, and thread_woken once a waiter has it.
bool release(Machine&, Ref<Lock>);
// At its moment to look again: a woken waiter takes the lock or waits on.
void retry_acquire(Machine&, Ref<Thread>);

}  // namespace meada
