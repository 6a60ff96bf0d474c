// The simulated machine's knobs as plain values; knobs.def is the table.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "base/result.h"

namespace meada {

enum class GilMode : uint8_t {
    cpython311,         // asked for after the switch interval, given up where CPython does
    every_instruction,  // another thread may go on after any instruction of user code
};

struct MachineSpec {
#define KNOB(name, unit, least, most, default_value) uint64_t name = default_value;
#include "machine/knobs.def"
#undef KNOB

    GilMode gil_mode() const { return static_cast<GilMode>(gil); }
    bool operator==(const MachineSpec&) const = default;
};

enum class KnobUnit : uint8_t { nanoseconds, seconds, count, number, choice };
struct Knob {
    const char* name;
    KnobUnit unit;
    uint64_t least, most, default_value;
    uint64_t MachineSpec::* field;
};
std::span<const Knob> knobs();

// Errors: knob_unknown, knob_range.
Result<bool> set_knob(MachineSpec&, std::string_view name, uint64_t value);
Result<bool> check(const MachineSpec&);

}  // namespace meada
