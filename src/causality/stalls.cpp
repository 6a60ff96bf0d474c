#include "causality/stalls.h"

#include <algorithm>

namespace meada {
namespace {

constexpr size_t takings_max = 1 << 16;  // of one thing, kept to look back at

bool owned(SyncKind kind) {
    return kind == SyncKind::lock || kind == SyncKind::rlock || kind == SyncKind::async_lock;
}

// A wait in which the thread does nothing for its loop, by the script's own doing.
bool blocks(WaitReason reason) {
    return reason != WaitReason::none && reason != WaitReason::select &&
           reason != WaitReason::gil && reason != WaitReason::ready &&
           reason != WaitReason::await && reason != WaitReason::input;
}

bool same_waiters(const std::vector<StallLink>& a, const std::vector<StallLink>& b) {
    return std::ranges::equal(a, b, {}, &StallLink::waiter, &StallLink::waiter);
}

}  // namespace

bool Stalls::is_lock(Serial serial) const {
    const auto found = kinds_.find(serial);
    return found != kinds_.end() && owned(found->second);
}

// One finding for all of a kind at one line: the longest stands for them.
void Stalls::keep(const Stall& stall) {
    for (Stall& known : found_) {
        if (known.kind != stall.kind || known.line != stall.line || known.on != stall.on ||
            known.reason != stall.reason || known.kind == StallKind::deadlock)
            continue;
        if (known.kind == StallKind::starvation && known.actor != stall.actor) continue;
        const uint64_t count = known.count + stall.count;
        const TimeNs total_ns = known.total_ns + stall.length_ns;
        if (stall.length_ns > known.length_ns) known = stall;
        known.count = count;
        known.total_ns = total_ns;
        return;
    }
    found_.push_back(stall);
    found_.back().total_ns = stall.length_ns;
}

// ---- who waits for whom ------------------------------------------------------------------------

void Stalls::begin_wait(Serial actor, const Wait& wait) {
    waits_[actor] = wait;
    if (wait.for_ever) look_for_cycle(actor);
}

void Stalls::look_for_cycle(Serial actor) {
    std::vector<StallLink> cycle;
    Serial at = actor;
    do {
        const auto wait = waits_.find(at);
        if (wait == waits_.end() || !wait->second.for_ever) return;
        const Wait& w = wait->second;
        StallLink link{at, w.on, w.reason, w.line, 0, w.event, 0, w.since_ns, never_ns, 0};
        if (const auto held = held_.find(w.on); held != held_.end() && held->second.holder != 0) {
            link.holder = held->second.holder;
            link.took_line = held->second.line;
            link.took_event = held->second.event;
            link.took_ns = held->second.since_ns;
        } else if (const auto other = lives_.find(w.on);
                   (w.reason == WaitReason::join || w.reason == WaitReason::await) &&
                   other != lives_.end() && other->second) {
            link.holder = w.on;  // its end; a wait for its beginning is another matter
        } else {
            return;
        }
        cycle.push_back(link);
        at = link.holder;
        if (cycle.size() > waits_.size()) return;  // runs into a cycle that is known
    } while (at != actor);
    std::ranges::rotate(cycle, std::ranges::min_element(cycle, {}, &StallLink::waiter));
    for (const Stall& known : found_)
        if (known.kind == StallKind::deadlock && same_waiters(known.cycle, cycle)) return;
    Stall stall;
    stall.actor = actor;
    const auto closes = std::ranges::find(cycle, actor, &StallLink::waiter);
    stall.on = closes->on;
    stall.reason = closes->reason;
    stall.line = closes->wait_line;
    stall.event = stall.end_event = closes->wait_event;
    stall.begin_ns = closes->wait_ns;
    stall.cycle = cycle;
    keep(stall);
}

// Who waits for the end of a process waits for its main thread.
Serial Stalls::waited_for(WaitReason reason, Serial on) const {
    const auto main = main_threads_.find(on);
    return reason == WaitReason::join && main != main_threads_.end() ? main->second : on;
}

void Stalls::take(Serial actor, Serial sync, TimeNs waited_ns, uint64_t number,
                  const Event& event) {
    waits_.erase(actor);
    if (!is_lock(sync)) return;
    taken(takings_[sync], actor, sync, WaitReason::lock, waited_ns, number, event);
    Held& held = held_[sync];
    if (held.holder == actor) {
        ++held.depth;
        return;
    }
    if (held.holder != 0) holds_[held.holder].erase(sync);  // let go without being told
    held = {actor, event.line, number, event.time_ns, 1, false};
    holds_[actor].insert(sync);
}

void Stalls::give(Serial sync) {
    const auto held = held_.find(sync);
    if (held == held_.end() || --held->second.depth > 0) return;
    holds_[held->second.holder].erase(sync);
    held_.erase(held);
}

void Stalls::actor_ended(Serial actor) {
    waits_.erase(actor);
    lives_[actor] = false;
    for (const Serial sync : holds_[actor]) held_[sync].holder_ended = true;
}

// `actor` has waited for it: how often did somebody else get it meanwhile?
Stalls::Overtaken Stalls::overtaken(const std::vector<Taking>& takings, Serial actor,
                                    WaitReason reason, TimeNs since_ns, TimeNs now_ns) {
    const TimeNs waited_ns = now_ns - since_ns;
    if (waited_ns < starving_ns) return {};
    std::unordered_map<Serial, uint64_t> often;
    Serial most = 0;
    uint64_t in_all = 0;
    for (size_t i = takings.size(); i-- > 0 && takings[i].time_ns > since_ns; ++in_all)
        if (takings[i].actor != actor && ++often[takings[i].actor] > often[most])
            most = takings[i].actor;
    const bool kept = reason != WaitReason::lock && waited_ns >= kept_from_core_ns &&
                      in_all < waited_ns / starving_ns;
    if (kept) most = takings.empty() ? 0 : takings.back().actor;
    const uint64_t count = often[most];
    return {count >= overtaken_max || kept, most, std::max<uint64_t>(1, count)};
}

void Stalls::taken(std::vector<Taking>& takings, Serial actor, Serial on, WaitReason reason,
                   TimeNs waited_ns, uint64_t number, const Event& event) {
    const TimeNs since_ns = event.time_ns - std::min(waited_ns, event.time_ns);
    const Overtaken meanwhile = overtaken(takings, actor, reason, since_ns, event.time_ns);
    if (meanwhile.starves) {
        Stall stall{StallKind::starvation, actor, meanwhile.by, on, reason, event.line};
        stall.event = stall.end_event = number;
        stall.begin_ns = since_ns;
        stall.length_ns = waited_ns;
        stall.count = meanwhile.count;
        keep(stall);
    }
    if (takings.size() == takings_max)
        takings.erase(takings.begin(), takings.begin() + takings_max / 2);
    takings.push_back({event.time_ns, actor});
}

std::vector<Stall> Stalls::starving(const std::vector<Unserved>& unserved, uint64_t event_count,
                                    TimeNs now_ns) const {
    std::vector<Stall> found;
    for (const Unserved& each : unserved) {
        const auto& takings = each.reason == WaitReason::gil ? gil_takings_ : core_takings_;
        const Overtaken meanwhile =
            overtaken(takings, each.thread, each.reason, each.since_ns, now_ns);
        if (!meanwhile.starves) continue;
        Stall stall{StallKind::starvation, each.thread, meanwhile.by, 0, each.reason, each.line};
        if (meanwhile.by == 0 || meanwhile.by == each.thread) stall.other = each.holder;
        stall.event = stall.end_event = event_count;
        stall.begin_ns = each.since_ns;
        stall.length_ns = stall.total_ns = now_ns - each.since_ns;
        stall.count = meanwhile.count;
        stall.lasts = true;
        found.push_back(stall);
    }
    return found;
}

// ---- event loops -------------------------------------------------------------------------------

void Stalls::add_due(const Due& due) {
    drop_due(due.handle);
    loops_[due.thread].due.insert(due);
    due_[due.handle] = due;
}

void Stalls::drop_due(Serial handle) {
    const auto at = due_.find(handle);
    if (at == due_.end()) return;
    loops_[at->second.thread].due.erase(at->second);
    due_.erase(at);
}

void Stalls::begin_step(uint64_t number, const Event& event) {
    Step& step = loops_[event.thread].step;
    step = {};
    step.runs = true;
    step.event = number;
    step.begin_ns = event.time_ns;
}

void Stalls::park_in_step(uint64_t number, const Event& event, WaitReason reason) {
    const auto loop = loops_.find(event.thread);
    if (loop == loops_.end() || !loop->second.step.runs || !blocks(reason)) return;
    Step& step = loop->second.step;
    step.waits = true;
    step.wait_reason = reason;
    step.wait_line = event.line;
    step.wait_event = number;
    step.wait_from_ns = event.time_ns;
}

void Stalls::wake_in_step(Serial thread, TimeNs now_ns) {
    const auto loop = loops_.find(thread);
    if (loop == loops_.end() || !loop->second.step.waits) return;
    Step& step = loop->second.step;
    step.waits = false;
    const TimeNs length_ns = now_ns - step.wait_from_ns;
    step.waited_ns += length_ns;
    if (length_ns < step.longest_ns) return;
    step.longest_ns = length_ns;
    step.longest_reason = step.wait_reason;
    step.longest_line = step.wait_line;
    step.longest_event = step.wait_event;
}

void Stalls::end_step(uint64_t number, const Event& event) {
    Loop& loop = loops_[event.thread];
    Step& step = loop.step;
    if (!step.runs) return;
    step.runs = false;
    const TimeNs length_ns = event.time_ns - step.begin_ns;
    if (length_ns < blocking_call_ns || loop.due.empty()) return;
    const Due& first = *loop.due.begin();
    const TimeNs from_ns = std::max(first.at_ns, step.begin_ns);
    if (event.time_ns <= from_ns) return;
    const TimeNs delay_ns = event.time_ns - from_ns;
    Stall stall{StallKind::blocked_loop, step.task != 0 ? step.task : event.thread, first.task};
    stall.end_event = number;
    if (step.longest_ns >= blocking_call_ns && step.waited_ns * 2 >= length_ns) {
        if (delay_ns < blocking_call_ns) return;
        stall.reason = step.longest_reason;
        stall.line = step.longest_line;
        stall.event = step.longest_event;
        stall.length_ns = step.longest_ns;
    } else {
        if (delay_ns < slow_step_ns) return;
        stall.line = step.line != 0 ? step.line : event.line;
        stall.event = step.event;
        stall.length_ns = length_ns;
    }
    stall.begin_ns = event.time_ns - length_ns;
    keep(stall);
}

// ------------------------------------------------------------------------------------------------

void Stalls::event(uint64_t number, const Event& event) {
    if (event.line != 0)
        if (const auto loop = loops_.find(event.thread); loop != loops_.end())
            if (Step& step = loop->second.step; step.runs && step.line == 0) step.line = event.line;
    if (const auto* is = event_as<event::thread_created>(event)) {
        lives_[is->created] = true;
    } else if (const auto* is = event_as<event::task_created>(event)) {
        lives_[is->created] = true;
    } else if (const auto* is = event_as<event::sync_created>(event)) {
        kinds_[is->created] = is->kind;
    } else if (const auto* is = event_as<event::process_created>(event)) {
        main_threads_[is->created] = is->main_thread;
    } else if (const auto* is = event_as<event::thread_parked>(event)) {
        park_in_step(number, event, is->reason);
        begin_wait(event.thread, {waited_for(is->reason, is->on), is->reason, event.line, number,
                                  event.time_ns,
                                  is->deadline_ns == never_ns && blocks(is->reason)});
    } else if (const auto* is = event_as<event::thread_woken>(event)) {
        wake_in_step(is->woken, event.time_ns);
        waits_.erase(is->woken);
    } else if (const auto* is = event_as<event::task_suspended>(event)) {
        begin_wait(event.task, {is->on, is->reason, event.line, number, event.time_ns,
                                is->deadline_ns == never_ns});
    } else if (const auto* is = event_as<event::task_woken>(event)) {
        waits_.erase(is->woken);
    } else if (const auto* is = event_as<event::sync_acquired>(event)) {
        const auto kind = kinds_.find(is->acquired);
        const bool by_task = kind != kinds_.end() && kind->second == SyncKind::async_lock;
        take(by_task ? event.task : event.thread, is->acquired, is->waited_ns, number, event);
    } else if (const auto* is = event_as<event::sync_released>(event)) {
        give(is->released);
    } else if (const auto* is = event_as<event::thread_ended>(event)) {
        // A daemon is cut off by the end of its process: then its locks are nobody's any more.
        if (is->outcome == EndOutcome::cancelled)
            while (!holds_[event.thread].empty()) give(*holds_[event.thread].begin());
        actor_ended(event.thread);
    } else if (event_is<event::task_done>(event)) {
        actor_ended(event.task);
    } else if (const auto* is = event_as<event::gil_acquired>(event)) {
        taken(gil_takings_, event.thread, 0, WaitReason::gil, is->waited_ns, number, event);
    } else if (const auto* is = event_as<event::core_taken>(event)) {
        taken(core_takings_, event.thread, 0, WaitReason::ready, is->waited_ns, number, event);
    } else if (const auto* is = event_as<event::callback_scheduled>(event)) {
        add_due({event.time_ns, is->handle, is->for_task, event.thread});
    } else if (const auto* is = event_as<event::timer_set>(event)) {
        add_due({is->when_ns, is->handle, is->for_task, event.thread});
    } else if (const auto* is = event_as<event::callback_cancelled>(event)) {
        drop_due(is->handle);
    } else if (const auto* is = event_as<event::callback_started>(event)) {
        drop_due(is->handle);
        begin_step(number, event);
    } else if (const auto* is = event_as<event::task_stepped>(event)) {
        if (const auto loop = loops_.find(event.thread); loop != loops_.end())
            loop->second.step.task = is->stepped;
    } else if (event_is<event::callback_ended>(event)) {
        end_step(number, event);
    }
}

void Stalls::ended(uint64_t event_count, TimeNs now_ns, bool stuck) {
    for (const auto& [sync, held] : held_) {
        if (!held.holder_ended) continue;
        Stall stall{StallKind::abandoned_lock, held.holder, 0, sync, WaitReason::lock, held.line};
        stall.event = held.event;
        stall.end_event = event_count;
        stall.begin_ns = held.since_ns;
        stall.length_ns = now_ns - held.since_ns;
        keep(stall);
    }
    const bool cycle = std::ranges::any_of(
        found_, [](const Stall& stall) { return stall.kind == StallKind::deadlock; });
    if (!stuck || cycle) return;
    for (const auto& [actor, wait] : waits_) {
        // A loop's thread waits for its tasks, and a main thread for the others' end: what these
        // wait for is told.
        if (!wait.for_ever || wait.line == 0) continue;
        Stall stall{StallKind::endless_wait, actor, 0, wait.on, wait.reason, wait.line};
        stall.event = wait.event;
        stall.end_event = event_count;
        stall.begin_ns = wait.since_ns;
        stall.length_ns = now_ns - wait.since_ns;
        keep(stall);
    }
}

}  // namespace meada
