// A cursor that came to an event by replay is the machine that recorded it.
#include <doctest/doctest.h>

#include <algorithm>

#include "history/history.h"
#include "library/library.h"

using namespace meada;

namespace {

constexpr const char* replayed = R"(
import asyncio, threading

async def main():
    for i in range(3):
        print("step", i)
        await asyncio.sleep(0.1)

thread = threading.Thread(target=lambda: print(sum(range(1000))))
thread.start()
asyncio.run(main())
thread.join()
)";

struct Hashes : Recorder {
    explicit Hashes(Machine& machine) : machine(machine) {}
    void record(const Event&) override { hashes.push_back(machine.trace_hash()); }
    Machine& machine;
    std::vector<uint64_t> hashes;
};

struct Listener : Recorder {
    void record(const Event& event) override { times.push_back(event.time_ns); }
    std::vector<TimeNs> times;
};

void check_replays(const char* source) {
    Scenario scenario;
    scenario.source = source;
    auto made = make_machine(scenario, linked_boot_image());
    REQUIRE(made);
    Machine& machine = **made;
    const uint64_t first = machine.event_count();
    Hashes run(machine);
    machine.recorder = &run;
    REQUIRE(advance(machine, {}) == Advanced::ended);

    auto opened = History::open(scenario, linked_boot_image());
    REQUIRE(opened);
    History& history = **opened;
    while (history.record(100'000)) {}
    for (size_t index = run.hashes.size(); index-- > 0;) {
        const Target target{Target::Kind::event, first + index + 1};
        while (!history.seek(target, 100'000)) {}
        CAPTURE(index);
        // Several events may come of one instruction: then the cursor stands behind the last.
        const uint64_t last = history.cursor_event() - 1;
        REQUIRE(last >= first + index);
        CHECK(history.trace_hash() == run.hashes[last - first]);
        CHECK(history.cursor().now_ns() >= history.log().find(last)->time_ns);
    }
}

// The way to an event is run at full speed up to the instruction before it.
TEST_CASE("after a long way between two events the cursor stands right behind the event") {
    Scenario scenario;
    scenario.source = R"(
def work(n):
    total = 0
    while total < n:
        total += 1
    for i in range(n):
        total += i % 7
    return total

for n in range(6):
    print(n, work(30_000 * n))
)";
    auto opened = History::open(scenario, linked_boot_image());
    REQUIRE(opened);
    History& history = **opened;
    while (history.record(10'000)) {}
    const uint64_t count = history.log().end();
    for (uint64_t step = 0; step < 3 * count; ++step) {
        const uint64_t number = 1 + step * 7 % count;  // forward and back
        while (!history.seek({Target::Kind::event, number}, 10'000)) {}
        CAPTURE(number);
        REQUIRE(history.cursor_event() >= number);
        const Event& last = *history.log().find(history.cursor_event() - 1);
        CHECK(history.cursor_instruction() == last.instruction);
        CHECK(last.instruction == history.log().find(number - 1)->instruction);
    }
}

TEST_CASE("who listens hears all of a long text, which the log cuts") {
    struct Longest : Recorder {
        void record(const Event& event) override {
            if (const auto* printed = event_as<event::printed>(event))
                size = std::max(size, printed->text.size());
        }
        size_t size = 0;
    } longest;
    Scenario scenario;
    scenario.source = "print('x' * 50_000)\n";
    auto opened = History::open(scenario, linked_boot_image());
    REQUIRE(opened);
    (*opened)->listen(&longest);
    while ((*opened)->record(1'000)) {}
    CHECK(longest.size == 50'001);
    CHECK((*opened)->log().output().back().text.size() == output_line_bytes_max);
}

}  // namespace

TEST_CASE("who listens hears every event once, whatever is replayed") {
    Scenario scenario;
    scenario.source = replayed;
    auto opened = History::open(scenario, linked_boot_image());
    REQUIRE(opened);
    History& history = **opened;
    const uint64_t first = history.log().end();
    Listener listener;
    history.listen(&listener);
    while (history.record(1'000)) {}
    while (!history.seek({Target::Kind::event, first + 1}, 1'000'000)) {}
    REQUIRE(listener.times.size() == history.log().end() - first);
    for (uint64_t index = 0; index < listener.times.size(); ++index)
        CHECK(listener.times[index] == history.log().find(first + index)->time_ns);
}

TEST_CASE("at every event a replay has the trace hash of the run") { check_replays(replayed); }

TEST_CASE("a replay collects as the run did: what old objects got since the last time lives on") {
    check_replays(R"(
old = [[] for _ in range(2000)]
for turn in range(60):
    for i in range(2000):
        old[i] = [str(turn * i), (turn, i)]
    print(turn, sum(len(text) + a + b for text, (a, b) in old))
)");
}

TEST_CASE("of several moments the one is taken that lies nearest behind a checkpoint") {
    Scenario scenario;
    scenario.source = R"(
import threading
lock = threading.Lock()
for i in range(4000):
    with lock:
        pass
)";
    auto opened = History::open(scenario, linked_boot_image());
    REQUIRE(opened);
    History& history = **opened;
    while (history.record(100'000)) {}
    const Checkpoints& checkpoints = history.checkpoints();
    const auto way = [&](uint64_t count) {
        return history.log().find(count - 1)->instruction -
               checkpoints[checkpoints.last_before_event(count)].user_instructions;
    };
    constexpr uint64_t reach = 20;
    REQUIRE(history.log().end() > 1000);
    for (size_t index = 0; index + 1 < checkpoints.count(); ++index) {
        const uint64_t at = checkpoints[index].event_count;
        CAPTURE(at);
        // Where the checkpoint is among them, and where it is not.
        const uint64_t from = std::max(at, reach + 1) - reach;
        CHECK(history.soonest_in({from, from + 2 * reach}) == at + 1);
        const uint64_t far = at + 3;
        if (far + reach < checkpoints[index + 1].event_count)
            CHECK(history.soonest_in({far, far + reach}) == far);
        CHECK(way(history.soonest_in({from, from + 2 * reach})) <= way(from + reach));
    }
    CHECK(history.soonest_in({77, 77}) == 77);
    CHECK(history.soonest_in({0, 0}) == 1);
    const uint64_t end = history.log().end();
    CHECK(history.soonest_in({end - reach, end + reach}) <= end);
}
