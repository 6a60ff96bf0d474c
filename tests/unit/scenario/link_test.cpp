#include <doctest/doctest.h>

#include "scenario/scenario.h"

using namespace meada;

namespace {

Scenario full_scenario() {
    Scenario scenario;
    scenario.file_name = "ação.py";
    scenario.source = "print(\"olá\")\n";
    scenario.input = "linha\n";
    scenario.arguments = {"--depressa", "2"};
    scenario.modules = {{"shop", "shop/__init__.py", "", true},
                        {"shop.stock", "shop/stock.py", "apples = 3\n", false}};
    scenario.spec.seed = 7;
    scenario.decisions = {{1, 4, DecisionKind::next_thread, 2}};
    scenario.position = {2, 15, 3};
    scenario.trace_prefix = 0x80000001;
    return scenario;
}

std::string code_of(const Result<Scenario>& result) {
    return result ? "none" : name_of(result.error().code);
}

}  // namespace

TEST_CASE("a link gives back the whole scenario, from a fragment or an address") {
    const Scenario scenario = full_scenario();
    const std::string link = to_link(scenario);
    REQUIRE(is_link(link));
    const auto read = scenario_from_link(link);
    REQUIRE(read);
    CHECK(*read == scenario);
    const auto from_address = scenario_from_link("https://example.org/meada/" + link + "\n");
    REQUIRE(from_address);
    CHECK(*from_address == scenario);
}

TEST_CASE("a damaged link says what is wrong at which character") {
    const std::string link = to_link(full_scenario());
    const auto bad = [&](const std::string& text, Reason reason, size_t character) {
        const auto read = scenario_from_link(text);
        CAPTURE(text);
        REQUIRE_FALSE(read);
        CHECK(read.error().code == ErrorCode::link_damaged);
        CHECK(read.error().arguments[0] == reason_argument(reason));
        CHECK(read.error().arguments[1] == std::to_string(character));
        CHECK(read.error().arguments[2] == std::to_string(text.size()));
    };
    bad("#", Reason::no_link_prefix, 1);
    bad("#mx.AAAA", Reason::no_version, 3);
    bad(link.substr(0, 10) + "%" + link.substr(10), Reason::not_a_link_character, 11);
    bad(link.substr(0, 8), Reason::cut_short, 8);
    std::string changed = link;
    changed[5] = changed[5] == 'A' ? 'B' : 'A';  // of the checksum
    bad(changed, Reason::checksum_differs, 5);
}

TEST_CASE("every change of one character of a link is found") {
    const Scenario scenario = full_scenario();
    const std::string link = to_link(scenario);
    for (size_t index = 1; index < link.size(); ++index) {
        std::string changed = link;
        changed[index] = changed[index] == 'A' ? 'B' : 'A';
        CAPTURE(index);
        CHECK_FALSE(scenario_from_link(changed));
    }
    for (size_t size = 0; size < link.size(); ++size)
        CHECK_FALSE(scenario_from_link(link.substr(0, size)));
}

TEST_CASE("a scenario's JSON with a mistake says where it is") {
    const auto place_of = [](std::string_view text) {
        const auto read = scenario_from_json(text);
        return read ? std::string("none") : code_of(read) + " " + read.error().place;
    };
    CHECK(place_of("{\"meada\":1,}") == "json_syntax 12");
    CHECK(place_of("{\"meada\":1,\"source\":\"\xff\"}") == "json_syntax 21");
    CHECK(place_of("[]") == "json_field {}");
    CHECK(place_of("{\"meada\":1}") == "json_field source");
    CHECK(place_of(R"({"meada":1,"source":"","input_ends":1})") == "json_field input_ends");
    CHECK(place_of(R"({"meada":1,"source":"","modules":[{"file":"a.py"}]})") ==
          "json_field modules[0].name");
    CHECK(place_of(R"({"meada":1,"source":"","modules":[{"name":"a","package":"yes"}]})") ==
          "json_field modules[0].package");
    CHECK(place_of("{\"meada\":9,\"source\":\"\"}") == "link_version meada");
    CHECK(place_of("{\"meada\":1,\"source\":\"\",\"position\":{\"event\":-1}}") ==
          "json_field position.event");
    CHECK(place_of("{\"meada\":1,\"source\":\"\",\"decisions\":[{\"kind\":\"juggle\"}]}") ==
          "json_field decisions[0].kind");
    CHECK(place_of("{\"meada\":1,\"source\":\"\",\"machine\":{\"gil\":7}}") == "knob_range gil");
}

TEST_CASE("a position's text is read back, and nothing else is") {
    const Position position{2, 15, 3};
    CHECK(to_text(position) == "2.15+3");
    CHECK(position_from_text("2.15+3") == position);
    CHECK(position_from_text("2.15") == Position{2, 15, 0});
    for (const char* bad : {"", "2", "2.", ".15", "2.15+", "2.15+3 ", "4294967296.1", "a.b"})
        CHECK_FALSE(position_from_text(bad));
}
