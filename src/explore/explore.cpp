#include "explore/explore.h"

#include <algorithm>
#include <optional>

#include "base/hash.h"
#include "explore/path.h"
#include "explore/snapshots.h"
#include "vm/clone.h"
#include "vm/strings.h"

namespace meada {
namespace {

constexpr uint64_t instructions_per_point_max = 2'000'000;
constexpr uint32_t beginnings_max = 1'000;

// A choice that an event loop made on the way from one node to the next, and its options.
using InnerChoice = std::pair<Decision, uint32_t>;

// A moment in which each thread stands before its next step.
struct Node {
    Snapshot snapshot;
    Path path;
    std::vector<uint32_t> options;  // threads
    size_t next = 0;
    std::vector<InnerChoice> inner;  // of the option that was taken last
    bool asleep = false;             // the options are what sleeps: nothing else could go on
    bool anyone = false;             // an option has gone on
};

// What came of going on with a thread.
enum class Went : uint8_t { to_node, not_possible, to_end, cut_off };

}  // namespace

struct Explorer::Inside {
    Inside(Machine& machine, const ExploreLimits& limits)
        : machine(machine), limits(limits), snapshots(machine), recorder(machine, limits.terminal) {
        for (const Event& event : machine.first_events) recorder.record(event);
        machine.recorder = &recorder;
        machine.chosen = &chosen;
        start = {snapshots.take(), recorder.path, {}, 0, {}, false, false};
    }
    ~Inside() {
        machine.recorder = nullptr;
        machine.chosen = nullptr;
    }

    Machine& machine;
    const ExploreLimits limits;
    Snapshots snapshots;
    PathRecorder recorder;
    std::vector<InnerChoice> chosen;
    Node start;
    std::vector<Node> nodes;  // the way to where the search stands
    std::set<uint64_t> traces, failing_traces, deadlock_traces;
    Exploration found;
    uint32_t beginnings = 0;
    bool running = false;  // nodes are those of a search that has begun

    Path& path() { return recorder.path; }
    const Thread* thread_of(uint32_t index) const;
    bool is_ready(uint32_t index) const;
    bool parked_in_step(uint32_t index, uint64_t instructions) const;

    bool advance_one();
    void begin();
    void begin_again();
    void restore(const Node&);
    Went take_first();
    Went take_option(Node&);
    void turn_to(uint32_t index);
    Went go_on(std::optional<uint32_t> acting, uint64_t instructions);
    bool judge(uint32_t acting, uint64_t instructions);
    bool look_at_point(uint32_t index);
    std::optional<uint32_t> unplaced();
    std::vector<Part> parts_at(const PathThread&, LibraryPoint, Value object) const;
    bool look_in_library(uint32_t index);
    void add_options(Node&);
    bool wakes_sleepers(Node&);
    bool anyone_waits_in_library() const;
    void finish(Went);
    void add_outcome(bool deadlock);
    void add_last_state(ExploreOutcome&);
};

const Thread* Explorer::Inside::thread_of(uint32_t index) const {
    const Ref<Thread> thread = find_thread(machine, recorder.path.threads[index].serial);
    return thread ? &machine.vm.block[thread] : nullptr;
}

bool Explorer::Inside::is_ready(uint32_t index) const {
    const Thread* thread = thread_of(index);
    return thread && (thread->state == static_cast<uint8_t>(RunState::ready) ||
                      thread->state == static_cast<uint8_t>(RunState::running));
}

void Explorer::Inside::restore(const Node& node) {
    snapshots.restore(node.snapshot);
    recorder.path = node.path;
    machine.decisions = node.path.decisions;
    machine.goes_past = true;
    chosen.clear();
}

// Gives the turn to a thread; the machine stands at a point.
void Explorer::Inside::turn_to(uint32_t index) {
    const Serial serial = path().threads[index].serial;
    const bool runs = !machine.root().running.is_null();
    if (runs && machine.vm.block[running_thread(machine)].serial == serial) return;
    const std::vector<Ref<Thread>> threads = candidates(machine);
    const auto at = std::ranges::find(threads, serial, [&](Ref<Thread> thread) {
        return machine.vm.block[thread].serial;
    });
    ASSERT(at != threads.end());
    const auto option = static_cast<uint32_t>(at - threads.begin()) + (runs ? 1 : 0);
    if (option == 0) return;
    const Thread& led = machine.vm.block[machine.root().last_running.as_ref<Thread>()];
    machine.decisions.set(
        {led.serial, led.scheduling_points + 1, DecisionKind::at_access, option});
}

// A thread that can run and has not come to its next step yet.
std::optional<uint32_t> Explorer::Inside::unplaced() {
    for (uint32_t index = 0; index < path().threads.size(); ++index) {
        if (path().threads[index].state != StepState::elsewhere || !is_ready(index)) continue;
        if (!look_in_library(index)) return index;
        path().threads[index].state = StepState::before;
    }
    return std::nullopt;
}

// What a thread touches at the library point where it stands.
std::vector<Part> Explorer::Inside::parts_at(const PathThread& thread, LibraryPoint point,
                                             Value object) const {
    switch (point) {
        case LibraryPoint::none: break;
        case LibraryPoint::object:
            if (object == machine.vm.none()) return {output_part};
            return {{object.offset(), AccessPart::operation, 0, thread.process}};
        case LibraryPoint::thread_end:
            return {life_of_thread(thread.serial)};
        case LibraryPoint::process_end: {
            // What others of its threads would print they may not come to print.
            std::vector<Part> parts = {life_of_process(thread.process)};
            for (Ref<Thread> at = first_thread(machine); at; at = next_thread(machine, at)) {
                const Block& block = machine.vm.block;
                if (block[process_of(block, at)].serial == thread.process &&
                    block[at].serial != thread.serial) {
                    parts.push_back(output_part);
                    break;
                }
            }
            return parts;
        }
    }
    return {};
}

// Whether it is a thread of the library (a queue's feeder, a pool's), or one that ends, that goes
// on with a step.
bool Explorer::Inside::look_in_library(uint32_t index) {
    PathThread& thread = path().threads[index];
    const auto frames = frames_of(machine.vm, thread_of(index)->context.as_ref<Context>());
    Value object;
    const LibraryPoint point =
        library_point(machine, find_thread(machine, thread.serial), object);
    thread.in_library = !frames.empty() && std::ranges::all_of(frames, &FrameView::library);
    if (!thread.in_library && point == LibraryPoint::none) return false;
    thread.place = place_of(machine.vm, frames.front().code, frames.front().instruction);
    thread.uses.clear();
    thread.others.clear();
    thread.touched.clear();
    thread.gave = thread.started = false;
    thread.ends = point == LibraryPoint::thread_end || point == LibraryPoint::process_end;
    for (const Part& part : parts_at(thread, point, object))
        (recorder.contended.contains(part) ? thread.uses : thread.others).push_back({part, true});
    thread.shares = recorder.shares_at(thread.place);
    if (thread.shares || !thread.uses.empty()) return true;
    for (const TraceClocks::Use& use : thread.others) recorder.use(index, use.part, use.writes);
    thread.others.clear();
    return false;
}

// The running thread is at a point: whether it is a step. If not, it has been noted.
bool Explorer::Inside::look_at_point(uint32_t index) {
    PathThread& thread = path().threads[index];
    SharedStep step;
    const Ref<Thread> found = find_thread(machine, thread.serial);
    if (!found || !next_shared_step(machine, found, step)) return false;
    ++path().points;
    thread.place = place_of(machine.vm, step.instruction.code, step.instruction.index);
    thread.uses.clear();
    thread.others.clear();
    thread.touched.clear();
    thread.gave = thread.in_library = thread.ends = thread.started = false;
    for (const Access& access : step.accesses) {
        const Part part = part_of(access, thread.process);
        const bool contended = recorder.contended.contains(part);
        (contended ? thread.uses : thread.others).push_back({part, access.writes});
    }
    if (recorder.printing.contains(thread.place) && recorder.contended.contains(output_part))
        thread.uses.push_back({output_part, true});
    thread.waits_at_barrier = step.waits_at_barrier;
    thread.acquires = step.acquires;
    thread.shares = recorder.shares_at(thread.place);
    if (thread.shares || !thread.uses.empty()) return true;
    for (const TraceClocks::Use& use : thread.others) recorder.use(index, use.part, use.writes);
    return false;
}

// The thread was to do its step, which began after so many instructions. False: it cannot happen
// yet, and nothing of it has.
bool Explorer::Inside::judge(uint32_t acting, uint64_t instructions) {
    PathThread& thread = path().threads[acting];
    if (thread.state != StepState::before && thread.state != StepState::inside) return true;
    const bool second = thread.state == StepState::inside;
    const Thread* now = thread_of(acting);
    const bool waits = now && now->state == static_cast<uint8_t>(RunState::waiting) &&
                       machine.user_instructions() - instructions ==
                           (second || thread.in_library ? 0 : 1);
    const auto reason = waits ? static_cast<WaitReason>(now->reason) : WaitReason::none;
    const bool halves = thread.gave || thread.ends || thread.started ||
                        reason == WaitReason::condition || reason == WaitReason::barrier;
    if (waits && !halves && now->deadline_ns == never_ns) return false;
    if (thread.acquires && machine.vm.block[thread.acquires].owner.offset() !=
                               find_thread(machine, thread.serial).offset)
        for (TraceClocks::Use& use : thread.uses) use.writes = false;
    std::vector<TraceClocks::Use> uses = thread.uses;
    for (const TraceClocks::Use& use : thread.touched)
        if (recorder.contended.contains(use.part)) uses.push_back(use);
    path().trace.step(acting, uses);
    for (const auto* uses : {&thread.uses, &thread.others})
        for (const TraceClocks::Use& use : *uses) recorder.use(acting, use.part, use.writes);
    thread.others.clear();
    thread.acquires = {};
    for (TraceClocks::Use& use : thread.uses) use.writes = !thread.waits_at_barrier;
    if (waits && !thread.in_library && !thread.started) thread.state = StepState::inside;
    else if (thread.waits_at_barrier && !second) thread.state = StepState::leaving;
    else thread.state = StepState::elsewhere;
    return true;
}

// Runs until every thread stands before its next step, or waits.
Went Explorer::Inside::go_on(std::optional<uint32_t> acting, uint64_t instructions) {
    for (;;) {
        AdvanceLimits advance_limits;
        advance_limits.any_instructions = instructions_per_point_max;
        advance_limits.points = true;
        const Advanced why = meada::advance(machine, advance_limits);
        if (acting && !judge(*acting, instructions)) return Went::not_possible;
        acting.reset();
        if (why == Advanced::ended || why == Advanced::stuck) return Went::to_end;
        if (why != Advanced::point || path().points > limits.points) return Went::cut_off;
        found.waits_in_library = found.waits_in_library || anyone_waits_in_library();
        if (!machine.root().running.is_null()) {
            const uint32_t here =
                recorder.index_of(machine.vm.block[running_thread(machine)].serial);
            PathThread& thread = path().threads[here];
            if (thread.state == StepState::elsewhere) {
                if (!look_at_point(here)) continue;
                thread.state = StepState::before;
            }
        }
        const auto next = unplaced();
        if (!next) return Went::to_node;
        turn_to(*next);
    }
}

void Explorer::Inside::add_options(Node& node) {
    for (uint32_t index = 0; index < path().threads.size(); ++index) {
        const StepState state = path().threads[index].state;
        if (!thread_of(index)) continue;  // its process has been ended
        if (state == StepState::leaving || state == StepState::before ||
            (state == StepState::inside && is_ready(index)))
            node.options.push_back(index);
    }
}

// No step can happen: time passes until one of those wakes that sleep. False: none does.
bool Explorer::Inside::wakes_sleepers(Node& node) {
    if (node.anyone || node.asleep) return false;
    node.asleep = true;
    restore(node);
    for (const Ref<Thread> sleeper : candidates(machine))
        if (machine.vm.block[sleeper].state == static_cast<uint8_t>(RunState::waiting))
            node.options.push_back(recorder.index_of(machine.vm.block[sleeper].serial));
    return node.next < node.options.size();
}

// A pool's thread that waits for work: no code of the script is on its stack.
bool Explorer::Inside::anyone_waits_in_library() const {
    for (Ref<Thread> at = first_thread(machine); at; at = next_thread(machine, at)) {
        const Thread& thread = machine.vm.block[at];
        const auto reason = static_cast<WaitReason>(thread.reason);
        const bool takes_turns = reason == WaitReason::lock || reason == WaitReason::queue ||
                                 reason == WaitReason::condition ||
                                 reason == WaitReason::semaphore;
        if (thread.state != static_cast<uint8_t>(RunState::waiting) || !takes_turns) continue;
        // What processes share is tried, and a queue's feeder waits for work that is its alone.
        const Value in = thread.waits_in;
        if (in && machine.vm.block[in.as_ref<Object>()].detail & shared_object_bit) continue;
        const auto frames = frames_of(machine.vm, thread.context.as_ref<Context>());
        const auto is_tried = [&](const FrameView& frame) {
            const Value name = Value::from_ref(machine.vm.block[frame.code].qualified_name);
            return str_equals(machine.vm, name, "Queue._feed") ||
                   str_equals(machine.vm, name, "_worker");  // of a pool of threads
        };
        if (std::ranges::any_of(frames, is_tried)) continue;
        if (std::ranges::all_of(frames, &FrameView::library)) return true;
    }
    return false;
}

Went Explorer::Inside::take_option(Node& node) {
    const uint32_t index = node.options[node.next];
    restore(node);
    PathThread& thread = path().threads[index];
    thread.touched.clear();
    thread.gave = thread.started = false;
    if (thread.state == StepState::leaving) {
        path().trace.step(index, thread.uses);
        thread.state = StepState::elsewhere;
        if (is_ready(index) && look_at_point(index)) thread.state = StepState::before;
        if (const auto next = unplaced()) turn_to(*next);
        else return Went::to_node;
        return go_on(std::nullopt, 0);
    }
    for (const InnerChoice& choice : node.inner) machine.decisions.set(choice.first);
    turn_to(index);
    return go_on(index, machine.user_instructions());
}

// One way from a node is done: the next choice of an event loop on it, or the next option.
void next_of(Node& node, const std::vector<InnerChoice>& chosen) {
    node.inner.clear();
    for (const InnerChoice& choice : chosen)
        if (choice.first.kind == DecisionKind::timer_tie) node.inner.push_back(choice);
    while (!node.inner.empty()) {
        InnerChoice& last = node.inner.back();
        if (++last.first.option < last.second) return;
        node.inner.pop_back();
    }
    ++node.next;
}

void Explorer::Inside::add_last_state(ExploreOutcome& outcome) {
    enter_process(machine, first_process(machine));
    const MachineState state = inspect(machine);
    for (const ThreadState& thread : state.threads) {
        const auto on = std::ranges::find(state.syncs, thread.waits_on, &SyncState::serial);
        const bool named = on != state.syncs.end() && !on->name.empty();
        outcome.waiting.push_back(thread.name + (named ? ": " + on->name : ""));
    }
    for (const VariableState& global : state.globals)
        if (!global.text.starts_with('<'))
            outcome.globals.push_back(global.name + " = " + global.text);
}

void Explorer::Inside::add_outcome(bool deadlock) {
    ExploreOutcome outcome;
    outcome.output = path().output + path().buffers.rest(lost_bytes(machine.root()));
    outcome.exit_status = machine.root().exit_status;
    outcome.deadlock = deadlock;
    outcome.uncaught = path().uncaught;
    std::ranges::sort(outcome.uncaught);
    if (deadlock) add_last_state(outcome);
    ++found.executions;
    if (deadlock) ++found.deadlocks;
    if (!outcome.uncaught.empty()) ++found.failing;
    uint64_t trace = path().trace.hash();
    for (const Decision& decision : machine.decisions.decisions())
        if (decision.kind == DecisionKind::timer_tie)  // one completion before another
            trace = hash_mix(hash_mix(trace, decision.point), decision.option);
    traces.insert(trace);
    if (deadlock) deadlock_traces.insert(trace);
    if (!outcome.uncaught.empty()) failing_traces.insert(trace);
    const auto same = [&](const ExploreOutcome& other) {
        return other.output == outcome.output && other.exit_status == outcome.exit_status &&
               other.deadlock == outcome.deadlock && other.uncaught == outcome.uncaught &&
               other.waiting == outcome.waiting && other.globals == outcome.globals;
    };
    auto at = std::ranges::find_if(found.outcomes, same);
    if (at == found.outcomes.end()) {
        outcome.decisions = machine.decisions.decisions();
        at = found.outcomes.insert(at, std::move(outcome));
    }
    ++at->count;
}

// An execution is over, or as good as: what is left goes on by itself.
void Explorer::Inside::finish(Went went) {
    if (went == Went::cut_off) {
        ++found.cut_off;
        return;
    }
    if (!machine.ended()) {
        AdvanceLimits rest;
        rest.any_instructions = instructions_per_point_max;
        if (meada::advance(machine, rest) == Advanced::slice) {
            ++found.cut_off;
            return;
        }
    }
    add_outcome(machine.root().phase == static_cast<uint8_t>(Phase::stuck));
}

void Explorer::Inside::begin() {
    nodes.clear();
    traces.clear();
    failing_traces.clear();
    deadlock_traces.clear();
    found = {};
    recorder.found_more = recorder.kills = recorder.signals = false;
    running = true;
    ++beginnings;
    start.next = 0;
    start.inner.clear();
    start.options = {0};
}

// Goes one way to its end or as far as the next node. False: all have been gone.
bool Explorer::Inside::advance_one() {
    if (!running) begin();
    Node& node = nodes.empty() ? start : nodes.back();
    if (node.next >= node.options.size()) {
        if (nodes.empty()) return false;
        if (!wakes_sleepers(node)) {
            const bool anyone = node.anyone;
            if (!anyone) {
                restore(node);
                machine.goes_past = false;
                finish(Went::to_end);
            }
            nodes.pop_back();
            return !nodes.empty() || start.next < start.options.size();
        }
    }
    const Went went = take_option(node);
    const std::vector<InnerChoice> made = chosen;
    if (went != Went::not_possible) node.anyone = true;
    next_of(node, made);
    if (went == Went::to_node) {
        Node reached{snapshots.take(), path(), {}, 0, {}, false, false};
        reached.path.decisions = machine.decisions;
        add_options(reached);
        nodes.push_back(std::move(reached));
        return true;
    }
    if (went != Went::not_possible) finish(went);
    if (recorder.found_more && beginnings < beginnings_max) running = false;
    return true;
}

Incomplete why_incomplete(const Exploration& found) {
    if (found.complete) return Incomplete::no;
    if (found.waits_in_library) return Incomplete::pool;
    if (found.kills) return Incomplete::kill;
    if (found.signals) return Incomplete::signal;
    return found.cut_off > 0 ? Incomplete::cut_off : Incomplete::limit;
}

Explorer::Explorer(Machine& machine, const ExploreLimits& limits)
    : inside_(std::make_unique<Inside>(machine, limits)) {}
Explorer::~Explorer() = default;

bool Explorer::advance(uint64_t executions) {
    Inside& inside = *inside_;
    for (uint64_t done = 0; done < executions;) {
        const uint64_t before = inside.found.executions + inside.found.cut_off;
        if (!inside.advance_one()) {
            inside.found.complete = inside.found.cut_off == 0 && !inside.recorder.found_more &&
                                    !inside.found.waits_in_library &&
                                    !inside.recorder.kills && !inside.recorder.signals;
            inside.found.kills = inside.recorder.kills;
            inside.found.signals = inside.recorder.signals;
            inside.found.traces = inside.traces.size();
            inside.found.failing_traces = inside.failing_traces.size();
            inside.found.deadlock_traces = inside.deadlock_traces.size();
            return false;
        }
        const uint64_t now = inside.found.executions + inside.found.cut_off;
        if (now > before) ++done;
        if (now >= inside.limits.executions && inside.running) {
            inside.found.traces = inside.traces.size();
            inside.found.failing_traces = inside.failing_traces.size();
            inside.found.deadlock_traces = inside.deadlock_traces.size();
            return false;
        }
    }
    return true;
}

const Exploration& Explorer::found() const { return inside_->found; }

}  // namespace meada
