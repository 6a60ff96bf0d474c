// Where one first looks in a run that nobody knows yet.
#include "view/first_moment.h"

#include <doctest/doctest.h>

#include "session/session.h"
#include "view/view.h"

using namespace meada;

namespace {

struct Told {
    Session session;
    uint64_t number = 0;
    explicit Told(const char* source) {
        Scenario scenario;
        scenario.source = source;
        REQUIRE(session.open(scenario));
        (void)session.apply(command::Run{});
        while (session.advance(1'000'000'000).state == Progress::State::working) {
        }
        number = view::telling_moment(session.moment());
    }
    const Event& event() const {
        const Moment& moment = session.moment();
        return (*moment.events)[number - moment.first_event];
    }
    bool is_last() const { return number + 1 == session.moment().end_event; }
    std::string name(Serial who) const {
        view::LaneCache cache;
        view::update(cache, session.moment());
        return cache.actors.find(who)->name;
    }
};

}  // namespace

TEST_CASE("one first looks at a task that waits while others live") {
    const Told told(R"(
import asyncio
async def job():
    await asyncio.sleep(1)
async def main():
    print("begins")
    await asyncio.gather(asyncio.create_task(job(), name="a"), asyncio.create_task(job()))
asyncio.run(main())
)");
    REQUIRE(event_is<event::task_suspended>(told.event()));
    CHECK(event_as<event::task_suspended>(told.event())->reason == WaitReason::sleep);
    CHECK(told.name(told.event().task) == "a");
}

TEST_CASE("one first looks at who waits for a lock or the GIL, or only for the others' end") {
    const Told lock(R"(
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
    REQUIRE(event_is<event::thread_parked>(lock.event()));
    CHECK(event_as<event::thread_parked>(lock.event())->reason == WaitReason::lock);
    const Told gil(R"(
import threading
print("begins")
thread = threading.Thread(target=sum, args=(range(99999),))
thread.start()
thread.join()
)");
    CHECK(event_is<event::gil_requested>(gil.event()));
    const Told processes(R"(
import multiprocessing
if __name__ == "__main__":
    print("begins")
    other = multiprocessing.Process(target=sum, args=(range(99999),))
    other.start()
    other.join()
)");
    REQUIRE(event_is<event::thread_parked>(processes.event()));
    CHECK(event_as<event::thread_parked>(processes.event())->reason == WaitReason::join);
}

TEST_CASE("a fault comes first: what nothing caught, or where all wait") {
    const Told raised(R"(
import asyncio
async def job():
    await asyncio.sleep(1)
    raise ValueError("no")
async def main():
    await asyncio.gather(job(), job())
asyncio.run(main())
)");
    CHECK(event_is<event::exception_uncaught>(raised.event()));
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
