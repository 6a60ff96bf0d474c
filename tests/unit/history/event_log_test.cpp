// The log keeps the newest events within its bounds, however many there are and however much they
// print.
#include <doctest/doctest.h>

#include "history/history.h"

using namespace meada;

namespace {

Event printing(std::string text) {
    Event event;
    event.thread = 1;
    event.detail = event::printed{Stream::out, std::move(text)};
    return event;
}

}  // namespace

TEST_CASE("of many events the newest are kept, and they keep their numbers") {
    EventLog log;
    Event event;
    event.thread = 1;
    const uint64_t count = 3 * events_max;
    for (uint64_t number = 0; number < count; ++number) {
        event.time_ns = number;
        log.add(number, event);
        log.add(number, event);  // a replay's: known already
    }
    CHECK(log.end() == count);
    CHECK(log.events().size() <= events_max);
    CHECK(log.events().size() >= events_max / 2);
    CHECK(log.find(log.first())->time_ns == log.first());
    CHECK(log.find(log.first() - 1) == nullptr);
    CHECK(log.count_in_thread(count - 1) == count);
    CHECK(log.event_of_thread(1, count) == count - 1);
    CHECK(log.first_at(count - 10) == count - 10);
    CHECK(log.size_bytes() < 40u << 20);
}

TEST_CASE("what is printed takes no more than its share") {
    EventLog log;
    const std::string line = std::string(99'999, 'x') + "\n";
    for (uint64_t number = 0; number < 5'000; ++number) log.add(number, printing(line));
    CHECK(log.end() == 5'000);
    CHECK(log.size_bytes() < 3 * text_bytes_max);
    CHECK(log.output().back().text.size() == output_line_bytes_max);
    CHECK(log.output().back().event == 4'999);
}

TEST_CASE("a text is cut between characters") {
    EventLog log;
    std::string text(printed_bytes_max - 1, 'x');
    log.add(0, printing(text + "ção"));
    CHECK(std::get<event::printed>(log.events()[0].detail).text == text);
    CHECK(log.output()[0].text == text);
}
