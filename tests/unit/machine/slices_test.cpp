// Where a run is stopped and gone on with leaves no trace, whatever the stop is for.
#include <doctest/doctest.h>

#include <algorithm>
#include <cstring>

#include "history/history.h"
#include "library/library.h"

using namespace meada;

namespace {

// Threads that take turns by the switch interval, by locks and by timers, and what dies on the way.
constexpr const char* source = R"(
import sys
import threading
import time

sys.setswitchinterval(0.00002)
lock = threading.Lock()
counter = 0


def numbers(n):
    try:
        yield from range(n)
    finally:
        print("closed", n)


def work(name):
    global counter
    for i in range(40):
        with lock:
            counter += 1
        if i % 10 == 0:
            time.sleep(0.00001 * name)
        for number in numbers(3):
            if number == 1:
                break
    print(name, counter)


threads = [threading.Thread(target=work, args=(n,)) for n in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join(0.0001)
print(sum(thread.is_alive() for thread in threads))
)";

std::unique_ptr<Machine> fresh_machine(const char* script = source, const char* knobs = nullptr) {
    Scenario scenario;
    scenario.source = script;
    if (knobs) REQUIRE(set_knobs(scenario.spec, knobs));
    auto made = make_machine(scenario, linked_boot_image());
    REQUIRE(made);
    return std::move(*made);
}

uint64_t undisturbed_hash() {
    const auto machine = fresh_machine();
    REQUIRE(advance(*machine, {}) == Advanced::ended);
    return machine->trace_hash();
}

}  // namespace

TEST_CASE("slices of any size give the same run") {
    const uint64_t expected = undisturbed_hash();
    for (const uint64_t size : {1, 2, 3, 7, 50, 1000}) {
        const auto machine = fresh_machine();
        while (advance(*machine, {.any_instructions = size}) == Advanced::slice) {}
        CAPTURE(size);
        CHECK(machine->trace_hash() == expected);
    }
}

TEST_CASE("stops at every instruction, or at every event, give the same run") {
    const uint64_t expected = undisturbed_hash();
    const auto by_instruction = fresh_machine();
    while (advance(*by_instruction,
                   {.user_instructions = by_instruction->user_instructions() + 1}) !=
           Advanced::ended) {}
    CHECK(by_instruction->trace_hash() == expected);
    const auto by_event = fresh_machine();
    while (advance(*by_event, {.events = by_event->event_count() + 1}) != Advanced::ended) {}
    CHECK(by_event->trace_hash() == expected);
}

TEST_CASE("chaos gives the same run") {
    const uint64_t expected = undisturbed_hash();
    for (const uint64_t every : {1, 2, 13, 1000}) {
        const auto machine = fresh_machine();
        machine->chaos_every = every;
        REQUIRE(advance(*machine, {}) == Advanced::ended);
        CAPTURE(every);
        CHECK(machine->trace_hash() == expected);
    }
}

TEST_CASE("a collection may move the block while it dooms what it found unreachable") {
    constexpr const char* dooms = R"(
import gc
import weakref


class Cyclic:
    def __init__(self):
        self.me = self

    def __del__(self):
        print("gone")


def watched():
    cyclic = Cyclic()
    return weakref.ref(cyclic, lambda reference: print("died"))


kept = [watched() for _ in range(40)]
gc.collect()
print("end", len(kept))
)";
    const auto undisturbed = fresh_machine(dooms), moved = fresh_machine(dooms);
    REQUIRE(advance(*undisturbed, {}) == Advanced::ended);
    moved->chaos_every = 1;
    REQUIRE(advance(*moved, {}) == Advanced::ended);
    CHECK(moved->trace_hash() == undisturbed->trace_hash());
}

TEST_CASE("every kind of loop stops at a limit") {
    for (const std::string loop : {
             "x = 0\nwhile x < 10**9: x += 1",
             "x = 0\nwhile not x == 10**9: x += 1",
             "x = 0\nwhile x is not None: x += 1",
             "x = None\nwhile x is None: pass",
             "x = (i for i in ())\nwhile x is not None: pass",  // a mortal
             "x = [0]\nwhile x: pass",
             "x = 0\nwhile True: x += 1",
             "for x in iter(int, 1): pass",
         }) {
        const auto machine = fresh_machine(loop.c_str());
        CAPTURE(loop);
        REQUIRE(advance(*machine, {.user_instructions = 100'000}) == Advanced::instructions);
        CHECK(machine->user_instructions() == 100'000);
        REQUIRE(advance(*machine, {.any_instructions = 1'000'000}) == Advanced::slice);
        CHECK(machine->user_instructions() < 5'000'000);
    }
}

TEST_CASE("a thread that loops by a condition gives up the GIL") {
    const auto machine = fresh_machine(R"(
import threading

done = False


def end():
    global done
    done = True


thread = threading.Thread(target=end)
thread.start()
turns = 0
while not done:
    turns += 1
)");
    CHECK(advance(*machine, {.user_instructions = 10'000'000}) == Advanced::ended);
}

TEST_CASE("what the frames of waiting threads hold survives collections that pass them over") {
    constexpr const char* waiting = R"(
import threading

turn = threading.Condition()
whose = 0


def work(number, deep):
    global whose
    if deep:
        kept = [str(number * 1000 + deep)]
        return work(number, deep - 1) + len(kept[0])
    said = []
    for round in range(4):
        words = [str(number), str(round)]
        with turn:
            turn.wait_for(lambda: whose == number)
            said.append("-".join(words))
            waste = [str(each) * 20 for each in range(4000)]
            whose = (number + 1) % 20
            turn.notify_all()
    ends.append(" ".join(said))
    return 0


ends = []
threads = [threading.Thread(target=work, args=(n, n)) for n in range(20)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
assert ends == [f"{n}-0 {n}-1 {n}-2 {n}-3" for n in range(20)], ends
)";
    for (const char* knobs : {"cores=4", "gil=none,cores=4", "gil=none,cores=1,policy=priority"}) {
        const auto machine = fresh_machine(waiting, knobs);
        CAPTURE(knobs);
        REQUIRE(advance(*machine, {}) == Advanced::ended);
        CHECK(machine->root().exit_status == 0);
        CHECK(machine->vm.block.header().collection_count > 50);
    }
}

namespace {

// Threads on cores of their own, at the same object, with work in natives, generators that die,
// locks, timers and quanta on the way.
constexpr const char* sharing = R"(
import threading
import time

lock = threading.Lock()
seen, total = [], 0


def numbers(n):
    try:
        yield from range(n)
    finally:
        seen.append(n)


def work(name):
    global total
    for i in range(30):
        total += sum(range(name * 40)) + len(sorted(str(i) * name))
        for number in numbers(4):
            if number == 2:
                break
        if i % 7 == name:
            with lock:
                time.sleep(0.000001 * i)
        waste = [[i, name] for each in range(50)]
    print(name, time.perf_counter(), len(seen), total)


threads = [threading.Thread(target=work, args=(n,)) for n in range(5)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
)";
constexpr const char* sharing_machines[] = {
    "cores=4,gil=none", "cores=3,gil=none,slow_cores=1,slow_core_percent=30,quantum_ns=3000",
    "cores=2,gil=none,policy=priority,instruction_ns=7",
    "cores=8,gil=none,policy=random,quantum_ns=1000,seed=4"};

template <typename T>
bool same(const T& left, const T& right) {
    return std::memcmp(&left, &right, sizeof(T)) == 0;
}

}  // namespace

TEST_CASE("turns inside the loop are those outside it: the same run and state") {
    for (const char* knobs : sharing_machines) {
        CAPTURE(knobs);
        const auto inside = fresh_machine(sharing, knobs), outside = fresh_machine(sharing, knobs);
        // With an event as its limit a run leaves the loop at every instruction.
        const AdvanceLimits never{.events = unlimited - 1};
        uint64_t turns = 0;
        for (uint64_t at = 1'000; !inside->ended(); at += 1'000) {
            advance(*inside, {.user_instructions = at});
            advance(*outside, {.user_instructions = at, .events = never.events});
            CAPTURE(at);
            turns = std::max(turns, inside->turns.taken);
            REQUIRE(outside->turns.taken == 0);
            REQUIRE(inside->trace_hash() == outside->trace_hash());
            REQUIRE(inside->now_ns() == outside->now_ns());
            settle(*inside);
            settle(*outside);
            REQUIRE(same(inside->root(), outside->root()));
            for (uint32_t core = 0; core < core_count(*inside); ++core)
                REQUIRE(same(inside->vm.block[core_at(*inside, core)],
                             outside->vm.block[core_at(*outside, core)]));
        }
        CHECK(outside->ended());
        CHECK(turns > 100);
        CHECK(inside->root().exit_status == 0);
    }
}

TEST_CASE("turns inside the loop end at any slice, instruction or move of the block") {
    for (const char* knobs : sharing_machines) {
        CAPTURE(knobs);
        const auto undisturbed = fresh_machine(sharing, knobs);
        REQUIRE(advance(*undisturbed, {}) == Advanced::ended);
        const uint64_t expected = undisturbed->trace_hash();
        for (const uint64_t size : {1, 5, 64, 3000}) {
            const auto sliced = fresh_machine(sharing, knobs);
            uint64_t slices = 0;
            while (advance(*sliced, {.any_instructions = size}) == Advanced::slice) ++slices;
            CHECK(sliced->trace_hash() == expected);
            CHECK(slices > 10);
        }
        const auto shaken = fresh_machine(sharing, knobs);
        shaken->chaos_every = 3000;
        REQUIRE(advance(*shaken, {}) == Advanced::ended);
        CHECK(shaken->trace_hash() == expected);
        CHECK(shaken->vm.block.moves > 10);
        const auto stepped = fresh_machine(sharing, knobs);
        while (advance(*stepped, {.user_instructions = stepped->user_instructions() + 3}) !=
               Advanced::ended) {}
        CHECK(stepped->trace_hash() == expected);
    }
}
