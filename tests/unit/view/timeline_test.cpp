// What is asked of the lanes: sums over a range, search, pinning, and what orders two things.
#include <doctest/doctest.h>

#include <random>

#include "view/recorded.h"

using namespace meada;
using testing::Recorded;

namespace {

constexpr const char* shop = R"(
import queue, threading, time
desk = threading.Lock()
orders = queue.Queue()
def bake(name):
    for i in range(40):
        with desk:
            time.sleep(0.0001)
        orders.put(f"{name} {i}")
def serve():
    for i in range(120):
        orders.get()
    print("sold out")
threads = [threading.Thread(target=bake, args=(name,), name=name) for name in ("ana", "rui", "lia")]
threads.append(threading.Thread(target=serve, name="counter"))
for t in threads: t.start()
for t in threads: t.join()
)";

view::LookTimes added_up(const view::Lane& lane, TimeNs from_ns, TimeNs to_ns) {
    view::LookTimes sum;
    for (const view::Span& span : lane.spans) {
        const TimeNs begin = std::max(span.begin_ns, from_ns), end = std::min(span.end_ns, to_ns);
        if (end > begin) sum.ns[size_t(view::look_of(span))] += end - begin;
    }
    return sum;
}

Serial named(const Recorded& run, std::string_view name) {
    for (const auto& [serial, actor] : run.cache.actors.all)
        if (actor.name == name) return serial;
    return 0;
}

}  // namespace

TEST_CASE("times by state in any range are what the spans add up to") {
    const Recorded run(shop, {.cores = 2});
    const TimeNs end_ns = run.session.moment().end_ns;
    std::mt19937_64 chance(5);
    size_t longest = 0;
    for (const auto& [serial, lane] : run.cache.lanes) {
        longest = std::max(longest, lane.totals.size());
        for (int i = 0; i < 300; ++i) {
            TimeNs from = chance() % end_ns, to = chance() % end_ns;
            if (from > to) std::swap(from, to);
            const view::LookTimes found = view::look_times(lane, from, to, end_ns);
            CHECK(found.ns == added_up(lane, from, to).ns);
        }
        CHECK(view::look_times(lane, 0, end_ns, end_ns).ns == added_up(lane, 0, end_ns).ns);
        // In parts from left to right, whose ends may be put a little earlier.
        view::LookSweep sweep(lane, 0, end_ns);
        for (TimeNs from = 0, to = 0; from < end_ns; from = to) {
            view::LookTimes found;
            to = sweep.up_to_about(from + 1 + chance() % (end_ns / 4), found);
            REQUIRE(to > from);
            CHECK(found.ns == added_up(lane, from, to).ns);
        }
    }
    CHECK(longest > 8);  // or nothing was taken from the totals
}

TEST_CASE("a range is summed by thread, with what each waited for") {
    const Recorded run(shop, {.cores = 2});
    const Moment& moment = run.session.moment();
    const Texts texts;
    const view::RangeSums sums = view::range_sums(run.cache, view::lane_rows(run.cache), moment,
                                                  texts, 0, moment.end_ns);
    REQUIRE(sums.rows.size() == 5);
    TimeNs running = 0;
    for (const view::RangeRow& row : sums.rows) {
        running += row.times.of(view::Look::running);
        TimeNs waited = 0;
        for (const view::WaitedFor& wait : row.waits) waited += wait.ns;
        CHECK(waited + row.times.of(view::Look::running) + row.times.of(view::Look::ready) +
                  row.times.of(view::Look::none) ==
              row.times.all());
        if (row.actor->name != "rui") continue;
        CHECK(std::any_of(row.waits.begin(), row.waits.end(),
                          [](const view::WaitedFor& wait) { return wait.what == "lock desk"; }));
    }
    CHECK(running == sums.whole.of(view::Look::running));
    const auto rows = view::lane_rows(run.cache);
    const auto nothing = view::range_sums(run.cache, rows, moment, texts, 5, 5);
    CHECK(nothing.rows.empty());
}

TEST_CASE("search finds lanes by name, waits by what they wait for, and printed text") {
    const Recorded run(shop, {.cores = 2});
    const Moment& moment = run.session.moment();
    const Texts texts;
    const view::LaneSearch lia = view::search_lanes(run.cache, moment, texts, "LIA");
    REQUIRE(lia.matches.size() > 1);  // her lane, and who waits to join her
    CHECK(lia.matches[0].lane == named(run, "lia"));
    const Serial own = named(run, "lia");
    for (size_t i = 1; i < lia.matches.size(); ++i) CHECK(lia.matches[i].lane != own);
    const view::LaneSearch sold = view::search_lanes(run.cache, moment, texts, "sold OUT");
    REQUIRE(sold.matches.size() == 1);
    CHECK(event_is<event::printed>((*moment.events)[sold.matches[0].event]));
    const view::LaneSearch desk = view::search_lanes(run.cache, moment, texts, "lock desk");
    REQUIRE(desk.matches.size() > 1);  // who holds it takes it again before the others
    for (const view::LaneMatch& match : desk.matches) {
        const view::Span* span = view::span_at(run.cache.lanes.at(match.lane), match.time_ns);
        REQUIRE(span);
        CHECK(span->reason == WaitReason::lock);
    }
    CHECK(view::search_lanes(run.cache, moment, texts, "").matches.empty());
    CHECK(view::search_lanes(run.cache, moment, texts, "nobody").matches.empty());
    // Around and around, both ways.
    const view::LaneMatch* first = &desk.matches.front();
    const view::LaneMatch* last = &desk.matches.back();
    CHECK(view::next_match(desk, first->event, false)->event > first->event);
    CHECK(view::next_match(desk, last->event, false) == first);
    CHECK(view::next_match(desk, first->event, true) == last);
}

TEST_CASE("pinned lanes stand first, in the order in which they were pinned") {
    const Recorded run(shop, {.cores = 2});
    std::vector<view::LaneRow> rows = view::lane_rows(run.cache);
    const size_t all = rows.size();
    const Serial rui = named(run, "rui"), ana = named(run, "ana");
    CHECK(view::pin_rows(rows, {rui, ana, 9999}) == 2);
    REQUIRE(rows.size() == all);
    CHECK(rows[0].actor->name == "rui");
    CHECK(rows[1].actor->name == "ana");
    CHECK(rows[2].lane->kind == view::LaneKind::gil);
}

TEST_CASE("a lock and a queue put what two threads do in order") {
    const Recorded run(shop, {.cores = 2});
    const Serial counter = named(run, "counter");
    size_t from_queue = 0;
    for (const view::Order& order : run.cache.orders) {
        CHECK(order.from != order.to);
        CHECK(order.from_ns <= order.time_ns);
        from_queue += order.to == counter;
    }
    CHECK(from_queue > 0);
    CHECK(run.cache.orders.size() > from_queue);  // the others: by the lock
}

TEST_CASE("who joins one that has ended before comes after its end, without having waited") {
    const Recorded run(R"(
import asyncio, multiprocessing, threading, time
def work(): pass
async def task(): pass
async def main():
    done = asyncio.create_task(task(), name="task")
    await asyncio.sleep(0.1)
    await done
thread = threading.Thread(target=work, name="thread")
process = multiprocessing.Process(target=work, name="process")
for each in (thread, process): each.start()
time.sleep(1)
for each in (thread, process): each.join()
asyncio.run(main())
)", {.cores = 2});
    for (const std::string_view name : {"thread", "process", "task"}) {
        const Serial ended = named(run, name);
        REQUIRE(ended != 0);
        const auto order = std::ranges::find(run.cache.orders, ended, &view::Order::from);
        REQUIRE(order != run.cache.orders.end());
        CHECK(order->from_ns == run.cache.lanes.at(ended).end_ns);
        CHECK(order->time_ns >= order->from_ns + 50'000'000);
    }
}
