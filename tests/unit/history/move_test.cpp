// A run stopped anywhere goes on in another instance of the engine, on another thread, to the same
// end. Built with ThreadSanitizer, too: the two share nothing but the bytes.
#include <doctest/doctest.h>

#include <random>
#include <thread>

#include "history/history.h"
#include "library/library.h"

using namespace meada;

namespace {

constexpr const char* moving_script = R"(
import asyncio
import queue
import random
import threading

items = queue.Queue()


def producer(n):
    for i in range(n):
        items.put(random.random())
    items.put(None)


def squares(n):
    for i in range(n):
        yield i * i


async def waiter(name, lock):
    async with lock:
        await asyncio.sleep(0.01 * name)
        print(name, sum(squares(20)), f"{3 ** 100:,}")


async def main():
    lock = asyncio.Lock()
    await asyncio.gather(*[waiter(n, lock) for n in range(4)])


thread = threading.Thread(target=producer, args=(30,))
thread.start()
total = 0.0
while (item := items.get()) is not None:
    total += item
print(round(total, 6))
asyncio.run(main())
raise SystemExit(5)
)";

struct End {
    uint64_t hash = 0, instructions = 0;
    uint32_t exit_status = 0;
    bool operator==(const End&) const = default;
};

End finish(Machine& machine) {
    advance(machine, {});
    return {machine.trace_hash(), machine.user_instructions(), machine.root().exit_status};
}

Scenario moved_scenario() {
    Scenario scenario;
    scenario.source = moving_script;
    scenario.spec.seed = 11;
    return scenario;
}

std::unique_ptr<Machine> fresh_machine() {
    auto made = make_machine(moved_scenario(), linked_boot_image());
    REQUIRE(made);
    return std::move(*made);
}

Bytes packed_at(uint64_t instruction) {
    const auto machine = fresh_machine();
    REQUIRE(advance(*machine, {.user_instructions = instruction}) == Advanced::instructions);
    return pack_run(*machine, moved_scenario(), linked_boot_image());
}

std::string reason_of(const Bytes& packed) {
    const auto made = unpack_run(packed, linked_boot_image());
    return made ? "none" : made.error().arguments[0];
}

}  // namespace

TEST_CASE("a run moved to another thread at a random instruction comes to the same end") {
    const End expected = finish(*fresh_machine());
    CHECK(expected.exit_status == 5);
    std::mt19937 chance(20240607);
    for (int each = 0; each < 12; ++each) {
        const uint64_t at = 1 + chance() % (expected.instructions - 1);
        CAPTURE(at);
        const Bytes packed = packed_at(at);
        End there, here;
        // Meanwhile this thread runs the same on an engine of its own.
        std::thread other([&] {
            auto moved = unpack_run(packed, linked_boot_image());
            if (moved) there = finish(**moved);
        });
        here = finish(*fresh_machine());
        other.join();
        CHECK(there == expected);
        CHECK(here == expected);
    }
}

TEST_CASE("packing is exact: what is unpacked is packed to the same bytes") {
    for (const uint64_t at : {1, 100, 400}) {
        const Bytes packed = packed_at(at);
        auto made = unpack_run(packed, linked_boot_image());
        REQUIRE(made);
        CHECK(pack_run(**made, moved_scenario(), linked_boot_image()) == packed);
        CHECK(packed.size() < 200'000);  // over the boot image: only what the run has written
    }
}

TEST_CASE("a damaged packed run is refused, whatever was changed") {
    const Bytes packed = packed_at(200);
    for (size_t index = 0; index < packed.size(); index += 97) {
        Bytes changed = packed;
        changed[index] ^= 0x10;
        CAPTURE(index);
        CHECK(reason_of(changed) != "none");
    }
    for (size_t size = 0; size < packed.size(); size += 501)
        CHECK(reason_of(Bytes(packed.begin(), packed.begin() + static_cast<long>(size))) != "none");
    Bytes longer = packed;
    longer.push_back(0);
    CHECK(reason_of(longer) == reason_argument(Reason::something_follows));
    const Bytes other_image(1000, 1);
    const auto made = unpack_run(packed, other_image);
    REQUIRE_FALSE(made);
    CHECK(made.error().arguments[0] == reason_argument(Reason::other_boot_image));
}
