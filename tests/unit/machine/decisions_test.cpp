#include "machine/decisions.h"

#include "doctest/doctest.h"

using namespace meada;

TEST_CASE("a decision log holds deviations by thread and scheduling point") {
    DecisionLog log;
    log.set({2, 5, DecisionKind::next_thread, 1});
    log.set({1, 9, DecisionKind::hand_over, 3});
    CHECK(log.option(2, 5, DecisionKind::next_thread, 2) == 1);
    CHECK(log.option(1, 9, DecisionKind::hand_over, 4) == 3);
    REQUIRE(log.decisions().size() == 2);
    CHECK(log.decisions()[0].thread == 1);
}

TEST_CASE("where the log says nothing sensible, the default option is taken") {
    DecisionLog log;
    log.set({2, 5, DecisionKind::next_thread, 1});
    CHECK(log.option(2, 6, DecisionKind::next_thread, 2) == 0);   // nothing there
    CHECK(log.option(2, 5, DecisionKind::hand_over, 2) == 0);     // another kind
    CHECK(log.option(2, 5, DecisionKind::next_thread, 1) == 0);   // no such option
}

TEST_CASE("choosing the default takes a deviation away") {
    DecisionLog log;
    log.set({2, 5, DecisionKind::next_thread, 1});
    log.set({2, 5, DecisionKind::next_thread, 2});
    CHECK(log.option(2, 5, DecisionKind::next_thread, 3) == 2);
    log.set({2, 5, DecisionKind::next_thread, 0});
    CHECK(log.decisions().empty());
}
