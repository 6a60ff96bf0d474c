#include "view/first_moment.h"

#include <algorithm>
#include <cmath>

namespace meada::view {

namespace {

constexpr double near_part = 0.12;  // of the run's time, to both sides
constexpr int worth_looking = 5;

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

}  // namespace

uint64_t first_moment(const Moment& moment, double part) {
    if (!moment.events || moment.events->empty()) return 0;
    const Events& events = *moment.events;
    size_t best = events.size() - 1;
    if (part < 0) {
        const auto first = std::find_if(events.begin(), events.end(), [](const Event& event) {
            return worth(event) >= worth_looking;
        });
        if (first != events.end()) best = size_t(first - events.begin());
        return moment.first_event + best;
    }
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
