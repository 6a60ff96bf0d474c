// An endless run: what history keeps stays under its cap, however often it has been thinned, and
// every place is the same on the way forward and back.
#include <doctest/doctest.h>

#include <map>

#include "history/history.h"
#include "library/library.h"

using namespace meada;

namespace {

constexpr const char* endless = R"(
import asyncio
async def tick(n):
    while True:
        await asyncio.sleep(0.1)
        n += 1
asyncio.run(tick(0))
)";

constexpr uint64_t cap_bytes = 2u << 20;
constexpr uint64_t step = 50'000;  // instructions between two checkpoints

}  // namespace

TEST_CASE("an endless run is thinned to its cap, and its places stay what they were") {
    Scenario scenario;
    scenario.source = endless;
    auto made = make_machine(scenario, linked_boot_image());
    auto other = make_machine(scenario, linked_boot_image());
    REQUIRE((made && other));
    Machine& head = **made;
    Checkpoints all(cap_bytes);
    all.begin(head, linked_boot_image());
    std::map<uint64_t, uint64_t> hashes;  // by the work done
    for (uint64_t done = step; done <= 300 * step; done += step) {
        advance(head, {.any_instructions = step});
        hashes[done] = head.trace_hash();
        all.take(head, done);
        CHECK(all.size_bytes() <= cap_bytes);
    }
    CHECK(all.dropped() > 10);
    size_t at = Checkpoints::npos;
    const auto check = [&](size_t index) {
        all.restore(**other, index, at);
        CHECK((*other)->trace_hash() == hashes[all[index].work]);
    };
    for (size_t index = 1; index < all.count(); ++index) check(index);
    for (size_t index = all.count(); index-- > 1;) check(index);
    for (size_t index = 1; index < all.count(); index += 2) check(index);
    // The newest ones lie close together: a step back from the end is quick.
    const size_t last = all.count() - 1;
    CHECK(all[last].work - all[last - 1].work == step);
}
