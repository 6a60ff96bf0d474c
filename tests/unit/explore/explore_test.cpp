#include <doctest/doctest.h>

#include "explore/explore.h"
#include "history/history.h"
#include "library/library.h"

using namespace meada;

namespace {

constexpr const char* two_counters = R"(
import threading

c = 0


def count():
    global c
    c += 1


threads = [threading.Thread(target=count) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(c)
)";

std::unique_ptr<Machine> machine_for(const char* source) {
    Scenario scenario;
    scenario.source = source;
    scenario.spec.interleaved = 1;
    auto made = make_machine(scenario, linked_boot_image());
    REQUIRE(made);
    return std::move(*made);
}

}  // namespace

TEST_CASE("every order of two increments: six executions, two outcomes") {
    const auto machine = machine_for(two_counters);
    Explorer explorer(*machine, {});
    while (explorer.advance(2)) {}
    const Exploration& found = explorer.found();
    CHECK(found.complete);
    CHECK(found.executions == 6);
    CHECK(found.traces == 4);
    REQUIRE(found.outcomes.size() == 2);
    for (const ExploreOutcome& outcome : found.outcomes) {
        const auto again = machine_for(two_counters);
        for (const Decision& decision : outcome.decisions) again->decisions.set(decision);
        CHECK(advance(*again, {}) == Advanced::ended);
        CHECK(again->root().output_bytes == outcome.output.size());
    }
}

TEST_CASE("a search that was stopped says that it is incomplete") {
    const auto machine = machine_for(two_counters);
    ExploreLimits limits;
    limits.executions = 3;
    Explorer explorer(*machine, limits);
    while (explorer.advance(100)) {}
    CHECK(!explorer.found().complete);
    CHECK(explorer.found().executions == 3);
}

TEST_CASE("an interleaved run is the same whatever slices it runs in") {
    const auto whole = machine_for(two_counters), sliced = machine_for(two_counters);
    REQUIRE(advance(*whole, {}) == Advanced::ended);
    AdvanceLimits slice;
    slice.any_instructions = 3;
    while (advance(*sliced, slice) == Advanced::slice) {}
    CHECK(sliced->ended());
    CHECK(whole->trace_hash() == sliced->trace_hash());
}
