// Who runs: CPython 3.11's GIL on virtual time.
//
// A thread that wants the GIL waits for the switch interval; if nobody got it meanwhile, it asks
// for it (gil_drop_request), else it waits another interval. The holder gives it up at its next
// hand-over point, and takes it again only after another thread has had it. It also gives it up
// when it blocks and when it ends. Waiters get it in the order in which they came.
#include <algorithm>

#include "machine/chaos.h"
#include "machine/machine.h"
#include "vm/containers.h"

namespace meada {
namespace {

Ref<WaitQueue> ready_queue(const Machine& machine) {
    return Ref<WaitQueue>{machine.vm.root(Root::machine).offset() +
                          static_cast<uint32_t>(offsetof(MachineRoot, ready))};
}

}  // namespace

void make_ready(Machine& machine, Ref<Thread> thread) {
    set_state(machine, thread, RunState::ready);
    append(machine, ready_queue(machine), thread);
}

Value reschedule(Machine& machine) { return machine.vm.suspend(); }

void leave_gil(Machine& machine, GilRelease why) {
    settle(machine);
    emit(machine, event::gil_released{why});
    MachineRoot& root = machine.edit_root();
    root.last_running = root.running;
    root.running = Value{};
}

namespace {

// When the thread that has waited longest asks the holder for the GIL.
TimeNs request_ns(const Machine& machine) {
    const MachineRoot& root = machine.root();
    if (root.ready.first.is_null()) return never_ns;
    const TimeNs since_ns = machine.vm.block[root.ready.first.as_ref<Thread>()].since_ns;
    const TimeNs interval_ns = root.switch_interval_ns;
    if (root.switched_ns <= since_ns) return since_ns + interval_ns;
    // The interval in which the GIL changed hands does not count; the next one does.
    return since_ns + ((root.switched_ns - since_ns) / interval_ns + 2) * interval_ns;
}

// Total ticks at which this time is reached. From totals, so that slices make no difference.
uint64_t ticks_at(const Machine& machine, TimeNs when_ns) {
    const TimeNs other_ns = machine.root().other_ns;
    if (when_ns <= other_ns) return 0;
    const uint64_t interval = when_ns - other_ns;
    return (interval * ticks_per_instruction + machine.spec.instruction_ns - 1) /
           machine.spec.instruction_ns;
}

void give_gil(Machine& machine, Ref<Thread> thread) {
    Block& block = machine.vm.block;
    remove(machine, ready_queue(machine), thread);
    const Value last = machine.root().last_running;
    const Value next = Value::from_ref(thread);
    const TimeNs ready_ns = block[thread].since_ns;
    const bool first_time = block[thread].events == 0;
    machine.edit_root().quantum_end = machine.user_instructions() + 1;
    if (last != next) {
        if (last && machine.spec.gil_mode() == GilMode::cpython311)
            pass_time(machine, machine.spec.context_switch_ns);
        ++machine.edit_root().switch_count;
    }
    machine.edit_root().running = next;
    machine.edit_root().last_running = next;
    set_state(machine, thread, RunState::running);
    machine.vm.context = block[thread].context.as_ref<Context>();
    if (last != next) {
        machine.edit_root().switched_ns = machine.now_ns();
        const Serial from = last ? block[last.as_ref<Thread>()].serial : 0;
        emit(machine, event::thread_switched{from, block[thread].serial});
    }
    if (first_time) emit(machine, event::thread_started{block[thread].serial});
    emit(machine, event::gil_acquired{machine.now_ns() - ready_ns});
}

// Somebody gets the GIL, time passing until there is somebody. False: all wait for ever.
bool dispatch(Machine& machine) {
    fire_timers(machine);
    while (machine.root().ready.first.is_null()) {
        const TimeNs when_ns = next_timer_ns(machine);
        if (when_ns == never_ns) return false;
        if (when_ns > machine.now_ns()) pass_time(machine, when_ns - machine.now_ns());
        fire_timers(machine);
    }
    const Block& block = machine.vm.block;
    Value chosen = machine.root().ready.first;
    if (chosen != machine.root().ready.last) {
        const uint32_t count = waiter_count(machine, ready_queue(machine));
        uint32_t option = choose(machine, DecisionKind::next_thread, count);
        for (; option > 0; --option) chosen = block[chosen.as_ref<Thread>()].queue_next;
    }
    give_gil(machine, chosen.as_ref<Thread>());
    return true;
}

// The running thread makes way for the others.
void pre_empt(Machine& machine) {
    const Ref<Thread> thread = running_thread(machine);
    leave_gil(machine, GilRelease::switch_interval);
    make_ready(machine, thread);
}

void at_hand_over(Machine& machine) {
    settle(machine);
    fire_timers(machine);
    if (request_ns(machine) > machine.now_ns()) return;
    const Serial holder = machine.vm.block[running_thread(machine)].serial;
    emit_in(machine, machine.root().ready.first.as_ref<Thread>(), event::gil_requested{holder});
    pre_empt(machine);
}

Value take_exception(Vm& vm) {
    const Value exception = vm.block[vm.context].exception;
    return exception.is_null() ? vm.none() : exception;
}

void clear_outcome(Vm& vm) {
    vm.block.clear(vm.context.offset + static_cast<uint32_t>(offsetof(Context, exception)));
    vm.block.clear(vm.context.offset + static_cast<uint32_t>(offsetof(Context, result)));
}

// The main thread's script is over: the library joins threads, reports what was uncaught and so on
// in the same context; its answer is the exit status.
void main_returned(Machine& machine, StopReason reason) {
    Vm& vm = machine.vm;
    if (machine.root().phase == static_cast<uint8_t>(Phase::script)) {
        machine.edit_root().phase = static_cast<uint8_t>(Phase::ending);
        vm.block.header().page_limit = page_count_max;
        const Value exception = take_exception(vm);
        if (exception.is_mortal()) vm.block.increment(exception);
        clear_outcome(vm);
        // In a list, out of which it is taken: what runs last must not keep it alive.
        const Value held = new_list(vm, {&exception, 1});
        if (exception.is_mortal()) vm.block.decrement(exception);
        const bool started = !held.is_null() &&
                             start_call(vm, vm.context, machine.root().at_end, {&held, 1});
        if (!started) end_process(machine, 1);
        return;
    }
    const Value result = vm.block[vm.context].result;
    const bool returned = reason == StopReason::returned && result.is_int();
    end_process(machine, returned ? static_cast<uint32_t>(result.as_int()) : 1);
}

void thread_returned(Machine& machine, StopReason reason) {
    settle(machine);
    const Ref<Thread> thread = running_thread(machine);
    if (machine.vm.block[thread].flags & thread_main) {
        main_returned(machine, reason);
        return;
    }
    clear_outcome(machine.vm);
    end_thread(machine, reason == StopReason::raised ? EndOutcome::raised : EndOutcome::returned);
}

RunLimits run_limits(const Machine& machine, const AdvanceLimits& limits, uint64_t any_left) {
    RunLimits run;
    run.any_instructions = any_left;
    if (limits.events != unlimited) run.any_instructions = 1;
    if (machine.chaos_every != 0)
        run.any_instructions = std::min(run.any_instructions, machine.chaos_every);
    if (limits.user_instructions != unlimited)
        run.user_instructions = limits.user_instructions - machine.root().user_instructions;
    const bool others = machine.root().ready.first || machine.root().timer_count > 0;
    if (!others) return run;
    const uint64_t total = machine.root().user_instructions, end = machine.root().quantum_end;
    if (machine.spec.gil_mode() == GilMode::every_instruction)
        run.user_instructions = std::min(run.user_instructions, end > total ? end - total : 0);
    const TimeNs when_ns = std::min(request_ns(machine), next_timer_ns(machine));
    if (when_ns == never_ns) return run;
    const uint64_t target = ticks_at(machine, when_ns), done = machine.root().ticks;
    run.hand_over_ticks = target > done ? target - done : 0;
    return run;
}

void after_instructions(Machine& machine) {
    if (machine.spec.gil_mode() != GilMode::every_instruction) return;
    if (machine.root().quantum_end > machine.root().user_instructions) return;
    machine.edit_root().quantum_end = machine.root().user_instructions + 1;
    fire_timers(machine);
    if (machine.root().ready.first) pre_empt(machine);
}

// Runs the running thread once; true: the slice is used up.
bool run_once(Machine& machine, const AdvanceLimits& limits, uint64_t& any_left) {
    settle(machine);
    const uint64_t before = machine.root().user_instructions;
    const StopReason reason = run(machine.vm, run_limits(machine, limits, any_left));
    settle(machine);
    // Stops cost real time too: an estimate in instructions keeps a slice of many stops short.
    const uint64_t did = machine.root().user_instructions - before + 100;
    switch (reason) {
        case StopReason::user_instructions: after_instructions(machine); break;
        case StopReason::hand_over: at_hand_over(machine); break;
        case StopReason::suspended:  // parked; or else only to be looked at: reschedule()
            if (machine.root().running && machine.root().input_wait == 0)
                deliver(machine.vm, machine.vm.context, machine.vm.none());
            break;
        case StopReason::returned:
        case StopReason::raised: thread_returned(machine, reason); break;
        case StopReason::slice:
            if (machine.chaos_every != 0) {
                shake(machine);
                any_left -= std::min(any_left, machine.chaos_every);
                return any_left == 0;
            }
            if (limits.events != unlimited) break;
            return true;
    }
    if (any_left >= unlimited) return false;
    any_left -= std::min(any_left, did);
    return any_left == 0;
}

}  // namespace

Advanced advance(Machine& machine, const AdvanceLimits& limits) {
    machine.vm.block.move_every =
        static_cast<uint32_t>(std::min<uint64_t>(machine.chaos_every, ~0u));
    uint64_t any_left = limits.any_instructions;
    for (;;) {
        const auto phase = static_cast<Phase>(machine.root().phase);
        if (phase == Phase::ended) return Advanced::ended;
        if (phase == Phase::stuck) return Advanced::stuck;
        if (machine.event_count() >= limits.events) return Advanced::events;
        if (machine.user_instructions() >= limits.user_instructions &&
            machine.root().running)
            return Advanced::instructions;
        if (machine.root().running.is_null()) {
            if (dispatch(machine)) continue;
            emit(machine, event::deadlock_found{thread_count(machine)});
            machine.edit_root().phase = static_cast<uint8_t>(Phase::stuck);
            continue;
        }
        if (machine.root().input_wait != 0 && !answer_input(machine)) return Advanced::input;
        if (run_once(machine, limits, any_left)) return Advanced::slice;
    }
}

}  // namespace meada
