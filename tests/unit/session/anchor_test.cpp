// A link's moment is found again; where the run is another one, that is known.
#include <doctest/doctest.h>

#include "session/session.h"
#include "session/to_the_end.h"

using namespace meada;
using testing::finish;

namespace {

Scenario moment_of(const char* source, Command command) {
    Scenario scenario;
    scenario.source = source;
    Session session;
    REQUIRE(session.open(scenario));
    finish(session);
    REQUIRE(session.apply(command));
    finish(session);
    return session.scenario_here();
}

Anchor anchor_of(const Scenario& scenario) {
    Session session;
    REQUIRE(session.open(scenario));
    finish(session);
    return session.anchor();
}

}  // namespace

constexpr const char* counting = "for i in range(5):\n    print(i)\n";

TEST_CASE("a moment's own scenario leads there, by the same events") {
    for (uint64_t event = 8; event < 15; ++event) {
        const Scenario scenario = moment_of(counting, command::SeekEvent{event});
        Session session;
        REQUIRE(session.open(scenario));
        finish(session);
        CHECK(session.anchor() == Anchor::exact);
        CHECK(session.moment().position == scenario.position);
        CHECK(session.moment().cursor_event == event + 1);
    }
}

TEST_CASE("a moment of another run is found by its number, and that it is another run is said") {
    Scenario scenario = moment_of(counting, command::SeekEvent{10});
    scenario.source = "for i in range(5):\n    print(i + 1)\n";
    CHECK(anchor_of(scenario) == Anchor::other_run);
}

TEST_CASE("a moment that the run never comes to leads to its end") {
    Scenario scenario = moment_of(counting, command::SeekEvent{10});
    scenario.source = "pass\n";
    Session session;
    REQUIRE(session.open(scenario));
    finish(session);
    CHECK(session.anchor() == Anchor::unreached);
    CHECK(session.moment().cursor_event == session.moment().end_event);
}

TEST_CASE("a scenario without a position has no anchor") {
    Scenario scenario;
    scenario.source = counting;
    CHECK(anchor_of(scenario) == Anchor::none);
}
