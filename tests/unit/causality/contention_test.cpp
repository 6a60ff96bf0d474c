#include <doctest/doctest.h>

#include "causality/causality.h"

using namespace meada;

namespace {
constexpr Part contended{1000, AccessPart::attribute, 7};
}

TEST_CASE("a part is contended if two threads use it at once and one of them writes") {
    Contention contention;
    std::set<Part> found;
    contention.created(0, 1);
    contention.created(0, 2);
    contention.access(1, contended, false, found);
    contention.access(2, contended, false, found);
    CHECK(found.empty());
    contention.access(2, contended, true, found);
    CHECK(found == std::set<Part>{contended});
}

TEST_CASE("what starts and joins order is not contended") {
    Contention contention;
    std::set<Part> found;
    contention.access(0, contended, true, found);
    contention.created(0, 1);
    contention.access(1, contended, true, found);
    contention.joined(0, 1);
    contention.access(0, contended, true, found);
    CHECK(found.empty());
}

TEST_CASE("a whole container and its item contend, two items do not") {
    const Part whole{1000, AccessPart::whole, 0};
    const Part first{1000, AccessPart::item, 1}, second{1000, AccessPart::item, 2};
    Contention contention;
    std::set<Part> found;
    contention.created(0, 1);
    contention.access(1, first, true, found);
    contention.access(0, second, true, found);
    CHECK(found.empty());
    contention.access(0, whole, false, found);
    CHECK(found == std::set<Part>{whole, first});
}

TEST_CASE("executions that differ in the order of independent steps are one trace") {
    const Part other{1000, AccessPart::attribute, 8};
    TraceClocks forward, backward, conflicting;
    forward.step(1, {{contended, true}});
    forward.step(2, {{other, true}});
    backward.step(2, {{other, true}});
    backward.step(1, {{contended, true}});
    CHECK(forward.hash() == backward.hash());
    conflicting.step(1, {{contended, true}});
    conflicting.step(2, {{contended, true}});
    CHECK(conflicting.hash() != forward.hash());
}
