// The log keeps the newest events within its bounds, however many there are and however much they
// print, and their texts as long.
#include <doctest/doctest.h>

#include "history/history.h"

using namespace meada;

namespace {

Event of_thread(Serial thread, const EventDetail& detail) {
    Event event;
    event.thread = thread;
    event.detail = detail;
    return event;
}
Event printing(const std::string& text) {
    return of_thread(1, event::printed{Stream::out, text});
}
Text printed_in(const Event& event) { return std::get<event::printed>(event.detail).text; }

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
    CHECK(log.events().size() > text_bytes_max / event_text_bytes_max - 2);
    CHECK(log.size_bytes() < 3 * text_bytes_max);
    CHECK(log.output().back().text.size() == output_line_bytes_max);
    CHECK(log.output().back().event == 4'999);
}

TEST_CASE("names take no more than their share, and the event behind them is kept") {
    EventLog log;
    const std::string name(99'999, 'x');
    for (uint64_t number = 0; number < 5'000; ++number)
        log.add(number, of_thread(1, event::task_created{2, name, name}));
    CHECK(log.end() == 5'000);
    CHECK(log.size_bytes() < kept_text_bytes_max + (1u << 20));
    const auto& newest = std::get<event::task_created>(log.find(4'999)->detail);
    CHECK(newest.name == name.substr(0, event_text_bytes_max));
    CHECK(newest.coroutine == newest.name);
}

TEST_CASE("a text is cut between characters") {
    EventLog log;
    const std::string text(event_text_bytes_max - 1, 'x');
    log.add(0, printing(text + "ção"));
    CHECK(printed_in(log.events()[0]) == text);
    CHECK(log.output()[0].text == text);
}

TEST_CASE("an event made where it will be kept has all of its text on the lines") {
    EventLog log;
    const std::string line(event_text_bytes_max - 1, 'x');
    const std::string text = line + "\n" + line + "\n";
    *log.room() = printing(text);
    log.add(0, *log.room());
    REQUIRE(log.output().size() == 2);
    CHECK(log.output()[1].text == line);
    CHECK(printed_in(log.events()[0]) == line + "\n");
    CHECK(log.room() != &log.events()[0]);
}

TEST_CASE("the texts of an event are there as long as the event") {
    EventLog log;
    const uint64_t count = events_max + 50'000;
    for (uint64_t number = 0; number < count; ++number) {
        std::string text = "line " + std::to_string(number) + "\n";
        log.add(number, printing(text));
        text.assign(text.size(), '?');  // the call is over: its text too
    }
    REQUIRE(log.first() == count - events_max);
    bool all_there = true;
    for (uint64_t number = log.first(); number < log.end(); ++number)
        all_there &= printed_in(*log.find(number)) == "line " + std::to_string(number) + "\n";
    CHECK(all_there);
}

TEST_CASE("threads that take turns are counted each by itself") {
    EventLog log;
    // More than are found without a search, and some that fall on the same place there.
    const Serial threads[] = {0, 1, 65, 129, 2, 77};
    const EventDetail detail = event::gil_acquired{0};
    for (uint64_t number = 0; number < 600; ++number)
        log.add(number, of_thread(threads[number % 6], detail));
    for (uint64_t number = 0; number < 600; ++number)
        CHECK(log.count_in_thread(number) == number / 6 + 1);
    CHECK(log.count_of_thread(129) == 100);
    CHECK(log.count_of_thread(3) == 0);
    CHECK(log.event_of_thread(65, 7) == 38);
}

TEST_CASE("threads that ended long ago are forgotten, the living never") {
    ThreadCounts counts;
    uint64_t number = 0;
    counts.count(1, number++, false);  // lives on, and does nothing for long
    for (Serial thread = 2; thread < 100'000; ++thread) {
        counts.count(thread, number++, false);
        counts.count(thread, number++, true);
        counts.forget_before(number - std::min<uint64_t>(number, 1'000));
        REQUIRE(counts.size() <= ThreadCounts::forget_size_min);
    }
    CHECK(counts.of(2) == 0);
    CHECK(counts.of(99'999) == 2);
    CHECK(counts.count(1, number, false) == 2);
}
