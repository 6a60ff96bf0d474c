#include "machine/timers.h"

#include <algorithm>
#include <queue>

#include "machine/heap.h"

namespace meada {
namespace {

struct ByTime {
    static constexpr auto cell = &MachineRoot::timers;
    static constexpr auto count = &MachineRoot::timer_count;
    static constexpr auto index = &Thread::timer_index;
    static bool before(const Thread& a, const Thread& b) {
        if (a.timer_when_ns != b.timer_when_ns) return a.timer_when_ns < b.timer_when_ns;
        return a.sequence < b.sequence;
    }
};
using Heap = ThreadHeap<ByTime>;

}  // namespace

void start_timer(Machine& machine, Ref<Thread> thread, TimeNs when_ns) {
    stop_timer(machine, thread);
    Thread& timed = machine.vm.block.edit(thread);
    timed.timer_when_ns = when_ns;
    timed.sequence = ++machine.edit_root().sequence;
    Heap{machine}.add(thread);
    if (when_ns == machine.ties.when_ns) ++machine.ties.count;
}

void stop_timer(Machine& machine, Ref<Thread> thread) {
    if (machine.vm.block[thread].timer_index == 0) return;
    Heap{machine}.take(thread);
    if (machine.vm.block[thread].timer_when_ns == machine.ties.when_ns) --machine.ties.count;
}

TimeNs next_timer_ns(const Machine& machine) {
    if (machine.root().timer_count == 0) return never_ns;
    const uint32_t slot = machine.root().timers.offset() + Values::first_offset;
    return machine.vm.block[machine.vm.block.load(slot).as_ref<Thread>()].timer_when_ns;
}

namespace {

// Of those that are due together with the heap's first, so many at most, in their order. They lie
// at its top: the next one is below one that has been found.
std::vector<Ref<Thread>> first_tied(const Heap& heap, size_t most) {
    const TimeNs when_ns = heap.machine.vm.block[heap.at(0)].timer_when_ns;
    const auto later = [&](uint32_t a, uint32_t b) { return heap.before(heap.at(b), heap.at(a)); };
    std::priority_queue<uint32_t, std::vector<uint32_t>, decltype(later)> next(later);
    next.push(0);
    std::vector<Ref<Thread>> tied;
    while (!next.empty() && tied.size() < most) {
        const uint32_t index = next.top();
        next.pop();
        tied.push_back(heap.at(index));
        for (const uint32_t below : {index * 2 + 1, index * 2 + 2})
            if (below < heap.count() &&
                heap.machine.vm.block[heap.at(below)].timer_when_ns == when_ns)
                next.push(below);
    }
    return tied;
}

// How many there are. Counted once for a time: where thousands are due at it, each of them asks.
uint32_t tied_count(Machine& machine) {
    const Heap heap{machine};
    const TimeNs when_ns = machine.vm.block[heap.at(0)].timer_when_ns;
    if (machine.ties.when_ns != when_ns)
        machine.ties = {when_ns, static_cast<uint32_t>(first_tied(heap, heap.count()).size())};
    return machine.ties.count;
}

// The next one due: by default the heap's first; several due at one time are a decision. Its point
// counts even where nobody has decided anything, so that a first decision shifts no others.
Ref<Thread> next_due(Machine& machine) {
    const Heap heap{machine};
    const TimeNs when_ns = machine.vm.block[heap.at(0)].timer_when_ns;
    const auto is_tied = [&](uint32_t index) {
        return index < heap.count() && machine.vm.block[heap.at(index)].timer_when_ns == when_ns;
    };
    if (!is_tied(1) && !is_tied(2)) return heap.at(0);
    const uint32_t count = counts_options(machine) ? tied_count(machine) : 2;
    const uint32_t option = choose(machine, DecisionKind::timer_tie, count);
    if (hears_choices(machine)) {
        ChoiceOptions options{.count = count};
        for (const Ref<Thread> each : first_tied(heap, options_told_max))
            options.first.push_back(machine.vm.block[each].serial);
        tell_choice(machine, DecisionKind::timer_tie, option, std::move(options));
    }
    return option == 0 ? heap.at(0) : first_tied(heap, option + 1).back();
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
