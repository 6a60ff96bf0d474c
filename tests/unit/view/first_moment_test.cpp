// Where one first looks in a run that nobody knows yet.
#include "view/first_moment.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>

#include "session/session.h"
#include "view/view.h"

using namespace meada;

namespace {

using Waits = std::vector<std::pair<std::string, WaitReason>>;

struct Told {
    Session session;
    uint64_t number = 0;
    std::optional<Count> instruction;
    explicit Told(const char* source) {
        Scenario scenario;
        scenario.source = source;
        REQUIRE(session.open(scenario));
        (void)session.apply(command::Run{});
        while (session.advance(1'000'000'000).state == Progress::State::working) {
        }
        const view::Telling telling = view::telling_moment(session.moment());
        number = telling.event;
        instruction = telling.instruction;
    }
    const Event& event() const {
        const Moment& moment = session.moment();
        return (*moment.events)[number - moment.first_event];
    }
    // Who is seen to wait there, and for what; not for what a task awaits.
    Waits waits() {
        (void)session.apply(command::SeekEvent{number});
        while (session.advance(1'000'000'000).state == Progress::State::working) {
        }
        Waits all;
        const auto add = [&](const auto& who) {
            const bool of_loop = who.wait_reason == WaitReason::await ||
                                 who.wait_reason == WaitReason::select;
            if (who.state == RunState::waiting && !of_loop)
                all.emplace_back(who.name, who.wait_reason);
        };
        for (const ThreadState& each : session.moment().state->threads) add(each);
        for (const TaskState& each : session.moment().state->tasks) add(each);
        return all;
    }
    bool is_last() const { return number + 1 == session.moment().end_event; }
    std::string name(Serial who) const {
        view::LaneCache cache;
        view::update(cache, session.moment());
        return cache.actors.find(who)->name;
    }
};

// Lines of the script on which somebody runs at the telling moment.
using Lines = std::map<std::string, uint32_t>;

Lines lines_at(Told& told) {
    REQUIRE(told.instruction);
    (void)told.session.apply(command::SeekInstruction{*told.instruction});
    while (told.session.advance(1'000'000'000).state == Progress::State::working) {
    }
    const MachineState& state = *told.session.moment().state;
    Lines lines;
    const auto add = [&](const auto& who) {
        const uint32_t line = view::user_line(who.frames);
        if (line != 0 && who.state == RunState::running) lines[who.name] = line;
    };
    if (state.tasks.empty())
        for (const ThreadState& each : state.threads) add(each);
    for (const TaskState& each : state.tasks) add(each);
    return lines;
}

}  // namespace

TEST_CASE("one first looks at a task that waits while another goes on") {
    Told told(R"(
import asyncio
async def job():
    await asyncio.sleep(1)
async def main():
    print("begins")
    await asyncio.gather(asyncio.create_task(job(), name="a"),
                         asyncio.create_task(job(), name="b"))
asyncio.run(main())
)");
    CHECK(told.waits() == Waits{{"a", WaitReason::sleep}});
    CHECK(told.name(told.event().task) == "b");
}

TEST_CASE("one first looks at who waits for a lock or the GIL, or only for the others' end") {
    Told lock(R"(
import threading
lock = threading.Lock()
def work():
    with lock: pass
lock.acquire()
thread = threading.Thread(target=work, name="a")
thread.start()
for i in range(100000): pass
lock.release()
thread.join()
)");
    CHECK(lock.waits() == Waits{{"a", WaitReason::lock}});
    const Told gil(R"(
import threading
def work():
    for i in range(400000): pass
print("begins")
thread = threading.Thread(target=work, name="a")
thread.start()
thread.join()
)");
    CHECK_FALSE(gil.is_last());
    CHECK_FALSE(event_is<event::printed>(gil.event()));
    Told processes(R"(
import multiprocessing
if __name__ == "__main__":
    print("begins")
    other = multiprocessing.Process(target=sum, args=(range(99999),))
    other.start()
    other.join()
)");
    CHECK(processes.waits() == Waits{{"MainThread", WaitReason::join}});
}

TEST_CASE("a fault comes first: what nothing will catch, or where all wait") {
    Told raised(R"(
import asyncio
async def job():
    await asyncio.sleep(1)
    raise ValueError("no")
async def main():
    await asyncio.gather(job(), job())
asyncio.run(main())
)");
    CHECK(lines_at(raised) == Lines{{"Task-2", 5}});
    const Told stuck(R"(
import threading
lock = threading.Lock()
lock.acquire()
threading.Thread(target=lock.acquire).start()
lock.acquire()
)");
    CHECK(stuck.is_last());
}

TEST_CASE("where nobody waits one first looks at the output, else at the end") {
    const Told prints("total = 0\nfor n in range(5): total += n\nprint(total)\nprint(2)\n");
    REQUIRE(event_is<event::printed>(prints.event()));
    CHECK(std::string_view(event_as<event::printed>(prints.event())->text).starts_with("10"));
    CHECK(Told("x = 1\n").is_last());
    CHECK(Told("import asyncio\nasync def main(): await asyncio.sleep(1)\nasyncio.run(main())\n")
              .is_last());
}

TEST_CASE("with a pool of processes one first looks into what its workers do") {
    Told told(R"(
from concurrent.futures import ProcessPoolExecutor
def work(n):
    total = 0
    for i in range(3000):
        total += i * n
    return total
if __name__ == "__main__":
    with ProcessPoolExecutor(2) as pool:
        print(list(pool.map(work, range(2))))
)");
    const Lines lines = lines_at(told);
    CHECK_FALSE(lines.contains("MainThread"));
    REQUIRE(lines.contains("ForkProcess-1"));
    CHECK((lines.at("ForkProcess-1") == 5 || lines.at("ForkProcess-1") == 6));
    REQUIRE(lines.contains("ForkProcess-2"));
    CHECK((lines.at("ForkProcess-2") == 5 || lines.at("ForkProcess-2") == 6));
}

TEST_CASE("the same with multiprocessing's own pool, whose helpers are threads") {
    Told told(R"(
import multiprocessing
def square(n):
    total = 0
    for i in range(2000):
        total += n
    return n * n
if __name__ == "__main__":
    with multiprocessing.Pool(2) as pool:
        print(pool.map(square, range(2)))
)");
    const Lines lines = lines_at(told);
    CHECK_FALSE(lines.contains("MainThread"));
    const bool works = lines.contains("ForkPoolWorker-1") || lines.contains("ForkPoolWorker-2");
    CHECK(works);
}

TEST_CASE("of an exception that a group carries out one first looks at where it is raised") {
    Told told(R"(
import asyncio
async def ok():
    await asyncio.sleep(3)
async def bad():
    await asyncio.sleep(1)
    raise ValueError("no")
async def main():
    async with asyncio.TaskGroup() as group:
        group.create_task(ok())
        group.create_task(bad())
asyncio.run(main())
)");
    CHECK(lines_at(told) == Lines{{"Task-3", 7}});
}

TEST_CASE("one first looks at who waits for what is shared, before any that only sleeps") {
    Told told(R"(
import threading, time
lock = threading.Lock()
def work():
    with lock:
        time.sleep(0.01)
for name in "ab":
    threading.Thread(target=work, name=name).start()
)");
    const Waits waits = told.waits();
    CHECK(std::ranges::find(waits, std::pair(std::string("a"), WaitReason::sleep)) != waits.end());
    CHECK(std::ranges::find(waits, std::pair(std::string("b"), WaitReason::lock)) != waits.end());
}
