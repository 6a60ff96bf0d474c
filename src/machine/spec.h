// The simulated machine's knobs as plain values; knobs.def is the table.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "base/result.h"

namespace meada {

enum class GilMode : uint8_t {
#define GIL_MODE(value) value,
#include "machine/knobs.def"
};
enum class Policy : uint8_t {
#define POLICY(value) value,
#include "machine/knobs.def"
};

struct MachineSpec {
#define KNOB(name, unit, least, most, default_value) uint64_t name = default_value;
#include "machine/knobs.def"

    GilMode gil_mode() const { return static_cast<GilMode>(gil); }
    Policy scheduling() const { return static_cast<Policy>(policy); }
    bool operator==(const MachineSpec&) const = default;
};

enum class KnobUnit : uint8_t { nanoseconds, seconds, count, number, choice, percent };
struct Knob {
    const char* name;
    KnobUnit unit;
    uint64_t least, most, default_value;
    uint64_t MachineSpec::* field;
};
std::span<const Knob> knobs();
// The names of a choice's values, in order; empty: it is none.
std::span<const char* const> choices_of(const Knob&);

// Errors: knob_unknown, knob_range.
Result<bool> set_knob(MachineSpec&, std::string_view name, uint64_t value);
// The value as a person writes it: a number, a choice's name, or a time: "20us", "5ms", "1s".
// Errors: also knob_value.
Result<bool> set_knob(MachineSpec&, std::string_view name, std::string_view text);
// "cores=4,gil=none". Errors: also option_value.
Result<bool> set_knobs(MachineSpec&, std::string_view text);
Result<bool> check(const MachineSpec&);

// Machines that have a name: what they set, everything else as it is.
struct Preset {
    const char* name;
    const char* settings;  // as set_knobs takes them
};
std::span<const Preset> presets();
Result<bool> apply_preset(MachineSpec&, std::string_view name);  // errors: preset_unknown

}  // namespace meada
