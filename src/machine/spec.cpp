#include "machine/spec.h"

#include <algorithm>
#include <string>
#include <utility>

namespace meada {

std::span<const Knob> knobs() {
    static constexpr Knob table[] = {
#define KNOB(name, unit, least, most, default_value) \
    {#name, KnobUnit::unit, least, most, default_value, &MachineSpec::name},
#include "machine/knobs.def"
    };
    return table;
}

std::span<const char* const> choices_of(const Knob& knob) {
    static constexpr const char* gil_modes[] = {
#define GIL_MODE(value) #value,
#include "machine/knobs.def"
    };
    static constexpr const char* policies[] = {
#define POLICY(value) #value,
#include "machine/knobs.def"
    };
    if (knob.field == &MachineSpec::gil) return gil_modes;
    if (knob.field == &MachineSpec::policy) return policies;
    return {};
}

namespace {

Error out_of_range(const Knob& knob, uint64_t value) {
    return Error{ErrorCode::knob_range,
                 {knob.name, std::to_string(value), std::to_string(knob.least),
                  std::to_string(knob.most)},
                 {},
                 knob.name};
}

Error no_value(const Knob& knob, std::string_view text) {
    std::string allowed;
    for (const char* choice : choices_of(knob))
        allowed += allowed.empty() ? choice : std::string(", ") + choice;
    if (allowed.empty()) allowed = std::to_string(knob.least) + " … " + std::to_string(knob.most);
    return Error{ErrorCode::knob_value, {knob.name, std::string(text), allowed}, {}, knob.name};
}

const Knob* find_knob(std::string_view name) {
    for (const Knob& knob : knobs())
        if (name == knob.name) return &knob;
    return nullptr;
}

// "250", and for a time "250ns", "20us", "5ms", "1s"; false: it is none.
bool parse_value(const Knob& knob, std::string_view text, uint64_t& value) {
    size_t digits = 0;
    value = 0;
    for (; digits < text.size() && text[digits] >= '0' && text[digits] <= '9'; ++digits)
        value = value * 10 + static_cast<uint64_t>(text[digits] - '0');
    if (digits == 0 || digits > 15) return false;
    const std::string_view unit = text.substr(digits);
    if (unit.empty()) return true;
    if (knob.unit != KnobUnit::nanoseconds) return false;
    static constexpr std::pair<std::string_view, uint64_t> units[] = {
        {"ns", 1}, {"us", 1'000}, {"ms", 1'000'000}, {"s", 1'000'000'000}};
    for (const auto& [name, factor] : units) {
        if (unit != name) continue;
        if (value > ~uint64_t{0} / factor) return false;
        value *= factor;
        return true;
    }
    return false;
}

}  // namespace

Result<bool> set_knob(MachineSpec& spec, std::string_view name, uint64_t value) {
    const Knob* knob = find_knob(name);
    if (!knob) return Error{ErrorCode::knob_unknown, {std::string(name)}, {}, std::string(name)};
    if (value < knob->least || value > knob->most) return out_of_range(*knob, value);
    spec.*knob->field = value;
    return true;
}

Result<bool> set_knob(MachineSpec& spec, std::string_view name, std::string_view text) {
    const Knob* knob = find_knob(name);
    if (!knob) return Error{ErrorCode::knob_unknown, {std::string(name)}, {}, std::string(name)};
    uint64_t value = 0;
    for (const char* choice : choices_of(*knob)) {
        if (text == choice) return set_knob(spec, name, value);
        ++value;
    }
    if (!parse_value(*knob, text, value)) return no_value(*knob, text);
    return set_knob(spec, name, value);
}

Result<bool> set_knobs(MachineSpec& spec, std::string_view text) {
    for (size_t start = 0; start <= text.size();) {
        const size_t comma = std::min(text.find(',', start), text.size());
        const std::string_view part = text.substr(start, comma - start);
        const size_t equals = part.find('=');
        if (equals == std::string_view::npos)
            return Error{ErrorCode::option_value,
                         {"--machine", std::string(part),
                          reason_argument(Reason::knob_assignments)},
                         {},
                         "--machine"};
        auto set = set_knob(spec, part.substr(0, equals), part.substr(equals + 1));
        if (!set) return set;
        start = comma + 1;
    }
    return true;
}

std::span<const Preset> presets() {
    static constexpr Preset table[] = {
#define PRESET(name, settings) {#name, settings},
#include "machine/presets.def"
#undef PRESET
    };
    return table;
}

Result<bool> apply_preset(MachineSpec& spec, std::string_view name) {
    std::string names;
    for (const Preset& preset : presets()) {
        if (name == preset.name) return set_knobs(spec, preset.settings);
        names += names.empty() ? preset.name : std::string(", ") + preset.name;
    }
    return Error{ErrorCode::preset_unknown, {std::string(name), names}, {}, std::string(name)};
}

Result<bool> check(const MachineSpec& spec) {
    for (const Knob& knob : knobs())
        if (spec.*knob.field < knob.least || spec.*knob.field > knob.most)
            return out_of_range(knob, spec.*knob.field);
    if (spec.slow_cores >= spec.cores) {  // one at least has full speed
        Knob bounded = *find_knob("slow_cores");
        bounded.most = spec.cores - 1;
        return out_of_range(bounded, spec.slow_cores);
    }
    return true;
}

}  // namespace meada
