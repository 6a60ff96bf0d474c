// What tests of the session do again and again: a command, and all the work that it leads to.
#pragma once

#include <doctest/doctest.h>

#include "session/session.h"

namespace meada::testing {

inline void finish(Session& session) {
    while (session.advance(10'000'000).state == Progress::State::working) {}
}
inline void run(Session& session, const Command& command) {
    REQUIRE(session.apply(command));
    finish(session);
}

// The whole run is known, and the cursor stands at its start.
inline void open_recorded(Session& session, const std::string& source) {
    Scenario scenario;
    scenario.source = source;
    REQUIRE(session.open(scenario));
    run(session, command::Run{});
    run(session, command::SeekEvent{0});
}

}  // namespace meada::testing
