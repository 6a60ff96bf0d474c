#include <doctest/doctest.h>

#include "session/session.h"
#include "view/recorded.h"
#include "view/view.h"
#include "view/yarn_run.h"

using namespace meada;
using testing::Recorded;
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
    const view::Span* silk = view::span_at(cache.cores[0], 7'000'000);
    REQUIRE(silk);
    CHECK(silk->owner == 4);
    for (size_t i = 1; i < cache.cores[0].spans.size(); ++i)
        CHECK(cache.cores[0].spans[i].begin_ns >= cache.cores[0].spans[i - 1].end_ns);
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
    CHECK(cache.cores[0].spans.size() < 2500);
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
    CHECK(view::span_at(cache.cores[0], 50) == nullptr);
    REQUIRE(view::span_at(cache.lanes[2], 97));
    CHECK(view::span_at(cache.lanes[2], 97)->state == RunState::running);
}

namespace {

constexpr const char* four_threads = R"(
import threading, time
def work():
    time.sleep(0.001)
    total = 0
    for i in range(40000):
        total += i
threads = [threading.Thread(target=work) for i in range(4)]
for t in threads: t.start()
for t in threads: t.join()
)";

}  // namespace

TEST_CASE("four threads without a GIL on two cores: two run at once, and wait for a core") {
    const Recorded run(four_threads, {.gil = uint64_t(GilMode::none), .cores = 2});
    for (const auto& [process, gil] : run.cache.gils) CHECK(gil.spans.empty());
    CHECK(view::cores_used(run.cache) == 2);
    CHECK(run.most_at_once() == 2);
    int workers = 0;
    for (const auto& [serial, lane] : run.cache.lanes) {
        CHECK(run.on_cores(serial) == Recorded::running(lane));
        CHECK(Recorded::time_in(lane, RunState::waiting, WaitReason::gil) == 0);
        if (Recorded::time_in(lane, RunState::ready, WaitReason::none) > 1'000'000) ++workers;
    }
    CHECK(workers == 4);
    const std::vector<view::LaneRow> rows = view::lane_rows(run.cache);
    REQUIRE(rows.size() == 7);
    CHECK(rows[0].folds_cores);
    CHECK(rows[1].lane->number == 1);
    CHECK(rows[2].lane->kind == view::LaneKind::thread);
    CHECK(view::lane_rows(run.cache, {}, true)[0].cores.size() == 2);
    CHECK(view::lane_rows(run.cache, {}, true).size() == 6);
}

TEST_CASE("four threads without a GIL on four cores do not wait for a core") {
    const Recorded run(four_threads, {.gil = uint64_t(GilMode::none), .cores = 4});
    CHECK(run.most_at_once() == 4);
    for (const auto& [serial, lane] : run.cache.lanes) {
        CHECK(run.on_cores(serial) == Recorded::running(lane));
        CHECK(Recorded::time_in(lane, RunState::ready, WaitReason::none) < 100'000);
    }
}

TEST_CASE("under the GIL one core is busy at a time, and the others wait for the GIL") {
    const Recorded run(four_threads, {.switch_interval_ns = 500'000, .cores = 4});
    CHECK(run.most_at_once() == 1);
    CHECK(view::cores_used(run.cache) > 1);
    TimeNs held = Recorded::running(run.cache.gils.at(0)), ran = 0, waited = 0;
    for (const auto& [serial, lane] : run.cache.lanes) {
        CHECK(run.on_cores(serial) == Recorded::running(lane));
        ran += Recorded::running(lane);
        waited += Recorded::time_in(lane, RunState::waiting, WaitReason::gil);
        CHECK(Recorded::time_in(lane, RunState::ready, WaitReason::none) < 1'000'000);
    }
    CHECK(held == ran);
    CHECK(waited > 5'000'000);
    CHECK(view::lane_rows(run.cache)[0].lane->kind == view::LaneKind::gil);
}

TEST_CASE("one thread has one core, whatever the machine") {
    for (const MachineSpec& spec :
         {MachineSpec{}, MachineSpec{.gil = uint64_t(GilMode::none), .cores = 8}}) {
        const Recorded run("import time\nfor i in range(3): time.sleep(0.01)\n", spec);
        const std::vector<view::LaneRow> rows = view::lane_rows(run.cache);
        REQUIRE(rows.size() == 2);
        CHECK(rows[0].lane->kind == view::LaneKind::core);
        CHECK_FALSE(rows[0].folds_cores);
        CHECK(run.on_cores(1) == Recorded::running(*rows[1].lane));
        CHECK(rows[0].lane->spans.size() == 4);
    }
}

TEST_CASE("every policy: what cores and threads say is the same") {
    for (uint64_t policy = 0; policy < 5; ++policy)
        for (uint64_t gil = 0; gil < 3; ++gil) {
            const Recorded run(four_threads, {.gil = gil,
                                              .cores = 3,
                                              .policy = policy,
                                              .quantum_ns = 50'000,
                                              .slow_cores = 1});
            for (const auto& [serial, lane] : run.cache.lanes)
                CHECK(run.on_cores(serial) == Recorded::running(lane));
        }
}

TEST_CASE("processes run at once, each under its own GIL, and end together with their threads") {
    const Recorded run(R"(
import multiprocessing, threading
def work():
    total = 0
    for i in range(20000):
        total += i
def two():
    threads = [threading.Thread(target=work) for i in range(2)]
    for t in threads: t.start()
    for t in threads: t.join()
processes = [multiprocessing.Process(target=two) for i in range(3)]
for p in processes: p.start()
for p in processes: p.join()
)",
                       {.cores = 4});
    CHECK(run.most_at_once() == 3);
    CHECK(run.cache.gils.size() == 4);
    for (const auto& [serial, lane] : run.cache.lanes) {
        CHECK(lane.ended);
        CHECK(run.on_cores(serial) == Recorded::running(lane));
    }
    std::vector<view::LaneKind> kinds;
    for (const view::LaneRow& row : view::lane_rows(run.cache, {}, true))
        kinds.push_back(row.lane->kind);
    using view::LaneKind;
    const std::vector<LaneKind> group = {LaneKind::process, LaneKind::gil, LaneKind::thread,
                                         LaneKind::thread, LaneKind::thread};
    std::vector<LaneKind> expected = {LaneKind::core, LaneKind::thread};
    for (int i = 0; i < 3; ++i) expected.insert(expected.end(), group.begin(), group.end());
    CHECK((kinds == expected));
    // A process is seen to run just when one of its threads is.
    for (const auto& [serial, lane] : run.cache.lanes) {
        const view::Lane& process = run.cache.processes.at(run.cache.actors.process_of(serial));
        for (const view::Span& span : lane.spans) {
            if (span.state != RunState::running || span.begin_ns == span.end_ns) continue;
            const view::Span* whole = view::span_at(process, span.begin_ns);
            REQUIRE(whole);
            CHECK(whole->end_ns >= span.end_ns);
        }
    }
    for (const auto& [serial, process] : run.cache.processes) {
        Recorded::check_spans(process, false);
        for (const view::Span& span : process.spans) {
            const auto runs = [&](const auto& each) {
                const view::Span* at = view::span_at(each.second, span.begin_ns);
                return at && at->state == RunState::running;
            };
            CHECK(std::any_of(run.cache.lanes.begin(), run.cache.lanes.end(), runs));
        }
    }
    const Serial first = run.cache.processes.rbegin()->first;
    CHECK(view::lane_rows(run.cache, {first}, true).size() == kinds.size() - group.size() + 1);
}

TEST_CASE("a process that is killed has its cores no longer") {
    const Recorded run(R"(
import multiprocessing, time
def work():
    while True: pass
p = multiprocessing.Process(target=work)
p.start()
time.sleep(0.01)
p.terminate()
p.join()
time.sleep(0.01)
)",
                       {.cores = 2});
    for (const auto& [serial, lane] : run.cache.lanes)
        CHECK(run.on_cores(serial) == Recorded::running(lane));
}
