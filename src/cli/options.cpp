// The words behind a sub-command's name.
#include <array>
#include <chrono>

#include "cli/commands.h"

namespace meada {
namespace {

std::optional<uint64_t> parse_number(std::string_view text) {
    if (text.empty() || text.size() > 18) return std::nullopt;
    uint64_t number = 0;
    for (const char digit : text) {
        if (digit < '0' || digit > '9') return std::nullopt;
        number = number * 10 + static_cast<uint64_t>(digit - '0');
    }
    return number;
}

Error bad_value(const std::string& option, const std::string& value, Reason allowed) {
    return Error{ErrorCode::option_value, {option, value, reason_argument(allowed)}, {}, option};
}

// Settings of the machine, applied later over those of the scenario; tried now.
Result<bool> add_settings(Options& options, std::string settings) {
    MachineSpec tried;
    if (auto set = set_knobs(tried, settings); !set) return set;
    options.machine.push_back(std::move(settings));
    return true;
}

Result<bool> add_preset(Options& options, const std::string& name) {
    MachineSpec tried;
    if (auto set = apply_preset(tried, name); !set) return set;
    for (const Preset& preset : presets())
        if (name == preset.name) options.machine.push_back(preset.settings);
    return true;
}

std::optional<NamedPlace> parse_place(std::string_view text) {
    if (text == "start") return NamedPlace{};
    if (text == "end") return NamedPlace{NamedPlace::Kind::end, 0, {}};
    static constexpr std::pair<std::string_view, NamedPlace::Kind> kinds[] = {
        {"event:", NamedPlace::Kind::event},
        {"time:", NamedPlace::Kind::time},
        {"line:", NamedPlace::Kind::line}};
    for (const auto& [prefix, kind] : kinds) {
        if (!text.starts_with(prefix)) continue;
        const auto number = parse_number(text.substr(prefix.size()));
        if (!number || (*number == 0 && kind != NamedPlace::Kind::time)) return std::nullopt;
        return NamedPlace{kind, *number, {}};
    }
    const auto position = position_from_text(text);
    if (!position) return std::nullopt;
    return NamedPlace{NamedPlace::Kind::position, 0, *position};
}

// Seconds since 1970, or "2026-01-31" or "2026-01-31T09:30:00" in UTC, as those seconds.
std::optional<uint64_t> parse_moment(std::string_view text) {
    if (const auto seconds = parse_number(text)) return seconds;
    constexpr std::string_view form = "dddd-dd-ddTdd:dd:dd";
    if (text.size() != form.size() && text.size() != form.find('T')) return std::nullopt;
    unsigned parts[6] = {};
    size_t part = 0;
    for (size_t at = 0; at < text.size(); ++at) {
        const bool digit = text[at] >= '0' && text[at] <= '9';
        if (form[at] == 'd' ? !digit : text[at] != form[at]) return std::nullopt;
        if (digit) parts[part] = parts[part] * 10 + static_cast<unsigned>(text[at] - '0');
        else ++part;
    }
    const std::chrono::year_month_day day{std::chrono::year(static_cast<int>(parts[0])),
                                          std::chrono::month(parts[1]),
                                          std::chrono::day(parts[2])};
    if (!day.ok() || parts[0] < 1970 || parts[3] > 23 || parts[4] > 59 || parts[5] > 59)
        return std::nullopt;
    const auto days = std::chrono::sys_days(day).time_since_epoch().count();
    return static_cast<uint64_t>(days) * 86400 + parts[3] * 3600 + parts[4] * 60 + parts[5];
}

Result<bool> set_option(Options& options, const std::string& name, const std::string& value) {
    if (name == "--stats") {
        options.stats = value;
        return true;
    }
    if (name == "--machine") return add_settings(options, value);
    if (name == "--preset") return add_preset(options, value);
    if (name == "--path") {
        options.paths.push_back(value);
        return true;
    }
    if (name == "--at") {
        options.at = parse_place(value);
        if (!options.at) return bad_value(name, value, Reason::place_forms);
        return true;
    }
    if (name == "--out" || name == "--json") {
        (name == "--out" ? options.out : options.json) = value;
        return true;
    }
    if (name == "--epoch") {
        const auto seconds = parse_moment(value);
        if (!seconds || !add_settings(options, "epoch_s=" + std::to_string(*seconds)))
            return bad_value(name, value, Reason::moment_forms);
        return true;
    }
    const auto number = parse_number(value);
    if (name == "--seed") {
        if (!number || *number > 0xffffffff)
            return bad_value(name, value, Reason::number_to_32_bits);
        return add_settings(options, "seed=" + value);
    }
    if (!number || *number == 0) return bad_value(name, value, Reason::number_from_one);
    (name == "--chaos"   ? options.chaos
     : name == "--limit" ? options.limit
                         : options.instruction) = *number;
    return true;
}

bool takes_value(const SubCommand& command, const std::string& name) {
    if (name == "--stats" || name == "--chaos") return command.options & option_measure;
    if (name == "--at") return command.options & option_place;
    if (name == "--json") return command.options & option_json;
    if (name == "--limit") return command.options & option_limit;
    if (name == "--instruction" || name == "--out") return command.options & option_save;
    return name == "--machine" || name == "--preset" || name == "--seed" || name == "--epoch" ||
           name == "--path";
}

}  // namespace

Result<Options> parse_options(const SubCommand& command,
                              const std::vector<std::string>& arguments) {
    Options options;
    for (size_t index = 0; index < arguments.size(); ++index) {
        const std::string& argument = arguments[index];
        // Options may stand behind the file too; the script's own arguments come after "--".
        if (argument == "--") {
            options.script_arguments.assign(arguments.begin() + static_cast<long>(index) + 1,
                                            arguments.end());
            break;
        }
        if (argument == "-" || !argument.starts_with('-')) {
            if (options.file.empty()) options.file = argument;
            else options.script_arguments.push_back(argument);
            continue;
        }
        if (argument == "--help" || argument == "-h") {
            options.help = true;
            return options;
        }
        if (argument == "--hash" && command.options & option_hash) {
            options.hash = true;
            continue;
        }
        if (argument == "--record" && command.options & option_record) {
            options.record = true;
            continue;
        }
        const size_t equals = argument.find('=');
        const std::string name = argument.substr(0, equals);
        if (!takes_value(command, name))
            return Error{ErrorCode::option_unknown, {argument}, {}, argument};
        std::string value;
        if (equals != std::string::npos) value = argument.substr(equals + 1);
        else if (++index < arguments.size()) value = arguments[index];
        else return Error{ErrorCode::option_missing_value, {name}, {}, name};
        if (auto set = set_option(options, name, value); !set) return set.error();
    }
    if (options.file.empty()) return Error{ErrorCode::argument_missing, {"FILE"}, {}, {}};
    return options;
}

std::string help_text(const SubCommand& command) {
    const Texts words = texts();
    std::string knob_names;
    size_t column = 0;
    for (const Knob& knob : knobs()) {
        const std::string_view name = knob.name;
        if (name == "seed" || name == "epoch_s") continue;  // they have options of their own
        std::string each = std::string(knob.name) + "=";
        const auto choices = choices_of(knob);
        for (const char* choice : choices)
            each += (choice == choices.front() ? "" : "|") + std::string(choice);
        if (choices.empty()) each += std::to_string(knob.default_value);
        if (column == 0 || column + each.size() > 78) {
            knob_names += "\n                  ";
            column = 18;
        }
        knob_names += " " + each;
        column += each.size() + 1;
    }
    std::string help = words[command.help];
    if (command.options & option_place) help += words[TextId::cli_place_help];
    std::string preset_names;
    for (const Preset& preset : presets()) {
        if (!preset_names.empty()) preset_names += ", ";
        preset_names += preset.name;
    }
    help += words(TextId::cli_machine_help, {knob_names, preset_names});
    if (command.options & option_measure) help += words[TextId::cli_measure_help];
    if (command.options & option_record) help += words[TextId::cli_record_help];
    return help;
}

}  // namespace meada
