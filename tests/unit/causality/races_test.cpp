#include <doctest/doctest.h>

#include "causality/causality.h"

using namespace meada;

namespace {

constexpr Part touched{1000, AccessPart::attribute, 7};
constexpr uint32_t lock = 5000;

RaceUse use(uint32_t thread, bool writes, bool atomic = false) {
    RaceUse made;
    made.thread = thread;
    made.place = thread;
    made.writes = writes;
    made.atomic = atomic;
    return made;
}

RaceDetector two_threads() {
    RaceDetector detector;
    detector.created(0, 1);
    detector.created(0, 2);
    return detector;
}

}  // namespace

TEST_CASE("two accesses without an order are a race, counted once a pair of places") {
    RaceDetector detector = two_threads();
    CHECK(!detector.access(touched, use(1, true)));
    CHECK(detector.access(touched, use(2, false)));
    CHECK(!detector.access(touched, use(2, true)));
    REQUIRE(detector.races().size() == 1);
    CHECK(detector.races()[0].count == 2);
    CHECK(detector.races()[0].second.writes);
}

TEST_CASE("a lock that is given on orders them") {
    RaceDetector detector = two_threads();
    for (const uint32_t thread : {1u, 2u}) {
        detector.took(thread, lock, true);
        CHECK(!detector.access(touched, use(thread, true)));
        detector.gave(thread, lock);
    }
}

TEST_CASE("the lock of other accesses is told") {
    RaceDetector detector = two_threads();
    detector.took(1, lock, true);
    detector.access(touched, use(1, true));
    detector.gave(1, lock);
    CHECK(detector.access(touched, use(2, true)));
    CHECK(detector.races()[0].guard == lock);
}

TEST_CASE("two native methods are no race") {
    RaceDetector detector = two_threads();
    CHECK(!detector.access(touched, use(1, true, true)));
    CHECK(!detector.access(touched, use(2, true, true)));
    CHECK(detector.access(touched, use(1, false)));
}

TEST_CASE("the GIL hides a race that it cannot be handed over in") {
    for (const bool calls : {false, true}) {
        RaceDetector detector = two_threads();
        for (const uint32_t thread : {1u, 2u}) {
            detector.access(touched, use(thread, false));
            if (calls) detector.could_hand_over(thread);
            detector.access(touched, use(thread, true));
        }
        REQUIRE(!detector.races().empty());
        CHECK(detector.races()[0].fails_with_gil == calls);
    }
}
