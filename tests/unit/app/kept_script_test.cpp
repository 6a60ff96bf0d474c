#include "app/kept_script.h"

#include <doctest/doctest.h>

#include "app/kept_script.cpp"

using namespace meada::app;

TEST_CASE("what is set up for a script comes back from a setting as it went in") {
    const KeptScript one = {.script = script_key("print(1)\n"),
                            .breakpoints = {{3, "n > 2", {}, 4}, {9, {}, "n is {n}, não é?", 0}},
                            .watches = {"n", "len(items)"},
                            .pinned = {4, 1},
                            .range_from_ns = 5,
                            .range_to_ns = 1'000'000'000'000};
    const KeptScript other = {.script = script_key("print(2)\n"), .watches = {"x"}};
    std::vector<KeptScript> all;
    keep(all, one);
    keep(all, other);
    CHECK(kept_scripts_from_text(to_text(all)) == all);
    CHECK(kept_of(all, one.script) == one);
    CHECK(kept_of(all, 7) == KeptScript{.script = 7});
}

TEST_CASE("nonsense in a setting is left out") {
    CHECK(kept_scripts_from_text("").empty());
    CHECK(kept_scripts_from_text("[1, {\"watches\": 3}, {\"script\": \"x\"}").empty());
    const auto read = kept_scripts_from_text(
        R"([5, {"script": 8, "breakpoints": [{"line": "x"}, 4, {"line": 2}], "watches": ["a", 1],
            "pinned": [-1, 3], "from": 9, "to": 2}])");
    REQUIRE(read.size() == 1);
    CHECK(read[0].breakpoints == std::vector<meada::command::Breakpoint>{{2}});
    CHECK(read[0].watches == std::vector<std::string>{"a"});
    CHECK(read[0].pinned == std::vector<meada::Serial>{3});
    CHECK(read[0].range_to_ns == read[0].range_from_ns);
}

TEST_CASE("a script that is set up no longer is forgotten, and so is the oldest of too many") {
    std::vector<KeptScript> all;
    for (uint64_t script = 1; script <= kept_scripts_max + 1; ++script)
        keep(all, {.script = script, .watches = {"x"}});
    CHECK(all.size() == kept_scripts_max);
    CHECK(all.front().script == 2);
    keep(all, {.script = 2});
    CHECK(all.front().script == 3);
}
