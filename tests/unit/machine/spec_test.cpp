#include "machine/spec.h"

#include "doctest/doctest.h"

using namespace meada;

TEST_CASE("a knob takes what lies in its range and refuses the rest by name and range") {
    MachineSpec spec;
    CHECK(set_knob(spec, "instruction_ns", 50));
    CHECK(spec.instruction_ns == 50);
    const Result<bool> refused = set_knob(spec, "instruction_ns", 0);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == ErrorCode::knob_range);
    CHECK(refused.error().arguments ==
          std::vector<std::string>{"instruction_ns", "0", "1", "1000000"});
    CHECK(spec.instruction_ns == 50);
}

TEST_CASE("an unknown knob is an error, and every default is allowed") {
    MachineSpec spec;
    const Result<bool> unknown = set_knob(spec, "colour", 1);
    REQUIRE_FALSE(unknown);
    CHECK(unknown.error().code == ErrorCode::knob_unknown);
    CHECK(check(spec));
    for (const Knob& knob : knobs()) CHECK(spec.*knob.field == knob.default_value);
}
