// Copies of texts: they stay where they are, and go with the events that they belong to.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "machine/machine.h"

using namespace meada;

TEST_CASE("a kept text is a copy that stays where it is") {
    KeptTexts texts;
    std::vector<std::string_view> kept;
    for (uint64_t number = 0; number < 20'000; ++number)
        kept.push_back(texts.keep(number, "text " + std::to_string(number)));
    bool all_there = true;
    for (uint64_t number = 0; number < 20'000; ++number)
        all_there &= kept[number] == "text " + std::to_string(number);
    CHECK(all_there);
    CHECK(texts.size_bytes() < 5 * KeptTexts::chunk_bytes);
}

TEST_CASE("texts go when no event before the number needs them, and not sooner") {
    KeptTexts texts;
    const std::string half(KeptTexts::chunk_bytes / 2, 'h');
    for (uint64_t number = 0; number < 8; ++number) texts.keep(number, half);
    CHECK(texts.size_bytes() == 4 * KeptTexts::chunk_bytes);
    texts.drop_before(1);  // event 1 has its text in the same chunk
    CHECK(texts.size_bytes() == 4 * KeptTexts::chunk_bytes);
    texts.drop_before(2);
    CHECK(texts.size_bytes() == 3 * KeptTexts::chunk_bytes);
    texts.drop_before(7);
    CHECK(texts.size_bytes() == KeptTexts::chunk_bytes);
    texts.drop_before(8);
    CHECK(texts.size_bytes() == 0);
    CHECK(texts.keep(8, "again") == "again");
}

TEST_CASE("a long text has a chunk of its own; an empty one has none") {
    KeptTexts texts;
    CHECK(texts.keep(0, "").empty());
    CHECK(texts.size_bytes() == 0);
    const std::string text(3 * KeptTexts::chunk_bytes, 'l');
    CHECK(texts.keep(1, "short") == "short");
    CHECK(texts.keep(1, text) == text);
    CHECK(texts.keep(2, "short") == "short");
    CHECK(texts.size_bytes() == 5 * KeptTexts::chunk_bytes);
}

TEST_CASE("only the texts of an event are shown to who asks for each") {
    Event event;
    event.detail = event::task_created{3, "name", "coroutine"};
    std::string all;
    each_text(event, [&](Text& text) {
        all += text;
        text = "other";
    });
    CHECK(all == "namecoroutine");
    CHECK(std::get<event::task_created>(event.detail) ==
          event::task_created{3, "other", "other"});
    event.detail = event::gil_acquired{5};
    each_text(event, [](Text&) { FAIL("it has none"); });
    static_assert(event_text_count<event::exception_raised> == 2);
    static_assert(event_text_count<event::timer_set> == 1);
}
