// The queue of the events: where its values are, and what memory it takes.
#include <doctest/doctest.h>

#include <algorithm>

#include "history/chunked_queue.h"

using namespace meada;

namespace {

using Numbers = ChunkedQueue<uint64_t>;
constexpr size_t chunk = Numbers::chunk_count;

// from, from + 1, …
Numbers numbers(uint64_t from, size_t count) {
    Numbers queue;
    for (size_t index = 0; index < count; ++index) queue.push_back(from + index);
    return queue;
}

}  // namespace

TEST_CASE("values are found by index, across chunks and after the front has moved") {
    Numbers queue = numbers(0, 3 * chunk + 5);
    CHECK(queue.size() == 3 * chunk + 5);
    for (size_t gone = 0; gone < 2 * chunk; ++gone) {
        REQUIRE(queue.front() == gone);
        queue.pop_front();
    }
    REQUIRE(queue.size() == chunk + 5);
    for (size_t index = 0; index < queue.size(); ++index)
        REQUIRE(queue[index] == 2 * chunk + index);
    CHECK(queue.back() == 3 * chunk + 4);
}

TEST_CASE("a value stays where it is until it goes") {
    Numbers queue = numbers(0, 10);
    const uint64_t* const seventh = &queue[7];
    for (uint64_t number = 10; number < 50 * chunk; ++number) queue.push_back(number);
    for (int gone = 0; gone < 7; ++gone) queue.pop_front();
    CHECK(&queue.front() == seventh);
    CHECK(*seventh == 7);
}

TEST_CASE("a value made in the queue's room is pushed without a copy") {
    Numbers queue;
    for (uint64_t number = 0; number < 3 * chunk; ++number) {
        uint64_t* const room = queue.room();
        *room = number;
        REQUIRE(&queue.push_back(*room) == room);
    }
    CHECK(std::ranges::is_sorted(queue));
    CHECK(queue.size() == 3 * chunk);
}

TEST_CASE("a queue of constant length takes the same memory for ever") {
    Numbers queue = numbers(0, 2 * chunk);
    size_t most = 0;
    for (uint64_t number = 2 * chunk; number < 100 * chunk; ++number) {
        queue.push_back(number);
        queue.pop_front();
        most = std::max(most, queue.size_bytes());
    }
    CHECK(queue.front() == 98 * chunk);
    CHECK(queue.back() == 100 * chunk - 1);
    CHECK(most <= 4 * chunk * sizeof(uint64_t));
}

TEST_CASE("a queue that has grown short gives its memory back") {
    Numbers queue = numbers(0, 40 * chunk);
    while (queue.size() > 1) queue.pop_front();
    CHECK(queue.front() == 40 * chunk - 1);
    CHECK(queue.size_bytes() <= 3 * chunk * sizeof(uint64_t));
    queue.pop_front();
    CHECK(queue.empty());
    CHECK(queue.begin() == queue.end());
    queue.push_back(3);
    CHECK(queue.front() == 3);
    CHECK(queue.size() == 1);
}

TEST_CASE("its iterators are those of random access") {
    static_assert(std::random_access_iterator<Numbers::const_iterator>);
    Numbers queue = numbers(0, 5 * chunk);
    for (size_t gone = 0; gone < chunk + 3; ++gone) queue.pop_front();
    const auto found = std::ranges::lower_bound(queue, 3 * chunk);
    REQUIRE(found != queue.end());
    CHECK(*found == 3 * chunk);
    CHECK(found - queue.begin() == static_cast<std::ptrdiff_t>(2 * chunk - 3));
    CHECK(queue.end() - queue.begin() == static_cast<std::ptrdiff_t>(queue.size()));
    CHECK(found[-1] == 3 * chunk - 1);
    CHECK(std::ranges::is_sorted(queue));
}

TEST_CASE("moved from, a queue is empty and can be used") {
    Numbers from = numbers(7, 3);
    const Numbers to = std::move(from);
    CHECK(to.back() == 9);
    from.push_back(1);
    CHECK(from.size() == 1);
    CHECK(Numbers{4, 5, 6}[1] == 5);
}
