#include "app/bookmark_list.h"

#include <doctest/doctest.h>

#include "app/bookmark_list.cpp"

using namespace meada::app;

TEST_CASE("bookmarks come back from a setting as they went in, and nonsense is left out") {
    const std::vector<Bookmark> all = {
        {0xfedcba9876543210u, {2, 15, 3}, 120, 4'000, 1'234'567, "the race, não é?"},
        {7, {1, 1, 0}, 1, 0, 0, "start"}};
    const std::string text = to_text(all);
    CHECK(bookmarks_from_text(text) == all);
    const std::string nonsense = "12 2.15\n12 2.15 1 x 3 name\n12 0.x 1 2 3 name\n";
    CHECK(bookmarks_from_text("nonsense\n" + text + nonsense) == all);
    CHECK(bookmarks_from_text("7 1.1 1 0 0 \n").empty());
    CHECK(bookmarks_from_text("7 1.1 1 0 0 " + std::string(500, 'x') + "\n")[0].name.size() < 100);
}

TEST_CASE("a bookmark belongs to a script on a machine, whatever is typed into it") {
    meada::Scenario scenario;
    scenario.source = "print(input())\n";
    const uint64_t key = run_key(scenario);
    scenario.position = {1, 4, 2};
    scenario.input = "hello\n";
    scenario.trace_prefix = 9;
    CHECK(run_key(scenario) == key);
    scenario.spec.cores = 1;
    CHECK(run_key(scenario) != key);
}

TEST_CASE("one goes from bookmark to bookmark in the order of the run's moments") {
    const std::vector<Bookmark> all = {{7, {1, 9, 0}, 9, 90, 900, "late"},
                                       {8, {1, 5, 0}, 5, 50, 500, "of another run"},
                                       {7, {1, 3, 4}, 3, 34, 300, "early"}};
    meada::Moment moment;
    moment.cursor_event = 5;
    moment.cursor_instruction = 50;
    using meada::Direction;
    using meada::Position;
    const auto goes_to = [&](Direction direction) {
        const Commands commands = go_to_bookmark(bookmarks_of_run(all, 7), moment, direction);
        return commands.empty() ? Position{} : std::get<meada::command::Seek>(commands[0]).position;
    };
    CHECK(goes_to(Direction::forward) == Position{1, 9, 0});
    CHECK(goes_to(Direction::backward) == Position{1, 3, 4});
    moment.cursor_event = 9;
    moment.cursor_instruction = 90;
    CHECK(goes_to(Direction::forward) == Position{});
}
