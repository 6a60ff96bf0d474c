#include "machine/spec.h"

#include <string>

namespace meada {

std::span<const Knob> knobs() {
    static constexpr Knob table[] = {
#define KNOB(name, unit, least, most, default_value) \
    {#name, KnobUnit::unit, least, most, default_value, &MachineSpec::name},
#include "machine/knobs.def"
#undef KNOB
    };
    return table;
}

namespace {
Error out_of_range(const Knob& knob, uint64_t value) {
    return Error{ErrorCode::knob_range,
                 {knob.name, std::to_string(value), std::to_string(knob.least),
                  std::to_string(knob.most)},
                 {},
                 knob.name};
}
}  // namespace

Result<bool> set_knob(MachineSpec& spec, std::string_view name, uint64_t value) {
    for (const Knob& knob : knobs()) {
        if (name != knob.name) continue;
        if (value < knob.least || value > knob.most) return out_of_range(knob, value);
        spec.*knob.field = value;
        return true;
    }
    return Error{ErrorCode::knob_unknown, {std::string(name)}, {}, std::string(name)};
}

Result<bool> check(const MachineSpec& spec) {
    for (const Knob& knob : knobs())
        if (spec.*knob.field < knob.least || spec.*knob.field > knob.most)
            return out_of_range(knob, spec.*knob.field);
    return true;
}

}  // namespace meada
