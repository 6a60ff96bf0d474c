#include "machine/interleave.h"

#include <algorithm>

#include "machine/inspect.h"
#include "vm/strings.h"

namespace meada {
namespace {

bool is_call(Opcode opcode) {
    return opcode == Opcode::CALL || opcode == Opcode::CALL_FUNCTION_EX ||
           opcode == Opcode::BEFORE_WITH || opcode == Opcode::WITH_EXCEPT_START;
}

bool at_point(Machine& machine) {
    NextInstruction next;
    if (!next_instruction(machine.vm, next)) return false;
    if (is_call(next.opcode)) return true;
    std::vector<Access> accesses;
    add_accesses(machine.vm, next, accesses);
    return !accesses.empty();
}

bool is_ready(const Machine& machine, Ref<Thread> thread) {
    return machine.vm.block[thread].state == static_cast<uint8_t>(RunState::ready);
}

void tell_turn(Machine& machine, uint32_t option, const std::vector<Ref<Thread>>& threads,
               Ref<Thread> running) {
    ChoiceOptions options;
    const auto add = [&](Ref<Thread> thread) {
        ++options.count;
        if (options.first.size() < options_told_max)
            options.first.push_back(machine.vm.block[thread].serial);
    };
    if (running) add(running);
    for (const Ref<Thread> thread : threads) add(thread);
    tell_choice(machine, DecisionKind::at_access, option, std::move(options));
}

// Between turns.
void give_turn(Machine& machine, Ref<Thread> thread) {
    if (!is_ready(machine, thread)) fire_early(machine, thread);
    if (!is_ready(machine, thread)) return;  // a woken waiter whose lock is held
    Thread& given = machine.vm.block.edit(thread);
    if (given.flags & thread_at_point) given.waits_in = Value{};
    given.flags &= static_cast<uint8_t>(~(thread_at_point | thread_ends_process));
    machine.edit_root().unserved = 0;
    grant_gil_to(machine, thread);
    give_cores(machine);
    begin_turn(machine, earliest_busy(machine));
    NextInstruction next;
    machine.edit_root().point_passed = next_instruction(machine.vm, next);
}

}  // namespace

void stand_at_point(Machine& machine, LibraryPoint point, Value object) {
    Thread& thread = machine.vm.block.edit(running_thread(machine));
    thread.flags |= thread_at_point;
    if (point == LibraryPoint::process_end) thread.flags |= thread_ends_process;
    if (point == LibraryPoint::object) thread.waits_in = object;
    machine.edit_root().makes_way = 1;
}

LibraryPoint library_point(const Machine& machine, Ref<Thread> thread, Value& object) {
    const Thread& found = machine.vm.block[thread];
    if (!(found.flags & thread_at_point)) return LibraryPoint::none;
    if (found.flags & thread_ends_process) return LibraryPoint::process_end;
    object = found.waits_in;
    return object ? LibraryPoint::object : LibraryPoint::thread_end;
}

std::vector<Ref<Thread>> candidates(const Machine& machine) {
    std::vector<Ref<Thread>> found;
    const Block& block = machine.vm.block;
    for (Ref<Process> process = first_process(machine); process;
         process = next_process(machine, process))
        for (Value at = block[process].gil_waiters.first; at;
             at = block[at.as_ref<Thread>()].queue_next)
            found.push_back(at.as_ref<Thread>());
    for (const Ref<Thread> sleeper : sleepers(machine)) found.push_back(sleeper);
    return found;
}

bool next_shared_step(Machine& machine, Ref<Thread> thread, SharedStep& out) {
    Vm& vm = machine.vm;
    out = {};
    const Ref<Context> running = vm.context;
    vm.context = vm.block[thread].context.as_ref<Context>();
    const bool found = next_instruction(vm, out.instruction);
    if (found) add_accesses(vm, out.instruction, out.accesses);
    vm.context = running;
    if (!found) return false;
    // What a queue, a semaphore and so on is made of changes within its methods.
    for (size_t index = 0; index < out.accesses.size(); ++index) {
        Access access = out.accesses[index];
        if (access.part != AccessPart::attribute || access.writes) continue;
        if (!own_attribute(machine, vm.block.value_of(Ref<Object>{access.object}), "_sync_kind"))
            continue;
        access.part = AccessPart::operation;
        out.accesses.push_back(access);
    }
    std::erase_if(out.accesses, [&](Access& access) {
        if (access.part != AccessPart::operation) return false;
        const Value receiver = vm.block.value_of(Ref<Object>{access.object});
        const std::string method = to_utf8(vm, Value::from_ref(access.name));
        if (own_attribute(machine, receiver, "_ident")) return true;  // a thread's
        if (own_attribute(machine, receiver, "_waiters"))
            if (const Value lock = own_attribute(machine, receiver, "_lock"); lock)
                access.object = lock.offset();
        const Value kind = own_attribute(machine, receiver, "_sync_kind");
        const auto is = [&](SyncKind wanted) {
            return kind.is_int() && kind.as_int() == static_cast<int64_t>(wanted);
        };
        if (is(SyncKind::event) && method == "wait") access.writes = false;
        if (is(SyncKind::event) && !access.writes)
            if (const Value cond = own_attribute(machine, receiver, "_cond"); cond)
                out.looks_under = own_attribute(machine, cond, "_lock").as_ref<Lock>();
        out.waits_at_barrier |= is(SyncKind::barrier) && method == "wait";
        if (method == "lock_acquire") out.acquires = receiver.as_ref<Lock>();
        return false;
    });
    return true;
}

uint32_t choose_timer(Machine& machine, uint32_t count) {
    return count < 2 ? 0 : choose(machine, DecisionKind::timer_tie, count);
}

bool dispatch_interleaved(Machine& machine) {
    fire_wakes(machine);
    const std::vector<Ref<Thread>> threads = candidates(machine);
    if (threads.empty()) return false;
    const auto count = static_cast<uint32_t>(threads.size());
    const uint32_t option = count > 1 ? choose(machine, DecisionKind::at_access, count) : 0;
    if (count > 1 && hears_choices(machine)) tell_turn(machine, option, threads, {});
    give_turn(machine, threads[option]);
    return true;
}

uint64_t stretch_of(const Machine& machine) {
    NextInstruction next;
    return next_instruction(machine.vm, next) ? 1 : 0;
}

bool stops_at_point(Machine& machine) {
    if (machine.goes_past) {
        machine.goes_past = false;
        return false;
    }
    const bool runs = !machine.root().running.is_null();
    if (runs && (machine.root().point_passed || !at_point(machine))) return false;
    fire_wakes(machine);
    machine.goes_past = runs || !candidates(machine).empty();
    return machine.goes_past;
}

bool pass_point(Machine& machine) {
    if (machine.root().point_passed || !at_point(machine)) return true;
    fire_wakes(machine);
    const std::vector<Ref<Thread>> threads = candidates(machine);
    if (threads.empty()) return true;
    const auto count = static_cast<uint32_t>(threads.size()) + 1;
    const uint32_t option = choose(machine, DecisionKind::at_access, count);
    if (hears_choices(machine)) tell_turn(machine, option, threads, running_thread(machine));
    machine.edit_root().point_passed = 1;
    if (option == 0) return true;
    const Ref<Thread> thread = running_thread(machine);
    stop_running(machine, GilRelease::switch_interval);
    make_ready(machine, thread);
    give_turn(machine, threads[option - 1]);
    return false;
}

}  // namespace meada
