#include "view/first_moment.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <set>

namespace meada::view {

namespace {

constexpr double near_part = 0.12;  // of the run's time, to both sides

// How much there is to see when this has just happened: one who acts on another is the most.
struct Worth {
    const Event& event;

    template <typename Detail>
    int operator()(const Detail&) const {
        return 0;
    }
    int operator()(const event::deadlock_found&) const { return 9; }
    int operator()(const event::exception_uncaught&) const { return 8; }
    int operator()(const event::sync_acquired& detail) const {
        return detail.waited_ns > 0 ? 7 : 2;
    }
    int operator()(const event::task_woken& detail) const {
        return event.task != 0 && event.task != detail.woken ? 7 : 3;
    }
    int operator()(const event::thread_woken& detail) const {
        return event.thread != 0 && event.thread != detail.woken ? 6 : 2;
    }
    int operator()(const event::thread_started&) const { return 5; }
    int operator()(const event::queue_put&) const { return 5; }
    int operator()(const event::queue_got&) const { return 5; }
    int operator()(const event::printed&) const { return 5; }
    int operator()(const event::thread_parked& detail) const {
        return detail.reason == WaitReason::lock ? 5 : 1;
    }
    int operator()(const event::task_suspended&) const { return 2; }
    int operator()(const event::task_stepped&) const { return 2; }
};

int worth(const Event& event) { return std::visit(Worth{event}, event.detail); }

// Threads and tasks that live, event by event; a thread with an event loop is its tasks.
struct Lives {
    std::set<Serial> alive, loops, threads;
    const Event* event = nullptr;

    // What begins to wait with the event, if others live.
    std::optional<WaitReason> read(const Event& next) {
        event = &next;
        return std::visit(*this, next.detail);
    }
    std::optional<WaitReason> born(Serial who) {
        alive.insert(who);
        return {};
    }
    std::optional<WaitReason> ended(Serial who) {
        alive.erase(who);
        return {};
    }
    std::optional<WaitReason> waits(Serial who, WaitReason reason) const {
        if (!alive.contains(who) || alive.size() < 2) return {};
        return reason;
    }
    template <typename Detail>
    std::optional<WaitReason> operator()(const Detail&) {
        return {};
    }
    std::optional<WaitReason> operator()(const event::interpreter_started& detail) {
        return born(detail.main_thread);
    }
    std::optional<WaitReason> operator()(const event::thread_created& detail) {
        threads.insert(detail.created);
        return {};
    }
    // Until then who started it waits for that.
    std::optional<WaitReason> operator()(const event::thread_started& detail) {
        return born(detail.started);
    }
    std::optional<WaitReason> operator()(const event::process_created& detail) {
        return born(detail.main_thread);
    }
    std::optional<WaitReason> operator()(const event::task_created& detail) {
        if (loops.insert(event->thread).second) alive.erase(event->thread);
        return born(detail.created);
    }
    std::optional<WaitReason> operator()(const event::thread_ended&) {
        return ended(event->thread);
    }
    std::optional<WaitReason> operator()(const event::task_done&) { return ended(event->task); }
    std::optional<WaitReason> operator()(const event::thread_parked& detail) {
        return waits(event->thread, detail.reason);
    }
    std::optional<WaitReason> operator()(const event::task_suspended& detail) {
        return waits(event->task, detail.reason);
    }
    std::optional<WaitReason> operator()(const event::gil_requested&) {
        return waits(event->thread, WaitReason::gil);
    }
};

bool is_for_others_end(WaitReason reason) {
    return reason == WaitReason::join || reason == WaitReason::await;
}

bool is_wait(WaitReason reason) {
    return reason != WaitReason::none && reason != WaitReason::ready;
}

// While one is about to wait it still counts as running: seen where another one goes on. Between
// two tasks the loop's thread is at work, which is nobody.
size_t where_another_goes_on(const Events& events, size_t waits) {
    const Event& from = events[waits];
    for (size_t i = waits + 1; i < events.size(); ++i) {
        const Event& next = events[i];
        const bool other_task = next.task != 0 && next.task != from.task;
        const bool other_thread = next.thread != 0 && next.thread != from.thread;
        if (other_thread || (from.task != 0 && other_task)) return i;
    }
    return waits;
}

}  // namespace

namespace {

// Threads in which an event happened under a line of the script. Others are the library's helpers,
// or only compute.
std::set<Serial> threads_on_lines(const Events& events) {
    std::set<Serial> threads;
    for (const Event& event : events)
        if (event.line != 0) threads.insert(event.thread);
    return threads;
}

// Where the exception was first raised that nothing caught. A group tells in its words what is in
// it.
size_t origin_of(const Events& events, size_t uncaught) {
    const auto& end = std::get<event::exception_uncaught>(events[uncaught].detail);
    size_t origin = uncaught;
    for (size_t i = uncaught; i-- > 0;) {
        if (event_is<event::exception_caught>(events[i])) break;
        const auto* raised = event_as<event::exception_raised>(events[i]);
        if (!raised || events[i].line == 0) continue;
        const bool is_it = raised->type == end.type;
        const bool in_it = end.message.find(raised->type) != std::string_view::npos &&
                           end.message.find(raised->message) != std::string_view::npos;
        if (is_it || in_it) origin = i;
    }
    return origin;
}

// A lock, a queue and the like, which somebody else has or will fill; what a thread's start waits
// for is the thread.
bool is_for_what_is_shared(WaitReason reason, const Event& event, const Lives& lives) {
    if (reason == WaitReason::event) {
        const auto* parked = event_as<event::thread_parked>(event);
        return !parked || !lives.threads.contains(parked->on);
    }
    return reason == WaitReason::lock || reason == WaitReason::condition ||
           reason == WaitReason::semaphore || reason == WaitReason::barrier ||
           reason == WaitReason::queue;
}

// The middle of the longest stretch of the script's own code during which a thread of the script
// waits all the time: others work for it. None: nobody does.
std::optional<Telling> amid_work_of_others(const Moment& moment,
                                           const std::set<Serial>& on_lines) {
    const Events& events = *moment.events;
    std::set<Serial> waiting;
    std::optional<Telling> found;
    Count longest = 1;
    for (size_t i = 0; i + 1 < events.size(); ++i) {
        const Event& event = events[i];
        if (event_is<event::thread_parked>(event) && on_lines.contains(event.thread))
            waiting.insert(event.thread);
        else if (const auto* woken = event_as<event::thread_woken>(event))
            waiting.erase(woken->woken);
        const Count work = events[i + 1].instruction - event.instruction;
        if (waiting.empty() || work <= longest) continue;
        longest = work;
        found = {moment.first_event + i, event.instruction + work / 2};
    }
    return found;
}

}  // namespace

Telling telling_moment(const Moment& moment) {
    if (!moment.events || moment.events->empty()) return {};
    const Events& events = *moment.events;
    const size_t last = events.size() - 1;
    const std::set<Serial> on_lines = threads_on_lines(events);
    std::optional<size_t> uncaught, waits_for_shared, waits, waits_for_end, prints;
    const auto first = [](std::optional<size_t>& kept, size_t at) { kept = kept.value_or(at); };
    Lives lives;
    for (size_t i = 0; i < events.size(); ++i) {
        if (event_is<event::deadlock_found>(events[i])) return {moment.first_event + last};
        if (event_is<event::exception_uncaught>(events[i])) first(uncaught, i);
        if (event_is<event::printed>(events[i])) first(prints, i);
        const std::optional<WaitReason> reason = lives.read(events[i]);
        if (!reason || !is_wait(*reason) || !on_lines.contains(events[i].thread)) continue;
        if (is_for_what_is_shared(*reason, events[i], lives)) first(waits_for_shared, i);
        first(is_for_others_end(*reason) ? waits_for_end : waits, i);
    }
    if (uncaught) {
        const size_t origin = origin_of(events, *uncaught);
        const Count raises = events[origin].instruction;  // counted with what raises it
        if (origin == *uncaught || raises == 0) return {moment.first_event + origin};
        return {moment.first_event + origin - 1, raises - 1};
    }
    for (const std::optional<size_t>& found : {waits_for_shared, waits, waits_for_end}) {
        if (!found) continue;
        const size_t at = where_another_goes_on(events, *found);
        if (!on_lines.contains(events[at].thread))
            if (const auto work = amid_work_of_others(moment, on_lines)) return *work;
        return {moment.first_event + at};
    }
    return {moment.first_event + prints.value_or(last)};
}

uint64_t first_moment(const Moment& moment, double part) {
    if (!moment.events || moment.events->empty()) return 0;
    const Events& events = *moment.events;
    size_t best = events.size() - 1;
    const double wanted_ns = part * double(moment.end_ns);
    const double reach_ns = near_part * double(moment.end_ns);
    double best_score = -1;
    for (size_t i = 0; i < events.size(); ++i) {
        const double off =
            std::abs(double(events[i].time_ns) - wanted_ns) / std::max(1.0, reach_ns);
        // Outside of the reach only nearness counts.
        const double score = off <= 1 ? 2 + worth(events[i]) - off : 1 / off;
        if (score < best_score) continue;
        best_score = score;
        best = i;
    }
    return moment.first_event + best;
}

}  // namespace meada::view
