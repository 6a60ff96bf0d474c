// What a view can ask of a machine that stands still.
#include <doctest/doctest.h>

#include <algorithm>

#include "history/history.h"
#include "library/library.h"

using namespace meada;

namespace {

MachineState state_at(const char* source, uint64_t user_instructions) {
    Scenario scenario;
    scenario.source = source;
    auto made = make_machine(scenario, linked_boot_image());
    REQUIRE(made);
    advance(**made, {.user_instructions = user_instructions});
    return inspect(**made);
}

}  // namespace

TEST_CASE("a queue in a local of a coroutine is seen, with what lies in it and who waits") {
    const MachineState state = state_at(R"(
import asyncio

async def baker(shelf):
    await shelf.put("rye")
    await shelf.put("oat")
    await shelf.put("one too many")

async def main():
    bread = asyncio.Queue(2)
    task = asyncio.create_task(baker(bread))
    await asyncio.sleep(1)
    x = 0
    while True:
        x += 1

asyncio.run(main())
)", 10'000);
    REQUIRE(state.syncs.size() == 1);
    const SyncState& bread = state.syncs[0];
    CHECK((bread.name == "bread" || bread.name == "shelf"));
    CHECK(bread.kind == SyncKind::async_queue);
    CHECK(bread.value == 2);
    REQUIRE(bread.waiters.size() == 1);
    const auto waits = [&](const TaskState& task) { return task.serial == bread.waiters[0]; };
    const auto task = std::ranges::find_if(state.tasks, waits);
    REQUIRE(task != state.tasks.end());
    CHECK(task->coroutine == "baker");
}

TEST_CASE("a lock that only functions of threads name is seen, once") {
    const MachineState state = state_at(R"(
import threading

def hold(mine):
    with mine:
        while True:
            pass

def main():
    lock = threading.Lock()
    thread = threading.Thread(target=hold, args=(lock,))
    thread.start()
    with lock:
        pass

main()
)", 2'000'000);
    const auto is_lock = [](const SyncState& sync) { return sync.kind == SyncKind::lock; };
    REQUIRE(std::ranges::count_if(state.syncs, is_lock) == 1);
    const SyncState& lock = *std::ranges::find_if(state.syncs, is_lock);
    CHECK(lock.holder != 0);
    CHECK(lock.waiters.size() == 1);
}
