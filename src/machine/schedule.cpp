// Who runs, and until when: the machine as a whole.
//
// Threads on several cores run at the same time, this program runs them in turns: always the core
// whose clock is behind, until another one's is (conservative discrete-event simulation, as Chandy
// and Misra, "Distributed Simulation", 1979). Threads that share memory take turns instruction by
// instruction; those of different processes act on each other through the operating system only,
// which takes wake_ns at least, so that a turn may run ahead for so long.
//
// The GIL is CPython 3.11's: a thread that wants it waits for the switch interval; if nobody got it
// meanwhile, it asks for it (gil_drop_request), else it waits another interval. The holder gives it
// up at its next hand-over point, and takes it again only after another thread has had it. It also
// gives it up when it blocks and when it ends. Waiters get it in the order in which they came.
#include <algorithm>

#include "machine/chaos.h"
#include "machine/interleave.h"
#include "machine/machine.h"
#include "vm/containers.h"

namespace meada {

void make_ready(Machine& machine, Ref<Thread> thread) {
    if (!has_gil(machine)) {
        want_core(machine, thread);
        return;
    }
    set_state(machine, thread, RunState::ready);
    Block& block = machine.vm.block;
    block.edit(thread).reason = static_cast<uint8_t>(WaitReason::gil);
    append(machine, gil_queue(process_of(block, thread)), thread);
    machine.edit_root().unserved = 1;
}

Value reschedule(Machine& machine, Value result) {
    machine.edit_root().answer = result;
    return machine.vm.suspend();
}

void stop_running(Machine& machine, GilRelease why) {
    if (has_gil(machine)) {
        settle(machine);
        emit(machine, event::gil_released{why});
        machine.vm.block.edit(running_process(machine)).gil_holder = Value{};
    }
    leave_core(machine);
}

namespace {

void serve(Machine& machine) {
    machine.edit_root().unserved = 0;
    grant_gils(machine);
    give_cores(machine);
}

// The running thread makes way for the others that want the GIL.
void hand_over_gil(Machine& machine) {
    const Ref<Thread> thread = running_thread(machine);
    stop_running(machine, GilRelease::switch_interval);
    make_ready(machine, thread);
}

// At a hand-over point, all that comes before having happened.
void make_way_if_asked(Machine& machine) {
    const Ref<Thread> thread = running_thread(machine);
    const Ref<Process> process = running_process(machine);
    if (gil_requested_ns(machine, process) <= machine.now_ns()) {
        const Ref<Thread> waiter =
            machine.vm.block[process].gil_waiters.first.as_ref<Thread>();
        emit_in(machine, waiter, event::gil_requested{machine.vm.block[thread].serial});
        hand_over_gil(machine);
    } else if (const auto core = machine.root().core.as_ref<Core>();
               core_wanted_ns(machine, core) <= machine.now_ns()) {
        emit(machine, event::core_lost{machine.vm.block[core].number});
        leave_core(machine);
        want_core(machine, thread);
    }
}

bool shares_memory(const Machine& machine, Ref<Core> core) {
    if (has_gil(machine)) return false;
    const Block& block = machine.vm.block;
    const Value process = block[block[core].running.as_ref<Thread>()].process;
    for (uint32_t number = 0; number < core_count(machine); ++number) {
        const Ref<Core> other = core_at(machine, number);
        const Value thread = block[other].running;
        if (other != core && thread && block[thread.as_ref<Thread>()].process == process)
            return true;
    }
    return false;
}

// `other_ns`: the clock of the next core, never_ns if all others are idle.
void limit_turn(Machine& machine, Ref<Core> core, TimeNs other_ns) {
    MachineRoot& root = machine.edit_root();
    root.turn_end_instructions = root.turn_end_ticks = unlimited;
    if (other_ns == never_ns) return;
    if (!shares_memory(machine, core)) other_ns += machine.spec.wake_ns;
    end_turn_at(root, machine.vm.block[core], other_ns);
}

// Begins the turn of the core whose clock is behind; before, what happens at an earlier time.
// False: all wait for ever.
bool next_turn(Machine& machine) {
    if (interleaved(machine)) return dispatch_interleaved(machine);
    for (;;) {
        if (machine.root().unserved) serve(machine);
        TimeNs other_ns = never_ns;
        const Ref<Core> core = earliest_busy(machine, &other_ns);
        const TimeNs timer_ns = next_timer_ns(machine);
        if (!core && timer_ns == never_ns) return false;
        if (!core || timer_ns <= now_ns(machine, core)) {
            machine.edit_root().moment_ns = std::max(timer_ns, machine.root().last_event_ns);
            fire_timers(machine);
            continue;
        }
        begin_turn(machine, core);
        limit_turn(machine, core, other_ns);
        if (!machine.vm.block[core].at_hand_over) return true;
        machine.vm.block.edit(core).at_hand_over = 0;
        make_way_if_asked(machine);
        if (machine.root().core) return true;
    }
}

void at_hand_over(Machine& machine) {
    settle(machine);
    if (others_are_busy(machine)) {  // what is due may be theirs to begin with
        machine.vm.block.edit(machine.root().core.as_ref<Core>()).at_hand_over = 1;
        end_turn(machine);
        return;
    }
    fire_timers(machine);
    if (machine.root().unserved) serve(machine);
    make_way_if_asked(machine);
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
    const Ref<Process> process = running_process(machine);
    if (vm.block[process].phase == static_cast<uint8_t>(ProcessPhase::script)) {
        vm.block.edit(process).phase = static_cast<uint8_t>(ProcessPhase::ending);
        vm.block.header().page_limit = page_count_max;
        const Value exception = take_exception(vm);
        if (exception.is_mortal()) vm.block.increment(exception);
        clear_outcome(vm);
        // In a list, out of which it is taken: what runs last must not keep it alive.
        const Value held = new_list(vm, {&exception, 1});
        if (exception.is_mortal()) vm.block.decrement(exception);
        const Value at_end = vm.block[process].at_end;
        const bool started =
            !held.is_null() && start_call(vm, vm.context, at_end, {&held, 1});
        if (!started) end_process(machine, process, 1);
        return;
    }
    const Value result = vm.block[vm.context].result;
    const bool returned = reason == StopReason::returned && result.is_int();
    end_process(machine, process, returned ? static_cast<int32_t>(result.as_int()) : 1);
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
    const MachineRoot& root = machine.root();
    const auto core = root.core.as_ref<Core>();
    const Ref<Process> process = running_process(machine);
    RunLimits run;
    run.any_instructions = any_left;
    if (limits.events != unlimited) run.any_instructions = 1;
    if (machine.chaos_every != 0)
        run.any_instructions = std::min(run.any_instructions, machine.chaos_every);
    const auto stop_at = [&](uint64_t total) {
        const uint64_t done = root.user_instructions;
        run.user_instructions = std::min(run.user_instructions, total > done ? total - done : 0);
    };
    if (limits.user_instructions != unlimited) stop_at(limits.user_instructions);
    if (interleaved(machine)) {
        run.user_instructions = std::min(run.user_instructions, stretch_of(machine));
        return run;
    }
    if (root.turn_end_instructions != unlimited) stop_at(root.turn_end_instructions);
    const bool others = machine.vm.block[process].gil_waiters.first || root.timer_count > 0;
    if (others && machine.spec.gil_mode() == GilMode::every_instruction) stop_at(root.quantum_end);
    const TimeNs when_ns = std::min({gil_requested_ns(machine, process), next_timer_ns(machine),
                                     core_wanted_ns(machine, core)});
    uint64_t target = root.turn_end_ticks;
    if (when_ns != never_ns) target = std::min(target, ticks_at(machine.vm.block[core], when_ns));
    if (target == unlimited) return run;
    if (root.turn_end_ticks != unlimited && limits.events == unlimited &&
        shares_memory(machine, core))
        run.next_turn = next_turn_inside;
    const uint64_t done = machine.vm.block[core].ticks;
    run.hand_over_ticks = target > done ? target - done : 0;
    return run;
}

void after_instructions(Machine& machine) {
    if (interleaved(machine)) return;
    if (machine.spec.gil_mode() == GilMode::every_instruction &&
        machine.root().quantum_end <= machine.root().user_instructions) {
        machine.edit_root().quantum_end = machine.root().user_instructions + 1;
        if (!others_are_busy(machine)) fire_timers(machine);
        if (machine.vm.block[running_process(machine)].gil_waiters.first) hand_over_gil(machine);
    }
    if (machine.root().core &&
        machine.root().user_instructions >= machine.root().turn_end_instructions)
        end_turn(machine);
}

// os.fork: where both processes go on is known now that the run has stopped.
void fork_twin(Machine& machine) {
    machine.edit_root().forks = 0;
    Vm& vm = machine.vm;
    const Value name = vm.block[running_thread(machine)].name;
    const Ref<Process> child = create_process(machine, Birth::twin, {}, {}, name);
    if (child) {
        deliver(vm, vm.context, Value::from_int(vm.block[child].pid));
        return;
    }
    const Value exception = take_exception(vm);
    clear_outcome(vm);
    deliver_exception(vm, vm.context, exception);
}

// At a library point: it goes on when it gets the turn again.
void make_way(Machine& machine) {
    machine.edit_root().makes_way = 0;
    deliver(machine.vm, machine.vm.context, machine.vm.none());
    hand_over_gil(machine);
}

void give_answer(Machine& machine) {
    const Value answer = machine.root().answer;
    machine.edit_root().answer = Value{};
    deliver(machine.vm, machine.vm.context, answer ? answer : machine.vm.none());
}

// Runs the running thread once; true: the slice is used up.
bool run_once(Machine& machine, const AdvanceLimits& limits, uint64_t& any_left) {
    settle(machine);
    const uint64_t before = machine.root().user_instructions;
    machine.turns.busy.clear();
    machine.turns.user_end = limits.user_instructions;
    machine.turns.taken = 0;
    const StopReason reason = run(machine.vm, run_limits(machine, limits, any_left));
    settle(machine);
    if (reason != StopReason::slice) machine.edit_root().point_passed = 0;
    // Stops cost real time too: an estimate in instructions keeps a slice of many stops short.
    const uint64_t did =
        machine.root().user_instructions - before + machine.turns.taken * 8 + 100;
    switch (reason) {
        case StopReason::user_instructions: after_instructions(machine); break;
        case StopReason::hand_over: at_hand_over(machine); break;
        case StopReason::suspended:  // parked; or else only to be looked at: reschedule()
            if (machine.root().running.is_null() || machine.root().input_wait != 0) break;
            if (machine.root().forks) {
                fork_twin(machine);
                break;
            }
            if (machine.root().makes_way) {
                make_way(machine);
                break;
            }
            give_answer(machine);
            if (machine.root().unserved && !interleaved(machine)) serve(machine);
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
    // Several cores are busy since, and this one does not know yet how far it may run.
    if (machine.root().core && others_are_busy(machine) &&
        machine.root().turn_end_ticks == unlimited)
        end_turn(machine);
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
        if (limits.points && stops_at_point(machine)) return Advanced::point;
        if (machine.root().running.is_null()) {
            if (next_turn(machine)) continue;
            emit(machine, event::deadlock_found{thread_count(machine)});
            machine.edit_root().phase = static_cast<uint8_t>(Phase::stuck);
            continue;
        }
        if (machine.root().input_wait != 0 && !answer_input(machine)) return Advanced::input;
        if (interleaved(machine) && !pass_point(machine)) continue;
        if (run_once(machine, limits, any_left)) return Advanced::slice;
    }
}

}  // namespace meada
