#include "view/lanes.h"

#include <algorithm>

namespace meada::view {

namespace {

bool is_open(const Lane& lane) {
    return !lane.spans.empty() && lane.spans.back().end_ns == never_ns;
}

RunState state_of(const Lane& lane) {
    return is_open(lane) ? lane.spans.back().state : RunState::created;
}

void close(Lane& lane, TimeNs time_ns) {
    if (is_open(lane)) lane.spans.back().end_ns = time_ns;
}

// A span that would be empty is overwritten: a state nobody can see is not one.
void begin(Lane& lane, Span span) {
    if (lane.ended) return;
    close(lane, span.begin_ns);
    span.end_ns = never_ns;
    if (!lane.spans.empty() && lane.spans.back().begin_ns == lane.spans.back().end_ns &&
        lane.spans.back().state != RunState::running)
        lane.spans.back() = span;
    else
        lane.spans.push_back(span);
}

// Reads one event into the lanes.
struct Read {
    LaneCache& cache;
    const Event& event;
    uint64_t number;  // of the event, as Moment counts

    Lane& lane(Serial serial) {
        Lane& found = cache.lanes[serial];
        if (found.serial == 0) {
            found.serial = serial;
            const Actor* actor = cache.actors.find(serial);
            found.kind = actor && actor->is_task ? LaneKind::task : LaneKind::thread;
            found.parent = actor ? actor->thread : 0;
        }
        return found;
    }
    Span span(RunState state, WaitReason reason = WaitReason::none, Serial on = 0) const {
        return {event.time_ns, never_ns, state, reason, on, 0, number};
    }
    Serial task_on(Serial thread) const {
        const auto found = cache.running_task.find(thread);
        return found == cache.running_task.end() ? 0 : found->second;
    }
    // What runs on a thread: the thread, and the task that it steps.
    void set(Serial thread, RunState state, WaitReason reason = WaitReason::none, Serial on = 0) {
        if (thread == 0) return;
        begin(lane(thread), span(state, reason, on));
        if (const Serial task = task_on(thread)) begin(lane(task), span(state, reason, on));
    }
    void run_on_core(Serial who) {
        if (is_open(cache.core) && cache.core.spans.back().owner == who) return;
        if (is_open(cache.core)) {
            cache.busy_ns += event.time_ns - cache.core.spans.back().begin_ns;
            close(cache.core, event.time_ns);
        }
        if (who == 0) return;
        Span running = span(RunState::running);
        running.owner = who;
        begin(cache.core, running);
    }
    void run(Serial thread) {
        if (thread == 0) return;
        if (state_of(lane(thread)) != RunState::running) set(thread, RunState::running);
        const Serial task = task_on(thread);
        const Actor* actor = cache.actors.find(thread);
        if (task != 0)
            run_on_core(task);
        else
            run_on_core(actor && actor->runs_loop ? 0 : thread);
    }
    void wake(Serial from, Serial to) {
        if (from != 0 && to != 0 && from != to)
            cache.wakes.push_back({event.time_ns, from, to, number});
    }
    Serial doer() const { return event.task != 0 ? event.task : event.thread; }

    template <typename Detail>
    void operator()(const Detail&) {
        // The main thread is running before any switch is told.
        if (event.thread != 0 && cache.lanes.count(event.thread) == 0) run(event.thread);
    }
    void operator()(const event::thread_created& detail) {
        begin(lane(detail.created), span(RunState::ready));
        wake(doer(), detail.created);
    }
    void operator()(const event::thread_started& detail) {
        if (state_of(lane(detail.started)) == RunState::created)
            begin(lane(detail.started), span(RunState::ready));
    }
    void operator()(const event::thread_parked& detail) {
        set(event.thread, RunState::waiting, detail.reason, detail.on);
        if (is_open(cache.core)) run_on_core(0);
    }
    void operator()(const event::thread_woken& detail) {
        set(detail.woken, RunState::ready);
        wake(doer() == detail.woken ? 0 : doer(), detail.woken);
    }
    void operator()(const event::thread_ended& detail) {
        Lane& ending = lane(event.thread);
        close(ending, event.time_ns);
        ending.ended = true;
        ending.outcome = detail.outcome;
        ending.end_ns = event.time_ns;
        run_on_core(0);
    }
    void operator()(const event::thread_switched& detail) {
        if (detail.from != 0 && state_of(lane(detail.from)) == RunState::running)
            set(detail.from, RunState::ready);
        if (detail.to != 0)
            run(detail.to);
        else
            run_on_core(0);
    }
    void operator()(const event::gil_requested&) {
        set(event.thread, RunState::waiting, WaitReason::gil);
    }
    void operator()(const event::gil_acquired&) { run(event.thread); }
    void operator()(const event::gil_released& detail) {
        if (detail.why == GilRelease::switch_interval)
            set(event.thread, RunState::waiting, WaitReason::gil);
        run_on_core(0);
    }
    void operator()(const event::task_created& detail) {
        begin(lane(detail.created), span(RunState::ready));
    }
    void operator()(const event::task_stepped& detail) {
        cache.running_task[event.thread] = detail.stepped;
        cache.scheduled[event.thread] = 0;
        if (state_of(lane(event.thread)) != RunState::running)
            begin(lane(event.thread), span(RunState::running));
        begin(lane(detail.stepped), span(RunState::running));
        run_on_core(detail.stepped);
    }
    void leave_task() {
        cache.running_task[event.thread] = 0;
        run_on_core(0);
    }
    void operator()(const event::task_suspended& detail) {
        // sleep(0) and the like: its next step is in the queue before it has given way.
        if (cache.scheduled[event.thread] == event.task && event.task != 0)
            begin(lane(event.task), span(RunState::ready));
        else
            begin(lane(event.task), span(RunState::waiting, detail.reason, detail.on));
        leave_task();
    }
    // A task is ready when its step is scheduled; that it is woken is told when the step begins.
    void operator()(const event::callback_scheduled& detail) {
        if (detail.for_task == 0) return;
        make_ready(detail.for_task);
    }
    void operator()(const event::task_woken& detail) { make_ready(detail.woken); }
    void make_ready(Serial task) {
        const RunState state = state_of(lane(task));
        if (state == RunState::running) cache.scheduled[event.thread] = task;
        if (state != RunState::waiting) return;
        begin(lane(task), span(RunState::ready));
        wake(event.task, task);
    }
    void operator()(const event::task_done& detail) {
        Lane& ending = lane(event.task);
        close(ending, event.time_ns);
        ending.ended = true;
        ending.outcome = detail.outcome;
        ending.end_ns = event.time_ns;
        leave_task();
    }
    void operator()(const event::printed&) {
        (*this)(0);
        cache.prints.push_back({event.time_ns, event.thread, event.task, number});
    }
    void operator()(const event::process_ended&) {
        for (auto& [serial, ending] : cache.lanes) {
            if (ending.ended) continue;
            close(ending, event.time_ns);
            if (ending.kind == LaneKind::thread) {
                ending.ended = true;
                ending.end_ns = event.time_ns;
            }
        }
        run_on_core(0);
    }
};

template <typename Item, typename Before>
void drop_front(std::vector<Item>& items, Before before) {
    const auto keep = std::find_if_not(items.begin(), items.end(), before);
    if (size_t(keep - items.begin()) > items.size() / 2) items.erase(items.begin(), keep);
}

// History forgets the oldest events of an endless run; so do the lanes, in amortised time.
void forget(LaneCache& cache, TimeNs before_ns) {
    const auto old_span = [&](const Span& span) { return span.end_ns < before_ns; };
    drop_front(cache.core.spans, old_span);
    drop_front(cache.wakes, [&](const Wake& wake) { return wake.time_ns < before_ns; });
    drop_front(cache.prints, [&](const Print& print) { return print.time_ns < before_ns; });
    for (auto at = cache.lanes.begin(); at != cache.lanes.end();) {
        Lane& lane = at->second;
        drop_front(lane.spans, old_span);
        const bool gone = lane.ended && lane.end_ns < before_ns && lane.kind == LaneKind::task;
        if (gone) cache.actors.all.erase(at->first);
        at = gone ? cache.lanes.erase(at) : std::next(at);
    }
}

}  // namespace

void update(LaneCache& cache, const Moment& moment) {
    if (!moment.events) return;
    const uint64_t known = moment.first_event + moment.events->size();
    if (!cache.started || cache.run != moment.run || cache.next_event > known ||
        cache.next_event < moment.first_event) {
        cache = {};
        cache.started = true;
        cache.run = moment.run;
        cache.next_event = moment.first_event;
        cache.core.kind = LaneKind::core;
        if (moment.first_event > 0 && moment.state) meet_all(cache.actors, *moment.state);
    }
    for (; cache.next_event < known; ++cache.next_event) {
        const Event& event = (*moment.events)[cache.next_event - moment.first_event];
        learn(cache.actors, event);
        std::visit(Read{cache, event, cache.next_event}, event.detail);
    }
    if (moment.first_event > 0 && !moment.events->empty())
        forget(cache, moment.events->front().time_ns);
}

std::vector<LaneRow> lane_rows(const LaneCache& cache, const std::vector<Serial>& folded) {
    std::vector<LaneRow> rows;
    if (cache.lanes.empty()) return rows;
    rows.push_back({&cache.core, nullptr, 0, false});
    std::map<Serial, std::vector<const Lane*>> tasks;
    for (const auto& [serial, lane] : cache.lanes)
        if (const Actor* actor = cache.actors.find(serial);
            lane.kind == LaneKind::task && !(actor && actor->behind))
            tasks[lane.parent].push_back(&lane);
    for (const auto& [serial, lane] : cache.lanes) {
        if (lane.kind != LaneKind::thread) continue;
        const auto under = tasks.find(serial);
        rows.push_back({&lane, cache.actors.find(serial), 0, under != tasks.end()});
        if (under == tasks.end() || std::find(folded.begin(), folded.end(), serial) != folded.end())
            continue;
        for (const Lane* task : under->second)
            rows.push_back({task, cache.actors.find(task->serial), 1, false});
    }
    return rows;
}

size_t first_span_after(const std::vector<Span>& spans, TimeNs time_ns) {
    const auto found =
        std::upper_bound(spans.begin(), spans.end(), time_ns,
                         [](TimeNs time, const Span& span) { return time < span.end_ns; });
    return size_t(found - spans.begin());
}

const Span* span_at(const Lane& lane, TimeNs time_ns) {
    const size_t index = first_span_after(lane.spans, time_ns);
    if (index == lane.spans.size() || lane.spans[index].begin_ns > time_ns) return nullptr;
    return &lane.spans[index];
}

}  // namespace meada::view
