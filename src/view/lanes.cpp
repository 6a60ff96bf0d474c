#include "view/lanes.h"

#include <algorithm>

#include "view/span_sums.h"

namespace meada::view {

namespace {

bool is_open(const Lane& lane) {
    return !lane.spans.empty() && lane.spans.back().end_ns == never_ns;
}

RunState state_of(const Lane& lane) {
    return is_open(lane) ? lane.spans.back().state : RunState::created;
}

// Reads one event into the lanes.
struct Read {
    LaneCache& cache;
    const Event& event;
    uint64_t number;  // of the event, as Moment counts

    void close(Lane& lane, TimeNs time_ns) {
        if (!is_open(lane)) return;
        Span& last = lane.spans.back();
        last.end_ns = time_ns;
        if (last.begin_ns < time_ns) cache.looks[size_t(look_of(last))] = true;
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
    // The lane of a core or of the GIL: who is seen to have it from now on; 0: nobody.
    void show(Lane& of, Serial who) {
        if (is_open(of)) {
            if (of.spans.back().owner == who) return;
            of.busy_ns += event.time_ns - of.spans.back().begin_ns;
            close(of, event.time_ns);
        }
        if (who == 0) return;
        Span running = span(RunState::running);
        running.owner = who;
        begin(of, running);
    }
    // The task that a thread steps; between two steps a loop's thread is nobody's.
    Serial shown_as(Serial thread) const {
        if (const Serial task = task_on(thread)) return task;
        const Actor* actor = cache.actors.find(thread);
        return actor && actor->runs_loop ? 0 : thread;
    }
    // A process is seen to run while one of its threads has a core.
    void count(Serial thread, int more, TimeNs at_ns) {
        const Serial process = cache.actors.process_of(thread);
        Lane& lane = cache.processes[process];
        lane.kind = LaneKind::process;
        lane.serial = process;
        if (more < 0 && lane.on_cores == 0) return;  // from before what is known
        lane.on_cores += uint32_t(more);
        if (lane.on_cores == 0) return close(lane, at_ns);
        if (is_open(lane)) return;
        if (!lane.spans.empty() && lane.spans.back().end_ns >= at_ns)
            lane.spans.back().end_ns = never_ns;
        else
            begin(lane, at(at_ns, span(RunState::running)));
    }
    void count_core(const Lane& what, Serial next) {
        if (what.kind != LaneKind::core || what.has == next) return;
        if (what.has != 0) count(what.has, -1, event.time_ns);
        if (next != 0) count(next, 1, event.time_ns);
    }
    void take(Lane& what, Serial thread) {
        count_core(what, thread);
        what.has = what.had = thread;
        show(what, shown_as(thread));
    }
    void leave(Lane& what, Serial thread) {
        if (what.has != thread) return;
        count_core(what, 0);
        what.has = 0;
        show(what, 0);
    }
    Lane& core(uint32_t number) {
        while (cache.cores.size() <= number) {
            Lane& made = cache.cores.emplace_back();
            made.kind = LaneKind::core;
            made.number = uint32_t(cache.cores.size() - 1);
        }
        return cache.cores[number];
    }
    Lane& gil_of(Serial thread) {
        const Serial process = cache.actors.process_of(thread);
        Lane& gil = cache.gils[process];
        gil.kind = LaneKind::gil;
        gil.serial = process;
        return gil;
    }
    Lane& core_of(Serial thread) { return core(cache.core_of[thread]); }

    // It has its core, unless another one is seen there: then a core_taken follows.
    void run(Serial thread) {
        if (thread == 0) return;
        Lane& on = core_of(thread);
        if (on.has != 0 && on.has != thread) return;
        if (state_of(lane(thread)) != RunState::running) set(thread, RunState::running);
        take(on, thread);
        if (gil_of(thread).has == thread) take(gil_of(thread), thread);
    }
    void stop(Serial thread) {
        leave(core_of(thread), thread);
        leave(gil_of(thread), thread);
    }
    // Nothing tells of a thread that goes on on a core that it has just lost: what happens in it
    // does. It never stopped, then.
    void go_on(Serial thread) {
        if (state_of(lane(thread)) != RunState::ready || core_of(thread).has != 0) return;
        Lane& on = core_of(thread);
        const TimeNs since_ns = lane(thread).spans.back().begin_ns;
        if (on.had != thread || on.spans.empty() || on.spans.back().end_ns != since_ns)
            return run(thread);
        on.spans.back().end_ns = never_ns;
        on.busy_ns -= since_ns - on.spans.back().begin_ns;
        on.has = thread;
        count(thread, 1, since_ns);
        reopen(lane(thread));
        if (const Serial task = task_on(thread)) reopen(lane(task));
    }
    static void reopen(Lane& of) {
        std::vector<Span>& spans = of.spans;
        if (spans.size() < 2 || spans[spans.size() - 2].state != RunState::running) return;
        spans.pop_back();
        spans.back().end_ns = never_ns;
    }
    // It has waited so long for the GIL, and from then on for its core, switching included.
    void split_wait(Lane& of, TimeNs waited_ns) {
        if (!is_open(of) || state_of(of) == RunState::running) return;
        const bool first = of.spans.size() == 1;  // it started within this span
        Span& wait = of.spans.back();
        const TimeNs begin_ns = wait.begin_ns, now_ns = event.time_ns;
        const TimeNs from_ns = first ? now_ns - std::min(waited_ns, now_ns - begin_ns) : begin_ns;
        const TimeNs to_ns = std::min(from_ns + waited_ns, now_ns);
        wait.state = first ? RunState::created : RunState::ready;
        wait.reason = WaitReason::none;
        if (waited_ns == 0) return;
        if (from_ns > begin_ns) begin(of, at(from_ns, wait));
        of.spans.back().state = RunState::waiting;
        of.spans.back().reason = WaitReason::gil;
        if (to_ns < now_ns) begin(of, at(to_ns, span(RunState::ready)));
    }
    static Span at(TimeNs begin_ns, Span span) {
        span.begin_ns = begin_ns;
        return span;
    }
    void wake(Serial from, Serial to) {
        if (from != 0 && to != 0 && from != to)
            cache.wakes.push_back({event.time_ns, from, to, number});
    }
    void give(Serial what) { cache.last_given[what] = {event.time_ns, 0, doer(), 0, 0}; }
    void take_over(Serial what) {
        const auto given = cache.last_given.find(what);
        if (given == cache.last_given.end() || given->second.from == doer()) return;
        cache.orders.push_back(
            {given->second.from_ns, event.time_ns, given->second.from, doer(), number});
    }
    Serial doer() const { return event.task != 0 ? event.task : event.thread; }

    // What is told of a thread in its name, before it runs.
    bool is_before_running() const {
        return event_is<event::thread_switched>(event) || event_is<event::gil_acquired>(event) ||
               event_is<event::core_taken>(event) || event_is<event::gil_requested>(event) ||
               event_is<event::thread_started>(event);
    }
    void read() {
        if (event.thread != 0 && !is_before_running()) {
            // The main thread may be running before any switch is told.
            if (cache.lanes.count(event.thread) == 0) run(event.thread);
            go_on(event.thread);
        }
        std::visit(*this, event.detail);
    }

    template <typename Detail>
    void operator()(const Detail&) {}
    void operator()(const event::thread_created& detail) {
        begin(lane(detail.created), span(RunState::created));
        wake(doer(), detail.created);
    }
    void operator()(const event::thread_started& detail) {
        if (state_of(lane(detail.started)) == RunState::created)
            begin(lane(detail.started), span(RunState::ready));
    }
    void operator()(const event::thread_parked& detail) {
        set(event.thread, RunState::waiting, detail.reason, detail.on);
        stop(event.thread);
    }
    void operator()(const event::thread_woken& detail) {
        if (gil_of(detail.woken).has != 0)
            set(detail.woken, RunState::waiting, WaitReason::gil);
        else
            set(detail.woken, RunState::ready);
        wake(doer() == detail.woken ? 0 : doer(), detail.woken);
        // Without a GIL nothing more is told where it goes on where it stopped.
        if (!cache.has_gil && core_of(detail.woken).had == detail.woken) run(detail.woken);
    }
    void operator()(const event::thread_ended& detail) {
        Lane& ending = lane(event.thread);
        close(ending, event.time_ns);
        ending.ended = true;
        ending.outcome = detail.outcome;
        ending.end_ns = event.time_ns;
        stop(event.thread);
    }
    void operator()(const event::thread_switched& detail) { run(detail.to); }
    void operator()(const event::core_taken& detail) {
        const Serial thread = event.thread;
        const auto number = uint32_t(detail.core);
        if (number != cache.core_of[thread]) withdraw(core_of(thread), thread);
        cache.core_of[thread] = number;
        Lane& on = core(number);
        if (on.has != 0 && on.has != thread) {  // seen there because nothing said otherwise
            set(on.has, RunState::ready);
            withdraw(on, on.has);
        }
        run(thread);
    }
    // It was seen to begin there at this moment, and did not.
    void withdraw(Lane& from, Serial thread) {
        leave(from, thread);
        if (!from.spans.empty() && from.spans.back().begin_ns == from.spans.back().end_ns)
            from.spans.pop_back();
    }
    void operator()(const event::core_lost&) {
        set(event.thread, RunState::ready);
        leave(core_of(event.thread), event.thread);
    }
    void operator()(const event::gil_requested&) {
        const Lane& asking = lane(event.thread);
        if (is_open(asking) && asking.spans.back().reason == WaitReason::gil) return;
        set(event.thread, RunState::waiting, WaitReason::gil);
    }
    void operator()(const event::gil_acquired& detail) {
        split_wait(lane(event.thread), detail.waited_ns);
        if (const Serial task = task_on(event.thread)) split_wait(lane(task), detail.waited_ns);
        take(gil_of(event.thread), event.thread);
        run(event.thread);
    }
    void operator()(const event::gil_released& detail) {
        if (detail.why == GilRelease::switch_interval)
            set(event.thread, RunState::waiting, WaitReason::gil);
        stop(event.thread);
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
        run(event.thread);
    }
    void leave_task() {
        cache.running_task[event.thread] = 0;
        for (Lane* lane : {&core_of(event.thread), &gil_of(event.thread)})
            if (lane->has == event.thread) take(*lane, event.thread);
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
    void operator()(const event::sync_released& detail) { give(detail.released); }
    void operator()(const event::sync_notified& detail) { give(detail.notified); }
    void operator()(const event::sync_acquired& detail) { take_over(detail.acquired); }
    void operator()(const event::queue_put& detail) { give(detail.queue); }
    void operator()(const event::queue_got& detail) { take_over(detail.queue); }
    void operator()(const event::pipe_put& detail) { give(detail.pipe); }
    void operator()(const event::pipe_got& detail) { take_over(detail.pipe); }
    // It need not wait: only the order of the two tells that it could have had to.
    void operator()(const event::end_seen& detail) {
        const Serial from = cache.actors.main_of(detail.ended);
        const auto seen = cache.lanes.find(from);
        if (seen == cache.lanes.end() || !seen->second.ended) return;
        cache.orders.push_back({seen->second.end_ns, event.time_ns, from, doer(), number});
    }
    void operator()(const event::printed&) {
        cache.prints.push_back({event.time_ns, event.thread, event.task, number});
    }
    void operator()(const event::process_ended&) { end_process(0); }
    void operator()(const event::process_exited& detail) { end_process(detail.exited); }
    // Its threads end where they are.
    void end_process(Serial process) {
        Lane& all = cache.processes[process];
        close(all, event.time_ns);
        all.ended = true;
        all.end_ns = event.time_ns;
        for (auto& [serial, ending] : cache.lanes) {
            const Serial thread = ending.kind == LaneKind::task ? ending.parent : serial;
            if (ending.ended || cache.actors.process_of(thread) != process) continue;
            close(ending, event.time_ns);
            if (ending.kind != LaneKind::thread) continue;
            ending.ended = true;
            ending.end_ns = event.time_ns;
            stop(serial);
        }
    }
};

template <typename Item, typename Before>
void drop_front(std::vector<Item>& items, Before before) {
    const auto keep = std::partition_point(items.begin(), items.end(), before);
    if (size_t(keep - items.begin()) > items.size() / 2) items.erase(items.begin(), keep);
}
void drop_spans(Lane& lane, TimeNs before_ns) {
    const size_t count = lane.spans.size();
    drop_front(lane.spans, [&](const Span& span) { return span.end_ns < before_ns; });
    if (lane.spans.size() != count) lane.totals.clear();
}

template <typename Do>
void each_lane(LaneCache& cache, Do with) {
    for (auto& [serial, lane] : cache.lanes) with(lane);
    for (auto& [process, gil] : cache.gils) with(gil);
    for (auto& [process, lane] : cache.processes) with(lane);
    for (Lane& core : cache.cores) with(core);
}

// History forgets the oldest events of an endless run; so do the lanes, in amortised time.
void forget(LaneCache& cache, TimeNs before_ns) {
    each_lane(cache, [&](Lane& lane) { drop_spans(lane, before_ns); });
    const auto old = [&](const auto& mark) { return mark.time_ns < before_ns; };
    drop_front(cache.wakes, old);
    drop_front(cache.orders, old);
    drop_front(cache.prints, old);
    for (auto at = cache.lanes.begin(); at != cache.lanes.end();) {
        const Lane& lane = at->second;
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
        const uint64_t changes = cache.changes + 1;
        cache = {};
        cache.changes = changes;
        cache.started = true;
        cache.run = moment.run;
        cache.next_event = moment.first_event;
        cache.has_gil = !moment.spec || moment.spec->gil_mode() != GilMode::none;
        if (moment.first_event > 0 && moment.state) {
            meet_all(cache.actors, *moment.state);
            for (const ThreadState& thread : moment.state->threads)
                if (thread.core >= 0) cache.core_of[thread.serial] = uint32_t(thread.core);
        }
    }
    const bool grows = cache.next_event < known;
    for (; cache.next_event < known; ++cache.next_event) {
        const Event& event = (*moment.events)[cache.next_event - moment.first_event];
        learn(cache.actors, event);
        Read{cache, event, cache.next_event}.read();
    }
    if (grows && moment.first_event > 0 && !moment.events->empty())
        forget(cache, moment.events->front().time_ns);
    if (!grows) return;
    each_lane(cache, extend_totals);
    ++cache.changes;
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
