#include <doctest/doctest.h>

#include "cli/commands.h"

using namespace meada;

TEST_CASE("--epoch takes seconds or a moment in UTC, and it comes with the scenario") {
    const SubCommand& command = run_sub_command;
    const auto epoch = [&](const std::string& text) -> uint64_t {
        const auto options = parse_options(command, {"--epoch", text, "script.py"});
        if (!options) return 1;
        MachineSpec spec;
        for (const std::string& settings : options->machine) CHECK(set_knobs(spec, settings));
        return spec.epoch_s;
    };
    CHECK(epoch("0") == 0);
    CHECK(epoch("1970-01-02") == 86400);
    CHECK(epoch("2024-02-29T12:30:01") == 1709209801);
    CHECK(epoch("2023-02-29") == 1);
    CHECK(epoch("2024-02-29 12:30:01") == 1);
    CHECK(epoch("2024-02-29T24:00:00") == 1);
    CHECK(epoch("9000000001") == 1);
    Scenario scenario;
    scenario.spec.epoch_s = 86400;
    const auto again = scenario_from_json(to_json(scenario));
    REQUIRE(again);
    CHECK(again->spec.epoch_s == 86400);
}
