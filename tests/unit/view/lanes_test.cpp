#include <doctest/doctest.h>

#include "view/view.h"
#include "view/yarn_run.h"

using namespace meada;
using testing::YarnRun;

namespace {

view::LaneCache cache_of(const Moment& moment) {
    view::LaneCache cache;
    view::update(cache, moment);
    return cache;
}

}  // namespace

TEST_CASE("a thread with an event loop gives its yarns to its tasks, in order of birth") {
    const YarnRun run;
    const view::LaneCache cache = cache_of(run.moment);
    CHECK(cache.actors.find(1)->yarn == 0);
    CHECK(cache.actors.find(2)->yarn == 1);
    CHECK(cache.actors.find(6)->yarn == 5);
    CHECK(cache.actors.find(4)->name == "silk");
}

TEST_CASE("lanes stand under the thread of their loop, and each says what it did when") {
    const YarnRun run;
    const view::LaneCache cache = cache_of(run.moment);
    const std::vector<view::LaneRow> rows = view::lane_rows(cache);
    REQUIRE(rows.size() == 7);
    CHECK(rows[0].lane->kind == view::LaneKind::core);
    CHECK(rows[1].folds);
    CHECK(rows[2].depth == 1);
    const view::Span* waits = view::span_at(*rows[3].lane, 9'000'000);
    REQUIRE(waits);
    CHECK(waits->reason == WaitReason::lock);
    CHECK(waits->on == testing::yarn_desk);
    const view::Span* runs = view::span_at(*rows[3].lane, 13'000'000);
    REQUIRE(runs);
    CHECK(runs->state == RunState::running);
    CHECK(rows[3].lane->ended);
    CHECK(view::lane_rows(cache, {1}).size() == 2);
}

TEST_CASE("spans of a lane neither overlap nor leave a hole") {
    const YarnRun run;
    for (const auto& [serial, lane] : cache_of(run.moment).lanes)
        for (size_t i = 1; i < lane.spans.size(); ++i)
            CHECK(lane.spans[i].begin_ns == lane.spans[i - 1].end_ns);
}

TEST_CASE("the core runs one at a time") {
    const YarnRun run;
    const view::LaneCache cache = cache_of(run.moment);
    const view::Span* silk = view::span_at(cache.core, 7'000'000);
    REQUIRE(silk);
    CHECK(silk->owner == 4);
    for (size_t i = 1; i < cache.core.spans.size(); ++i)
        CHECK(cache.core.spans[i].begin_ns >= cache.core.spans[i - 1].end_ns);
}

TEST_CASE("a cache extended event by event equals one made at once") {
    YarnRun run;
    view::LaneCache grown;
    const std::vector<Event> all(run.events.begin(), run.events.end());
    run.events.clear();
    for (const Event& event : all) {
        view::update(grown, run.moment);
        run.events.push_back(event);
    }
    view::update(grown, run.moment);
    const view::LaneCache whole = cache_of(run.moment);
    REQUIRE(grown.lanes.size() == whole.lanes.size());
    for (const auto& [serial, lane] : whole.lanes) {
        REQUIRE(grown.lanes[serial].spans.size() == lane.spans.size());
        for (size_t i = 0; i < lane.spans.size(); ++i)
            CHECK(grown.lanes[serial].spans[i].begin_ns == lane.spans[i].begin_ns);
    }
    CHECK(grown.wakes.size() == whole.wakes.size());
    CHECK(grown.prints.size() == 5);
}

TEST_CASE("another run empties the cache") {
    YarnRun run;
    view::LaneCache cache = cache_of(run.moment);
    run.events.clear();
    run.moment.run = 2;
    view::update(cache, run.moment);
    CHECK(cache.lanes.empty());
    CHECK(cache.actors.all.empty());
}

TEST_CASE("history that forgets its beginning does not keep the lanes growing") {
    Events events;
    Moment moment;
    MachineState state;
    moment.state = &state;
    moment.events = &events;
    moment.run = 1;
    view::LaneCache cache;
    TimeNs now_ns = 0;
    for (int round = 0; round < 200; ++round) {
        for (int i = 0; i < 100; ++i) {
            now_ns += 1000;
            const bool park = i % 2 == 0;
            events.push_back(
                {now_ns, 0, 1, 0, 1,
                 park ? EventDetail(event::thread_parked{WaitReason::sleep, 0, never_ns})
                      : EventDetail(event::gil_acquired{0})});
        }
        if (events.size() > 1000) {
            moment.first_event += 500;
            for (int i = 0; i < 500; ++i) events.pop_front();
        }
        view::update(cache, moment);
    }
    CHECK(cache.next_event == 20000);
    CHECK(cache.lanes[1].spans.size() < 2500);
    CHECK(cache.core.spans.size() < 2500);
}

TEST_CASE("a thread that blocks in a task shows in the task's lane") {
    Events events = {
        {0, 0, 1, 0, 1, event::loop_started{9}},
        {10, 0, 1, 0, 1, event::task_created{2, "rude", "rude()"}},
        {20, 0, 1, 0, 1, event::task_stepped{2}},
        {30, 0, 1, 2, 5, event::thread_parked{WaitReason::sleep, 0, 90}},
        {90, 0, 0, 0, 0, event::thread_woken{1, WaitReason::sleep, 0}},
        {95, 0, 1, 2, 5, event::thread_switched{0, 1}},
    };
    Moment moment;
    moment.events = &events;
    view::LaneCache cache = cache_of(moment);
    const view::Span* blocked = view::span_at(cache.lanes[2], 50);
    REQUIRE(blocked);
    CHECK(blocked->reason == WaitReason::sleep);
    CHECK(view::span_at(cache.core, 50) == nullptr);
    REQUIRE(view::span_at(cache.lanes[2], 97));
    CHECK(view::span_at(cache.lanes[2], 97)->state == RunState::running);
}
