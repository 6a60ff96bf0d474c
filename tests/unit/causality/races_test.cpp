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

// --- between processes ---

namespace {

constexpr uint32_t shared_pipe = 6000;

RaceUse shared_use(uint32_t thread, bool writes, uint32_t own_lock = 0) {
    RaceUse made = use(thread, writes, own_lock != 0);
    made.shared = true;
    made.own_lock = own_lock;
    return made;
}

}  // namespace

TEST_CASE("an item of a pipe brings what its sender knew, and nothing of other senders") {
    RaceDetector detector = two_threads();
    constexpr Part other{2000, AccessPart::item, 0};
    detector.access(touched, shared_use(1, true));
    detector.put(1, shared_pipe);
    detector.access(other, shared_use(2, true));
    detector.put(2, shared_pipe);
    detector.got(0, shared_pipe);
    CHECK(!detector.access(touched, shared_use(0, true)));
    CHECK(detector.access(other, shared_use(0, true)));
}

TEST_CASE("who sees what is in a pipe, or that it is closed, is behind all who did that") {
    RaceDetector detector = two_threads();
    detector.access(touched, shared_use(1, true));
    detector.closed(1, shared_pipe);
    CHECK(detector.access(touched, shared_use(2, false)));
    detector.looked(0, shared_pipe);
    CHECK(!detector.access(touched, shared_use(0, false)));
}

TEST_CASE("a lock that an access takes for itself does not make two of them one") {
    RaceDetector detector = two_threads();
    for (const uint32_t thread : {1u, 2u})
        for (const bool writes : {false, true}) {
            detector.got(thread, shared_pipe);
            const bool races = detector.access(touched, shared_use(thread, writes, shared_pipe));
            CHECK(races == (thread == 2 && writes));
            detector.put_back(thread, shared_pipe);
        }
    REQUIRE(detector.races().size() == 1);
    CHECK(detector.races()[0].guard == shared_pipe);
    CHECK(detector.races()[0].guard_is_own);
    CHECK(detector.races()[0].fails_with_gil);
}

TEST_CASE("setting and looking, each under the lock of what is set, is no race") {
    RaceDetector detector = two_threads();
    detector.access(touched, shared_use(1, true, shared_pipe));
    CHECK(!detector.access(touched, shared_use(2, false, shared_pipe)));
    CHECK(!detector.access(touched, shared_use(1, true, shared_pipe)));
}

TEST_CASE("memory is cut where accesses begin and end, and what is known stays true of the parts") {
    RaceDetector detector = two_threads();
    Pieces pieces;
    const auto access = [&](uint32_t thread, uint32_t begin, uint32_t end) {
        std::vector<Part> parts;
        std::vector<Pieces::Cut> cuts;
        pieces.touch(1000, begin, end, parts, cuts);
        for (const Pieces::Cut& cut : cuts) detector.cut(cut);
        bool races = false;
        for (const Part& part : parts)
            races |= detector.access(part, shared_use(thread, true)) != nullptr;
        return races;
    };
    CHECK(!access(1, 0, 8));
    CHECK(!access(2, 8, 16));
    CHECK(access(2, 6, 8));
}
