// The machine as a person reads and turns it: presets, knobs with words and units, what a typed
// value means, the next value of a step. The words are tied to the rows of machine/knobs.def and
// presets.def by name, so that a new one without words does not compile.
#pragma once

#include <string>
#include <vector>

#include "machine/machine.h"
#include "text/text.h"

namespace meada::view {

enum class KnobGroup : uint8_t { cores, gil, costs, start };
constexpr KnobGroup knob_groups[] = {KnobGroup::cores, KnobGroup::gil, KnobGroup::costs,
                                     KnobGroup::start};
TextId word_of(KnobGroup);

struct KnobChoice {
    std::string name, what;
};

struct KnobRow {
    const Knob* knob = nullptr;
    KnobGroup group = KnobGroup::costs;
    std::string name, what;  // what: a sentence, of a choice the chosen one's
    uint64_t value = 0, least = 0, most = 0;  // of this machine: fewer slow cores than cores
    std::string value_text, default_text;     // "5 ms"
    std::string typed_text;                   // as one would type it
    std::vector<KnobChoice> choices;          // empty: a number
    bool changed = false;                     // is not its default
    bool idle = false;                        // makes no difference on this machine
};

struct PresetChoice {
    const char* preset = "";
    std::string name, what;
    bool on = false;
};

struct MachineKnobs {
    std::vector<PresetChoice> presets;
    std::vector<KnobRow> rows;  // by group
    bool changed = false;
};
MachineKnobs machine_knobs(const MachineSpec&, const Texts&);

// "4 cores · GIL as 3.11".
std::string machine_words(const MachineSpec&, const Texts&);
std::string core_count_words(const MachineSpec&, const Texts&);

// A knob turned. Refused: why, with the range in words; the spec is then as it was.
struct Turned {
    MachineSpec spec;
    std::string refused;
};
Turned turn(const MachineSpec&, const KnobRow&, uint64_t value, const Texts&);
// "7", "20 µs", "1.5 ms", "2026-01-31 09:30"; a time without unit is in that of the present value.
Turned turn(const MachineSpec&, const KnobRow&, std::string_view typed, const Texts&);
// A step up (1) or down (-1): times by 1, 2, 5, 10, …
uint64_t next_value(const KnobRow&, int direction);
// The machine of that name; seed and clock stay.
MachineSpec preset_machine(const MachineSpec&, std::string_view preset);

}  // namespace meada::view
