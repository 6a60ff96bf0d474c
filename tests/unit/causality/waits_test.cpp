#include <doctest/doctest.h>

#include "causality/waits.h"
#include "library/library.h"

using namespace meada;

namespace {

// Run to the end, or until everybody waits.
MachineState end_of(const char* source, Advanced expected) {
    Script script;
    script.file_name = "waits.py";
    script.source = source;
    auto made = make_machine(MachineSpec{}, linked_boot_image(), script);
    REQUIRE(made);
    CHECK(advance(**made, {}) == expected);
    return inspect(**made);
}

// Until something has been printed.
struct Prints : Recorder {
    void record(const Event& event) override { printed |= event_is<event::printed>(event); }
    bool printed = false;
};
MachineState at_print(const char* source) {
    Script script;
    script.file_name = "waits.py";
    script.source = source;
    auto made = make_machine(MachineSpec{}, linked_boot_image(), script);
    REQUIRE(made);
    Prints prints;
    (*made)->recorder = &prints;
    while (!prints.printed) REQUIRE(advance(**made, {.any_instructions = 50}) == Advanced::slice);
    return inspect(**made);
}

}  // namespace

TEST_CASE("two locks in opposite order: one cycle, with who holds what at which line") {
    const MachineState state = end_of(R"(import threading, time
a, b = threading.Lock(), threading.Lock()
def other():
    with b:
        time.sleep(0.1)
        with a:
            pass
thread = threading.Thread(target=other)
thread.start()
with a:
    time.sleep(0.1)
    with b:
        pass
)",
                                      Advanced::stuck);
    const auto cycles = wait_cycles(state);
    REQUIRE(cycles.size() == 1);
    REQUIRE(cycles[0].size() == 2);
    CHECK(cycles[0][0].line == 12);
    CHECK(cycles[0][1].line == 6);
    CHECK(cycles[0][0].holder == cycles[0][1].waiter);
    CHECK(cycles[0][1].holder == cycles[0][0].waiter);
    CHECK(cycles[0][0].reason == WaitReason::lock);
    CHECK(waits_without_end(state).size() == 2);
}

TEST_CASE("a cycle of two while others go on; who waits for one of them is in no cycle") {
    const MachineState state = at_print(R"(import threading, time
a, b = threading.Lock(), threading.Lock()
def take(first, second):
    with first:
        time.sleep(0.1)
        with second:
            pass
one = threading.Thread(target=take, args=(a, b), daemon=True)
two = threading.Thread(target=take, args=(b, a), daemon=True)
three = threading.Thread(target=one.join, daemon=True)
for thread in (one, two, three): thread.start()
time.sleep(0.5)
print("end")
)");
    const auto cycles = wait_cycles(state);
    REQUIRE(cycles.size() == 1);
    CHECK(cycles[0].size() == 2);
    CHECK(waits_without_end(state).size() == 3);
}

TEST_CASE("a wait with a deadline is no deadlock") {
    const MachineState state = at_print(R"(import threading, time
a, b = threading.Lock(), threading.Lock()
def take(first, second):
    with first:
        time.sleep(0.1)
        second.acquire(timeout=5)
one = threading.Thread(target=take, args=(a, b), daemon=True)
two = threading.Thread(target=take, args=(b, a), daemon=True)
one.start(); two.start()
time.sleep(0.5)
print("end")
)");
    CHECK(wait_cycles(state).empty());
}

TEST_CASE("tasks that await each other's locks") {
    const MachineState state = at_print(R"(import asyncio
async def take(first, second):
    async with first:
        await asyncio.sleep(0.1)
        async with second:
            pass
async def main():
    a, b = asyncio.Lock(), asyncio.Lock()
    tasks = [asyncio.create_task(take(a, b)), asyncio.create_task(take(b, a))]
    await asyncio.sleep(0.5)
    print("end")
    await asyncio.gather(*tasks)
asyncio.run(main())
)");
    const auto cycles = wait_cycles(state);
    REQUIRE(cycles.size() == 1);
    CHECK(cycles[0].size() == 2);
    CHECK(cycles[0][0].line == 5);
}

TEST_CASE("a thread that joins itself in a circle of joins") {
    const MachineState state = end_of(R"(import threading, time
threads = []
def wait_for(number):
    time.sleep(0.1)
    threads[number].join()
for number in (1, 2, 0):
    threads.append(threading.Thread(target=wait_for, args=(number,)))
for thread in threads: thread.start()
)",
                                      Advanced::stuck);
    const auto cycles = wait_cycles(state);
    REQUIRE(cycles.size() == 1);
    CHECK(cycles[0].size() == 3);
    CHECK(cycles[0][0].reason == WaitReason::join);
}
