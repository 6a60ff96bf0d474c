#include "view/machine.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <optional>

namespace meada::view {

namespace {

struct Words {
    TextId name, what;
};
constexpr Words knob_words[] = {
#define KNOB(name, unit, least, most, default_value) \
    {TextId::knob_##name, TextId::what_knob_##name},
#include "machine/knobs.def"
};
constexpr Words gil_words[] = {
#define GIL_MODE(value) {TextId::gil_##value, TextId::what_gil_##value},
#include "machine/knobs.def"
};
constexpr TextId gil_short_words[] = {
#define GIL_MODE(value) TextId::machine_gil_##value,
#include "machine/knobs.def"
};
constexpr Words policy_words[] = {
#define POLICY(value) {TextId::policy_##value, TextId::what_policy_##value},
#include "machine/knobs.def"
};
constexpr Words preset_words[] = {
#define PRESET(name, settings) {TextId::preset_##name, TextId::what_preset_##name},
#include "machine/presets.def"
#undef PRESET
};

// Words of a choice's values, in order; none: it is a number.
std::span<const Words> choice_words(const Knob& knob) {
    if (knob.field == &MachineSpec::gil) return gil_words;
    if (knob.field == &MachineSpec::policy) return policy_words;
    return {};
}

KnobGroup group_of(const Knob& knob) {
    if (knob.field == &MachineSpec::gil || knob.field == &MachineSpec::switch_interval_ns)
        return KnobGroup::gil;
    if (knob.field == &MachineSpec::seed || knob.field == &MachineSpec::epoch_s ||
        knob.field == &MachineSpec::interleaved)
        return KnobGroup::start;
    if (knob.field == &MachineSpec::quantum_ns) return KnobGroup::cores;
    return knob.unit == KnobUnit::nanoseconds ? KnobGroup::costs : KnobGroup::cores;
}

// The rest of the group hangs on it.
bool heads_group(const Knob& knob) { return knob.field == &MachineSpec::gil; }

bool is_idle(const MachineSpec& spec, const Knob& knob) {
    if (knob.field == &MachineSpec::switch_interval_ns)
        return spec.gil_mode() != GilMode::cpython311;
    if (knob.field == &MachineSpec::context_switch_ns)
        return spec.gil_mode() == GilMode::every_instruction;
    if (knob.field == &MachineSpec::quantum_ns)
        return spec.scheduling() == Policy::first_come || spec.scheduling() == Policy::priority;
    if (knob.field == &MachineSpec::slow_core_percent) return spec.slow_cores == 0;
    return knob.field == &MachineSpec::slow_cores && spec.cores == 1;
}

struct TimeUnit {
    const char* name;
    uint64_t ns;
};
constexpr TimeUnit time_units[] = {
    {"s", 1'000'000'000}, {"ms", 1'000'000}, {"µs", 1'000}, {"us", 1'000}, {"ns", 1}};

TimeUnit unit_of(uint64_t time_ns) {
    for (const TimeUnit& unit : time_units)
        if (time_ns >= unit.ns) return unit;
    return {"ns", 1};
}

std::string clock_text(uint64_t epoch_s) {
    using namespace std::chrono;
    const sys_seconds when{seconds(epoch_s)};
    const auto day = floor<days>(when);
    const year_month_day date{day};
    const hh_mm_ss time{when - day};
    char text[64];
    std::snprintf(text, sizeof text, "%04d-%02u-%02u %02d:%02d:%02d", int(date.year()),
                  unsigned(date.month()), unsigned(date.day()), int(time.hours().count()),
                  int(time.minutes().count()), int(time.seconds().count()));
    return text;
}

std::string text_of_value(const Knob& knob, uint64_t value, const Texts& texts) {
    switch (knob.unit) {
        case KnobUnit::nanoseconds: {
            const TimeUnit unit = unit_of(value);
            return ruler_text(texts.language, value, unit.ns) + "\u00a0" + unit.name;
        }
        case KnobUnit::seconds: return clock_text(value);
        case KnobUnit::percent: return std::to_string(value) + "\u00a0%";
        case KnobUnit::choice: return texts[choice_words(knob)[value].name];
        case KnobUnit::count:
        case KnobUnit::number: break;
    }
    return texts.count(value);
}

// The same with nothing that is hard to type.
std::string typed_text(const Knob& knob, uint64_t value, const Texts& texts) {
    if (knob.unit == KnobUnit::nanoseconds) {
        const TimeUnit unit = unit_of(value);
        return ruler_text(texts.language, value, unit.ns) + " " + unit.name;
    }
    return knob.unit == KnobUnit::seconds ? clock_text(value) : std::to_string(value);
}

KnobRow row_of(const MachineSpec& spec, size_t index, const Texts& texts) {
    const Knob& knob = knobs()[index];
    KnobRow row;
    row.knob = &knob;
    row.group = group_of(knob);
    row.name = texts[knob_words[index].name];
    row.what = texts[knob_words[index].what];
    row.value = spec.*knob.field;
    row.least = knob.least;
    row.most = knob.field == &MachineSpec::slow_cores ? spec.cores - 1 : knob.most;
    row.value_text = text_of_value(knob, row.value, texts);
    row.default_text = text_of_value(knob, knob.default_value, texts);
    row.typed_text = typed_text(knob, row.value, texts);
    for (const Words& words : choice_words(knob))
        row.choices.push_back({texts[words.name], texts[words.what]});
    row.changed = row.value != knob.default_value;
    row.idle = is_idle(spec, knob);
    return row;
}

std::string out_of_range(const KnobRow& row, const Texts& texts) {
    const std::string least = text_of_value(*row.knob, row.least, texts);
    if (row.least == row.most) return texts(TextId::machine_only, {row.name, least});
    return texts(TextId::machine_range,
                 {row.name, least, text_of_value(*row.knob, row.most, texts)});
}

// "2026-01-31", "2026-01-31 09:30", "2026-01-31T09:30:00".
std::optional<uint64_t> parse_clock(const std::string& text) {
    using namespace std::chrono;
    int year = 0, month = 0, day_of_month = 0, hour = 0, minute = 0, second = 0, end = 0;
    char between = ' ';
    const int count = std::sscanf(text.c_str(), "%4d-%2d-%2d%n%c%2d:%2d%n:%2d%n", &year, &month,
                                  &day_of_month, &end, &between, &hour, &minute, &end, &second,
                                  &end);
    if ((count != 3 && count < 6) || size_t(end) != text.size()) return std::nullopt;
    const year_month_day date{std::chrono::year(year), std::chrono::month(unsigned(month)),
                              std::chrono::day(unsigned(day_of_month))};
    const bool right = date.ok() && year >= 1970 && (between == ' ' || between == 'T') &&
                       hour >= 0 && hour < 24 && minute >= 0 && minute < 60 && second >= 0 &&
                       second < 60;
    if (!right) return std::nullopt;
    const sys_seconds when = sys_days(date) + hours(hour) + minutes(minute) + seconds(second);
    return uint64_t(when.time_since_epoch().count());
}

// Without what only separates: spaces, no-break ones too, and the sign of percent.
std::string tidied(std::string text) {
    for (const std::string_view gone : {" ", "\u00a0", "%"})
        for (size_t at; (at = text.find(gone)) != std::string::npos;) text.erase(at, gone.size());
    return text;
}

// A number, for a time with decimals and a unit. Too large a one is the largest.
std::optional<uint64_t> parse_number(const KnobRow& row, std::string_view text) {
    const bool is_time = row.knob->unit == KnobUnit::nanoseconds;
    double number = 0, place = 0;
    size_t at = 0, digits = 0;
    for (; at < text.size(); ++at) {
        const char each = text[at];
        if (each >= '0' && each <= '9') {
            number = number * 10 + (each - '0');
            place *= 10;
            ++digits;
        } else if (is_time && place == 0 && (each == '.' || each == ',')) {
            place = 1;
        } else {
            break;
        }
    }
    if (digits == 0) return std::nullopt;
    double unit = 1;
    const std::string_view rest = text.substr(at);
    if (is_time) unit = double(unit_of(row.value).ns);
    if (!rest.empty()) {
        const auto named = std::find_if(std::begin(time_units), std::end(time_units),
                                        [&](const TimeUnit& each) { return rest == each.name; });
        if (!is_time || named == std::end(time_units)) return std::nullopt;
        unit = double(named->ns);
    }
    if (place > 0) number /= place;
    return uint64_t(std::min(number * unit + 0.5, 1e18));
}

// Of 1, 2, 5, 10, …; where it can be nothing, the next to nothing is a microsecond.
uint64_t next_time(const KnobRow& row, bool up) {
    uint64_t below = row.least;
    for (uint64_t ten = row.least == 0 ? 1'000 : 1; ten <= row.most; ten *= 10)
        for (const uint64_t factor : {1, 2, 5}) {
            const uint64_t here = std::clamp(factor * ten, row.least, row.most);
            if (up && here > row.value) return here;
            if (here < row.value) below = here;
        }
    return up ? row.most : below;
}

}  // namespace

TextId word_of(KnobGroup group) {
    switch (group) {
        case KnobGroup::cores: return TextId::machine_group_cores;
        case KnobGroup::gil: return TextId::machine_group_gil;
        case KnobGroup::costs: return TextId::machine_group_costs;
        case KnobGroup::start: break;
    }
    return TextId::machine_group_start;
}

MachineKnobs machine_knobs(const MachineSpec& spec, const Texts& texts) {
    MachineKnobs all;
    for (size_t i = 0; i < presets().size(); ++i) {
        const Preset& preset = presets()[i];
        all.presets.push_back({preset.name, texts[preset_words[i].name],
                               texts[preset_words[i].what],
                               preset_machine(spec, preset.name) == spec});
    }
    for (const KnobGroup group : knob_groups)
        for (const bool first : {true, false})
            for (size_t i = 0; i < knobs().size(); ++i)
                if (group_of(knobs()[i]) == group && heads_group(knobs()[i]) == first)
                    all.rows.push_back(row_of(spec, i, texts));
    all.changed = spec != MachineSpec{};
    return all;
}

std::string core_count_words(const MachineSpec& spec, const Texts& texts) {
    if (spec.cores == 1) return texts[TextId::machine_cores_one];
    return texts(TextId::machine_cores, {texts.count(spec.cores)});
}

std::string machine_words(const MachineSpec& spec, const Texts& texts) {
    return texts(TextId::machine_short,
                 {core_count_words(spec, texts), texts[gil_short_words[spec.gil]]});
}

Turned turn(const MachineSpec& spec, const KnobRow& row, uint64_t value, const Texts& texts) {
    if (value < row.least || value > row.most) return {spec, out_of_range(row, texts)};
    Turned turned{spec, {}};
    turned.spec.*row.knob->field = value;
    turned.spec.slow_cores = std::min(turned.spec.slow_cores, turned.spec.cores - 1);
    return turned;
}

Turned turn(const MachineSpec& spec, const KnobRow& row, std::string_view typed,
            const Texts& texts) {
    std::optional<uint64_t> value;
    if (row.knob->unit == KnobUnit::seconds) value = parse_clock(std::string(typed));
    if (!value) value = parse_number(row, tidied(std::string(typed)));
    if (value) return turn(spec, row, *value, texts);
    return {spec, texts(TextId::machine_no_value,
                        {row.name, typed, text_of_value(*row.knob, row.least, texts),
                         text_of_value(*row.knob, row.most, texts)})};
}

uint64_t next_value(const KnobRow& row, int direction) {
    const uint64_t value = row.value, least = row.least, most = row.most;
    const bool up = direction > 0;
    uint64_t step = 1;
    switch (row.knob->unit) {
        case KnobUnit::nanoseconds: return next_time(row, up);
        case KnobUnit::seconds: step = 86'400; break;
        case KnobUnit::percent: step = 5; break;
        case KnobUnit::count:
        case KnobUnit::number:
        case KnobUnit::choice: break;
    }
    // To the next whole step: 52 % goes to 55 % and to 50 %.
    const uint64_t to_go = up || value % step == 0 ? step - (up ? value % step : 0) : value % step;
    if (up) return most - value < to_go ? most : value + to_go;
    return value - least < to_go ? least : value - to_go;
}

MachineSpec preset_machine(const MachineSpec& spec, std::string_view preset) {
    MachineSpec made;
    made.seed = spec.seed;
    made.epoch_s = spec.epoch_s;
    (void)apply_preset(made, preset);
    return made;
}

}  // namespace meada::view
