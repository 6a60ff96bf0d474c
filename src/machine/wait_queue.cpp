#include "machine/wait_queue.h"

#include "machine/machine.h"

namespace meada {

void append(Machine& machine, Ref<WaitQueue> queue, Ref<Thread> thread) {
    Block& block = machine.vm.block;
    ASSERT(block[thread].queue == 0);
    const Value last = block[queue].last;
    Thread& added = block.edit(thread);
    added.queue = queue.offset;
    added.queue_previous = last;
    added.queue_next = Value{};
    added.queue_length = last ? block[last.as_ref<Thread>()].queue_length + 1 : 1;
    if (last) block.edit(last.as_ref<Thread>()).queue_next = Value::from_ref(thread);
    else block.edit(queue).first = Value::from_ref(thread);
    block.edit(queue).last = Value::from_ref(thread);
}

void remove(Machine& machine, Ref<WaitQueue> queue, Ref<Thread> thread) {
    Block& block = machine.vm.block;
    ASSERT(block[thread].queue == queue.offset);
    const Value next = block[thread].queue_next, previous = block[thread].queue_previous;
    const uint32_t length = waiter_count(machine, queue);
    if (next) block.edit(next.as_ref<Thread>()).queue_previous = previous;
    else block.edit(queue).last = previous;
    if (previous) block.edit(previous.as_ref<Thread>()).queue_next = next;
    else block.edit(queue).first = next;
    Thread& removed = block.edit(thread);
    removed.queue = 0;
    removed.queue_next = removed.queue_previous = Value{};
    if (const Value last = block[queue].last)
        block.edit(last.as_ref<Thread>()).queue_length = length - 1;
}

void park(Machine& machine, const Wait& wait) {
    const Ref<Thread> thread = running_thread(machine);
    Block& block = machine.vm.block;
    ASSERT(block[thread].state == static_cast<uint8_t>(RunState::running));
    set_state(machine, thread, RunState::waiting);
    Thread& parked = block.edit(thread);
    parked.reason = static_cast<uint8_t>(wait.reason);
    parked.waits_on = wait.on;
    parked.deadline_ns = wait.deadline_ns;
    parked.waits_in = wait.queue_owner;
    parked.flags &= static_cast<uint8_t>(~(thread_retries | thread_fired | thread_notified));
    if (wait.queue) append(machine, wait.queue, thread);
    if (wait.deadline_ns != never_ns) start_timer(machine, thread, wait.deadline_ns);
    emit(machine, event::thread_parked{wait.reason, wait.on, wait.deadline_ns});
    // The GIL last: whoever gets it must see this thread already waiting.
    stop_running(machine, GilRelease::blocking);
}

namespace {
// Out of everything that it waits in, and on to the run queue.
void end_wait(Machine& machine, Ref<Thread> thread) {
    Block& block = machine.vm.block;
    const auto reason = static_cast<WaitReason>(block[thread].reason);
    const Serial on = block[thread].waits_on, serial = block[thread].serial;
    if (block[thread].queue != 0) remove(machine, Ref<WaitQueue>{block[thread].queue}, thread);
    stop_timer(machine, thread);
    Thread& woken = block.edit(thread);
    woken.waits_in = Value{};
    woken.deadline_ns = never_ns;
    woken.reason = static_cast<uint8_t>(WaitReason::none);
    woken.waits_on = 0;
    emit(machine, event::thread_woken{serial, reason, on});
    make_ready(machine, thread);
}
}  // namespace

void wake(Machine& machine, Ref<Thread> thread, Value result) {
    ASSERT(machine.vm.block[thread].state == static_cast<uint8_t>(RunState::waiting));
    deliver(machine.vm, machine.vm.block[thread].context.as_ref<Context>(), result);
    end_wait(machine, thread);
}

void wake_raising(Machine& machine, Ref<Thread> thread, Value exception) {
    ASSERT(machine.vm.block[thread].state == static_cast<uint8_t>(RunState::waiting));
    deliver_exception(machine.vm, machine.vm.block[thread].context.as_ref<Context>(), exception);
    end_wait(machine, thread);
}

uint32_t waiter_count(const Machine& machine, Ref<WaitQueue> queue) {
    const Value last = machine.vm.block[queue].last;
    return last ? machine.vm.block[last.as_ref<Thread>()].queue_length : 0;
}

std::vector<Serial> waiters_of(const Machine& machine, const WaitQueue& queue) {
    std::vector<Serial> serials;
    const Block& block = machine.vm.block;
    for (Value at = queue.first; at; at = block[at.as_ref<Thread>()].queue_next)
        serials.push_back(block[at.as_ref<Thread>()].serial);
    return serials;
}

uint32_t choose_waiter(Machine& machine, DecisionKind kind, Ref<WaitQueue> queue) {
    return choose(machine, kind, waiter_count(machine, queue));
}

ChoiceOptions options_of(const Machine& machine, Ref<WaitQueue> queue) {
    ChoiceOptions options{.count = waiter_count(machine, queue)};
    const Block& block = machine.vm.block;
    for (Value at = block[queue].first; at && options.first.size() < options_told_max;
         at = block[at.as_ref<Thread>()].queue_next)
        options.first.push_back(block[at.as_ref<Thread>()].serial);
    return options;
}

Ref<Thread> take_waiter(Machine& machine, Ref<WaitQueue> queue) {
    Block& block = machine.vm.block;
    Value found = block[queue].first;
    if (found.is_null()) return {};
    if (block[queue].first != block[queue].last) {
        uint32_t option = choose_waiter(machine, DecisionKind::hand_over, queue);
        if (hears_choices(machine))
            tell_choice(machine, DecisionKind::hand_over, option,
                        options_of(machine, queue));
        for (; option > 0; --option) found = block[found.as_ref<Thread>()].queue_next;
    }
    remove(machine, queue, found.as_ref<Thread>());
    return found.as_ref<Thread>();
}

}  // namespace meada
