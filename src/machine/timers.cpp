#include "machine/timers.h"

#include <algorithm>

#include "machine/machine.h"

namespace meada {
namespace {

// The heap as seen for one operation; dead after a call that may allocate.
struct Heap {
    Machine& machine;

    uint32_t slot(uint32_t index) const {
        return machine.root().timers.offset() + Values::first_offset + index * 8;
    }
    Ref<Thread> at(uint32_t index) const {
        return machine.vm.block.load(slot(index)).as_ref<Thread>();
    }
    void put(uint32_t index, Ref<Thread> thread) {
        machine.vm.block.move_in(slot(index), Value::from_ref(thread));
        machine.vm.block.edit(thread).timer_index = index + 1;
    }
    bool before(Ref<Thread> left, Ref<Thread> right) const {
        const Thread& a = machine.vm.block[left];
        const Thread& b = machine.vm.block[right];
        if (a.timer_when_ns != b.timer_when_ns) return a.timer_when_ns < b.timer_when_ns;
        return a.timer_sequence < b.timer_sequence;
    }
    uint32_t count() const { return machine.root().timer_count; }

    void rise(uint32_t index) {
        const Ref<Thread> thread = at(index);
        while (index > 0) {
            const uint32_t parent = (index - 1) / 2;
            if (!before(thread, at(parent))) break;
            put(index, at(parent));
            index = parent;
        }
        put(index, thread);
    }
    void sink(uint32_t index) {
        const Ref<Thread> thread = at(index);
        for (;;) {
            uint32_t child = index * 2 + 1;
            if (child >= count()) break;
            if (child + 1 < count() && before(at(child + 1), at(child))) ++child;
            if (!before(at(child), thread)) break;
            put(index, at(child));
            index = child;
        }
        put(index, thread);
    }
};

// Room for one more. The block is never so full that a timer finds no place: see below.
void make_room(Machine& machine) {
    Block& block = machine.vm.block;
    const Value old = machine.root().timers;
    const uint32_t count = machine.root().timer_count;
    const uint32_t room =
        old ? (block.cell_size(old.offset()) - Values::first_offset) / 8 : 0;
    if (count < room) return;
    const uint32_t size = Values::first_offset + std::max(14u, room * 2) * 8;
    const uint32_t cell = block.allocate(Kind::values, {}, size);
    ASSERT(cell != 0);
    for (uint32_t index = 0; index < count; ++index)
        block.move_in(cell + Values::first_offset + index * 8,
                      block.load(old.offset() + Values::first_offset + index * 8));
    machine.edit_root().timers = Value::from_ref(Ref<Values>{cell});
    if (old) {
        for (uint32_t index = 0; index < count; ++index)
            block.move_in(old.offset() + Values::first_offset + index * 8, Value{});
        block.free_now(old.offset());
    }
}

}  // namespace

void start_timer(Machine& machine, Ref<Thread> thread, TimeNs when_ns) {
    stop_timer(machine, thread);
    make_room(machine);
    Thread& timed = machine.vm.block.edit(thread);
    timed.timer_when_ns = when_ns;
    timed.timer_sequence = ++machine.edit_root().timer_sequence;
    const uint32_t index = machine.edit_root().timer_count++;
    Heap heap{machine};
    heap.put(index, thread);
    heap.rise(index);
}

void stop_timer(Machine& machine, Ref<Thread> thread) {
    const uint32_t place = machine.vm.block[thread].timer_index;
    if (place == 0) return;
    Heap heap{machine};
    const uint32_t last = --machine.edit_root().timer_count;
    const Ref<Thread> moved = heap.at(last);
    machine.vm.block.move_in(heap.slot(last), Value{});
    machine.vm.block.edit(thread).timer_index = 0;
    if (moved == thread) return;
    heap.put(place - 1, moved);
    heap.rise(place - 1);
    heap.sink(machine.vm.block[moved].timer_index - 1);
}

TimeNs next_timer_ns(const Machine& machine) {
    if (machine.root().timer_count == 0) return never_ns;
    const uint32_t slot = machine.root().timers.offset() + Values::first_offset;
    return machine.vm.block[machine.vm.block.load(slot).as_ref<Thread>()].timer_when_ns;
}

namespace {

// The next one due: by default the heap's first; several due at one time are a decision. Its point
// counts even where nobody has decided anything, so that a first decision shifts no others.
Ref<Thread> next_due(Machine& machine) {
    Heap heap{machine};
    const Ref<Thread> first = heap.at(0);
    const TimeNs when_ns = machine.vm.block[first].timer_when_ns;
    const auto is_tied = [&](uint32_t index) {
        return index < heap.count() && machine.vm.block[heap.at(index)].timer_when_ns == when_ns;
    };
    if (!is_tied(1) && !is_tied(2)) return first;
    if (machine.decisions.decisions().empty() && !hears_choices(machine)) {
        (void)choose(machine, DecisionKind::timer_tie, 2);
        return first;
    }
    std::vector<Ref<Thread>> tied;
    for (uint32_t index = 0; index < heap.count(); ++index)
        if (is_tied(index)) tied.push_back(heap.at(index));
    std::sort(tied.begin(), tied.end(),
              [&](Ref<Thread> left, Ref<Thread> right) { return heap.before(left, right); });
    const uint32_t option =
        choose(machine, DecisionKind::timer_tie, static_cast<uint32_t>(tied.size()));
    if (hears_choices(machine)) {
        std::vector<Serial> options;
        for (const Ref<Thread> each : tied) options.push_back(machine.vm.block[each].serial);
        tell_choice(machine, DecisionKind::timer_tie, option, std::move(options));
    }
    return tied[option];
}

void fire(Machine& machine, Ref<Thread> thread) {
    Block& block = machine.vm.block;
    stop_timer(machine, thread);
    if (block[thread].state == static_cast<uint8_t>(RunState::created)) {
        make_ready(machine, thread);
        return;
    }
    ASSERT(block[thread].state == static_cast<uint8_t>(RunState::waiting));
    if (block[thread].flags & thread_retries) {
        retry_acquire(machine, thread);
        return;
    }
    if (block[thread].flags & thread_notified) {
        block.edit(thread).flags &= static_cast<uint8_t>(~thread_notified);
        wake(machine, thread, machine.vm.root(Root::ellipsis));
        return;
    }
    block.edit(thread).flags |= thread_fired;
    const bool answers = block[thread].waits_in != Value{};  // False: timed out; None: slept
    wake(machine, thread, answers ? machine.vm.boolean(false) : machine.vm.none());
}

}  // namespace

namespace {

// Threads with timers of the one sort or the other, the earliest first.
std::vector<Ref<Thread>> timed_threads(Machine& machine, bool deadlines) {
    Heap heap{machine};
    std::vector<Ref<Thread>> found;
    for (uint32_t index = 0; index < heap.count(); ++index) {
        const Thread& thread = machine.vm.block[heap.at(index)];
        const bool wakes = thread.state == static_cast<uint8_t>(RunState::created) ||
                           (thread.flags & (thread_retries | thread_notified));
        if (wakes != deadlines) found.push_back(heap.at(index));
    }
    std::sort(found.begin(), found.end(),
              [&](Ref<Thread> left, Ref<Thread> right) { return heap.before(left, right); });
    return found;
}

}  // namespace

std::vector<Ref<Thread>> sleepers(const Machine& machine) {
    return timed_threads(const_cast<Machine&>(machine), true);
}

void fire_wakes(Machine& machine) {
    if (machine.root().timer_count == 0) return;
    for (const Ref<Thread> thread : timed_threads(machine, false)) fire(machine, thread);
}

void fire_early(Machine& machine, Ref<Thread> sleeper) {
    const TimeNs when_ns = machine.vm.block[sleeper].timer_when_ns;
    MachineRoot& root = machine.edit_root();
    ASSERT(root.core.is_null());  // between turns: what passes is the machine's time
    root.moment_ns = std::max({root.moment_ns, root.last_event_ns, when_ns});
    fire(machine, sleeper);
}

void fire_timers(Machine& machine) {
    while (next_timer_ns(machine) <= machine.now_ns()) fire(machine, next_due(machine));
}

}  // namespace meada
