// What holds runs up, and runs that nothing holds up: a false alarm is as bad as a miss.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "causality/stalls.h"
#include "library/library.h"

using namespace meada;

namespace {

struct Listener : Recorder {
    Stalls stalls;
    uint64_t count = 0;
    void record(const Event& event) override { stalls.event(count++, event); }
};

std::vector<Stall> stalls_of(const std::string& source, MachineSpec spec = {}) {
    Script script;
    script.file_name = "stalls.py";
    script.source = source;
    auto made = make_machine(spec, linked_boot_image(), script);
    REQUIRE(made);
    Machine& machine = **made;
    Listener listener;
    for (const Event& event : machine.first_events) listener.record(event);
    machine.recorder = &listener;
    const Advanced how = advance(machine, {});
    listener.stalls.ended(listener.count, machine.now_ns(), how != Advanced::ended);
    machine.recorder = nullptr;
    return listener.stalls.found();
}

const Stall* only(const std::vector<Stall>& stalls, StallKind kind) {
    REQUIRE(stalls.size() == 1);
    REQUIRE(stalls[0].kind == kind);
    return &stalls[0];
}

}  // namespace

TEST_CASE("two locks in opposite order are a deadlock, with where each was taken") {
    const auto stalls = stalls_of(R"(import threading, time
a, b = threading.Lock(), threading.Lock()
def work(first, second):
    with first:
        time.sleep(0.1)
        with second:
            pass
one = threading.Thread(target=work, args=(a, b))
two = threading.Thread(target=work, args=(b, a))
one.start(); two.start()
one.join(); two.join()
)");
    const Stall* stall = only(stalls, StallKind::deadlock);
    REQUIRE(stall->cycle.size() == 2);
    for (const StallLink& link : stall->cycle) {
        CHECK(link.wait_line == 6);
        CHECK(link.took_line == 4);
        CHECK(link.took_event < link.wait_event);
        CHECK(link.wait_ns >= 100'000'000);
    }
}

TEST_CASE("part of the threads can be deadlocked while others go on and end the program") {
    const auto stalls = stalls_of(R"(import threading, time
a, b = threading.Lock(), threading.Lock()
def work(first, second):
    with first:
        time.sleep(0.1)
        with second:
            pass
for locks in ((a, b), (b, a)):
    threading.Thread(target=work, args=locks, daemon=True).start()
time.sleep(1)
print("done")
)");
    CHECK(only(stalls, StallKind::deadlock)->cycle.size() == 2);
}

TEST_CASE("a lock that its holder asks for again, and two tasks that await each other's lock") {
    CHECK(only(stalls_of("import threading\nlock = threading.Lock()\nlock.acquire()\n"
                         "lock.acquire()\n"),
               StallKind::deadlock)
              ->cycle.size() == 1);
    const auto tasks = stalls_of(R"(import asyncio
async def work(first, second):
    async with first:
        await asyncio.sleep(0.1)
        async with second:
            pass
async def main():
    a, b = asyncio.Lock(), asyncio.Lock()
    await asyncio.gather(work(a, b), work(b, a))
asyncio.run(main())
)");
    CHECK(only(tasks, StallKind::deadlock)->cycle.size() == 2);
}

TEST_CASE("a wait that nobody can end") {
    const auto stalls = stalls_of(R"(import queue, threading
jobs = queue.Queue()
def work():
    while True:
        jobs.get()
thread = threading.Thread(target=work)
thread.start()
jobs.put(1)
)");
    CHECK(only(stalls, StallKind::endless_wait)->line == 5);
}

TEST_CASE("a call that does not yield keeps the loop from its other tasks") {
    const auto stalls = stalls_of(R"(import asyncio, time
async def ping():
    for _ in range(5):
        await asyncio.sleep(0.01)
async def slow():
    await asyncio.sleep(0.02)
    time.sleep(0.5)
async def main():
    await asyncio.gather(ping(), slow())
asyncio.run(main())
)");
    const Stall* stall = only(stalls, StallKind::blocked_loop);
    CHECK(stall->line == 7);
    CHECK(stall->reason == WaitReason::sleep);
    CHECK(stall->length_ns >= 500'000'000);
    CHECK(stall->length_ns < 510'000'000);
    CHECK(stall->count == 1);
    CHECK(stall->other != 0);
}

TEST_CASE("work without an await blocks the loop too, from asyncio's own limit on") {
    const std::string source = R"(import asyncio
async def ping():
    for _ in range(5):
        await asyncio.sleep(0.01)
async def slow(n):
    total = 0
    for i in range(n):
        total += i
async def main():
    await asyncio.gather(ping(), slow(COUNT))
asyncio.run(main())
)";
    const auto with = [&](const char* count) {
        std::string text = source;
        return text.replace(text.find("COUNT"), 5, count);
    };
    const auto long_one = stalls_of(with("10_000_000"));
    CHECK(only(long_one, StallKind::blocked_loop)->reason == WaitReason::none);
    CHECK(stalls_of(with("1_000")).empty());
}

TEST_CASE("nobody else was due: the call blocks nobody") {
    CHECK(stalls_of("import asyncio, time\nasync def main():\n    time.sleep(1)\n"
                    "asyncio.run(main())\n")
              .empty());
}

TEST_CASE("a thread that always comes second to one of higher priority starves") {
    MachineSpec spec;
    spec.cores = 1;
    REQUIRE(set_knobs(spec, "gil=none,policy=priority"));
    const auto stalls = stalls_of(R"(import os, threading
def low():
    os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), 19)
    for i in range(200_000):
        pass
def high():
    for i in range(60_000_000):
        pass
threads = [threading.Thread(target=low), threading.Thread(target=high)]
for thread in threads: thread.start()
for thread in threads: thread.join()
)", spec);
    REQUIRE(!stalls.empty());
    for (const Stall& stall : stalls) {
        CHECK(stall.kind == StallKind::starvation);
        CHECK(stall.reason == WaitReason::ready);
        CHECK(stall.length_ns >= kept_from_core_ns);
    }
    CHECK(std::ranges::any_of(stalls, [](const Stall& stall) { return stall.line == 4; }));
}

TEST_CASE("who has waited for long and still does starves, unless all come round in turn") {
    using Serials = std::vector<Unserved>;
    Stalls stalls;
    const auto takes_core = [&](uint64_t number, Serial thread, TimeNs time_ns) {
        stalls.event(number, {time_ns, 0, thread, 0, 0,
                              EventDetail(event::core_taken{0, TimeNs{0}})});
    };
    constexpr TimeNs second = 1'000'000'000;
    takes_core(0, 2, 0);
    const Serials waiting = {{3, WaitReason::ready, 10, 7, 2}};
    CHECK(stalls.starving(waiting, 1, second / 2).empty());
    const auto found = stalls.starving(waiting, 1, 2 * second);
    const Stall* stall = only(found, StallKind::starvation);
    CHECK(stall->actor == 3);
    CHECK(stall->other == 2);
    CHECK(stall->line == 7);
    CHECK(stall->length_ns == 2 * second - 10);
    CHECK(stall->lasts);
    CHECK(stalls.found().empty());
    // Fifty others, each once: a long queue.
    for (Serial thread = 10; thread < 60; ++thread) takes_core(thread, thread, thread * 10'000'000);
    CHECK(stalls.starving(waiting, 60, 2 * second).empty());
}

TEST_CASE("a lock that is never released, and one that another thread releases") {
    CHECK(only(stalls_of(R"(import threading
lock = threading.Lock()
def work():
    lock.acquire()
thread = threading.Thread(target=work)
thread.start()
thread.join()
)"),
               StallKind::abandoned_lock)
              ->line == 4);
    CHECK(stalls_of(R"(import threading
lock = threading.Lock()
thread = threading.Thread(target=lock.acquire)
thread.start()
thread.join()
lock.release()
)")
              .empty());
}

TEST_CASE("programs that nothing holds up") {
    // Philosophers who take the lower fork first.
    CHECK(stalls_of(R"(import threading, time
forks = [threading.Lock() for _ in range(5)]
def dine(i):
    low, high = sorted((i, (i + 1) % 5))
    for _ in range(20):
        with forks[low]:
            time.sleep(0.001)
            with forks[high]:
                time.sleep(0.001)
threads = [threading.Thread(target=dine, args=(i,)) for i in range(5)]
for thread in threads: thread.start()
for thread in threads: thread.join()
)")
              .empty());
    // Producer and consumers with a sentinel, a daemon that waits for ever, a pool, a timer.
    CHECK(stalls_of(R"(import queue, threading, time
from concurrent.futures import ThreadPoolExecutor
jobs = queue.Queue(3)
def work():
    while (job := jobs.get()) is not None:
        time.sleep(0.01)
workers = [threading.Thread(target=work) for _ in range(2)]
for worker in workers: worker.start()
threading.Thread(target=queue.Queue().get, daemon=True).start()
for job in range(20): jobs.put(job)
for _ in workers: jobs.put(None)
for worker in workers: worker.join()
with ThreadPoolExecutor(4) as pool:
    print(sum(pool.map(lambda n: n * n, range(100))))
)")
              .empty());
    // Four threads that compute take turns under the GIL.
    CHECK(stalls_of(R"(import threading
def work():
    for i in range(1_000_000): pass
threads = [threading.Thread(target=work) for _ in range(4)]
for thread in threads: thread.start()
for thread in threads: thread.join()
)")
              .empty());
    // Whoever starts threads holds the lock that they ask for first.
    CHECK(stalls_of(R"(import threading
lock = threading.Lock()
def work():
    with lock: pass
threads = [threading.Thread(target=work) for _ in range(3)]
with lock:
    for thread in threads: thread.start()
for thread in threads: thread.join()
)")
              .empty());
    // Tasks, a lock, a queue, a thread beside the loop.
    CHECK(stalls_of(R"(import asyncio, time
async def work(lock, jobs):
    while (job := await jobs.get()) is not None:
        async with lock:
            await asyncio.sleep(0.01)
async def main():
    lock, jobs = asyncio.Lock(), asyncio.Queue(2)
    workers = [asyncio.create_task(work(lock, jobs)) for _ in range(3)]
    await asyncio.to_thread(time.sleep, 0.2)
    for job in range(9): await jobs.put(job)
    for _ in workers: await jobs.put(None)
    await asyncio.gather(*workers)
asyncio.run(main())
)")
              .empty());
}
