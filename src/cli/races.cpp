// meada races FILE|LINK: the data races of a run.
#include <cstdio>

#include "cli/commands.h"
#include "cli/console.h"
#include "session/race_search.h"

namespace meada {
namespace {

constexpr uint64_t race_budget_ns = 50'000'000;

std::string side_text(const Texts& words, const RaceSide& side) {
    std::string place;
    for (const RaceLine& line : side.stack) {
        if (!place.empty()) place += ", ";
        place += words(TextId::race_place, {line.file.substr(line.file.find_last_of('/') + 1),
                                            std::to_string(line.line), line.function});
    }
    return words(side.writes ? TextId::race_writes : TextId::race_reads, {side.thread, place});
}

TextId guard_text(const Race& race) {
    if (race.guard.empty()) return TextId::race_no_guard;
    return race.guard_is_own ? TextId::race_own_guard : TextId::race_guard;
}

void print_races(const std::vector<Race>& races) {
    const Texts words = texts();
    for (const Race& race : races) {
        std::printf("%s\n%s\n%s\n%s\n%s\n\n",
                    words(TextId::race_on, {race.name, words.count(race.count)}).c_str(),
                    side_text(words, race.first).c_str(), side_text(words, race.second).c_str(),
                    words(guard_text(race), {race.guard}).c_str(),
                    words[race.fails_with_gil ? TextId::race_fails : TextId::race_hidden].c_str());
    }
    std::printf("%s\n", races.empty()
                            ? words[TextId::races_none].c_str()
                            : words(TextId::races_count, {words.count(races.size())}).c_str());
}

int find_races(const Options& options) {
    const Result<Scenario> scenario = read_scenario(options);
    if (!scenario) return report(scenario.error());
    const auto search = RaceSearch::open(*scenario);
    if (!search) return report_in_script(search.error(), *scenario);
    if (scenario->input.empty()) (*search)->machine().more_input = read_console;
    while ((*search)->advance(race_budget_ns)) {}
    const std::vector<Race> races = (*search)->races();
    if (!options.json.empty()) {
        std::FILE* out = options.json == "-" ? stdout : std::fopen(options.json.c_str(), "wb");
        if (!out) return report(Error{ErrorCode::file_unwritable, {options.json}, {}, {}});
        std::fprintf(out, "%s\n", (*search)->json().c_str());
        if (out != stdout) std::fclose(out);
    }
    if (options.json != "-") print_races(races);
    return races.empty() ? 0 : 1;
}

}  // namespace

const SubCommand races_sub_command{"races", TextId::cli_races, TextId::cli_races_help, option_json,
                                   find_races};

}  // namespace meada
