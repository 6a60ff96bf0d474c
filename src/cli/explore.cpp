// meada explore FILE|LINK: every order in which a small script's threads can run.
#include <cinttypes>
#include <cstdio>

#include <nlohmann/json.hpp>

#include "cli/commands.h"
#include "cli/console.h"
#include "explore/explore.h"
#include "history/history.h"
#include "library/library.h"
#include "view/view.h"

namespace meada {
namespace {

using Json = nlohmann::ordered_json;

std::string link_of(Scenario scenario, const ExploreOutcome& outcome) {
    scenario.decisions = outcome.decisions;
    return to_link(scenario);
}

Json outcome_json(const Scenario& scenario, const ExploreOutcome& outcome) {
    return {{"output", outcome.output},       {"exit", outcome.deadlock ? 3 : outcome.exit_status},
            {"deadlock", outcome.deadlock},   {"uncaught", outcome.uncaught},
            {"waiting", outcome.waiting},     {"globals", outcome.globals},
            {"count", outcome.count},         {"link", link_of(scenario, outcome)}};
}

std::string_view word_for(Incomplete why) {
    switch (why) {
        case Incomplete::no: break;
        case Incomplete::limit: return "limit";
        case Incomplete::cut_off: return "cut_off";
        case Incomplete::pool: return "pool";
        case Incomplete::kill: return "kill";
        case Incomplete::signal: return "signal";
    }
    return "";
}

Json found_json(const Scenario& scenario, const Exploration& found) {
    Json outcomes = Json::array(), examples = Json::array();
    for (const ExploreOutcome& outcome : found.outcomes) {
        outcomes.push_back(outcome_json(scenario, outcome));
        if (outcome.deadlock)
            examples.push_back({{"count", outcome.count}, {"link", link_of(scenario, outcome)}});
    }
    return {{"complete", found.complete},
            {"incomplete_because", word_for(why_incomplete(found))},
            {"executions", found.executions},
            {"traces", found.traces},
            {"failing", found.failing},
            {"failing_traces", found.failing_traces},
            {"deadlock_traces", found.deadlock_traces},
            {"cut_off", found.cut_off},
            {"outcomes", outcomes},
            {"deadlocks", {{"count", found.deadlocks}, {"examples", examples}}}};
}

bool write_json(const std::string& path, const Json& json) {
    std::FILE* out = path == "-" ? stdout : std::fopen(path.c_str(), "wb");
    if (!out) return false;
    const std::string text = json.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
    std::fwrite(text.data(), 1, text.size(), out);
    if (out != stdout) std::fclose(out);
    return true;
}

void print_words(const Exploration& found) {
    const Texts words = texts();
    const auto count = [&](uint64_t number) { return words.count(number); };
    std::printf("%s\n",
                words(found.complete ? TextId::explore_all : TextId::explore_some,
                      {count(found.executions), count(found.outcomes.size()),
                       count(found.deadlocks)})
                    .c_str());
    if (!found.complete)
        std::printf("%s\n", view::orders_view({Orders::State::done, &found}, words).trust.c_str());
    for (const ExploreOutcome& outcome : found.outcomes) {
        std::printf("\n%s\n", words(outcome.deadlock ? TextId::explore_deadlock
                                                     : TextId::explore_outcome,
                                    {count(outcome.count), std::to_string(outcome.exit_status)})
                                  .c_str());
        std::fwrite(outcome.output.data(), 1, outcome.output.size(), stdout);
        for (const std::string& global : outcome.globals) std::printf("%s\n", global.c_str());
        for (const std::string& error : outcome.uncaught) std::printf("%s\n", error.c_str());
    }
}

int explore_file(const Options& options) {
    Result<Scenario> scenario = read_scenario(options);
    if (!scenario) return report(scenario.error());
    scenario->spec.interleaved = 1;
    const auto machine = make_machine(*scenario, linked_boot_image());
    if (!machine) return report_in_script(machine.error(), *scenario);
    ExploreLimits limits;
    if (options.limit != 0) limits.executions = options.limit;
    limits.terminal = is_terminal();  // as `run` prints it
    Explorer explorer(**machine, limits);
    while (explorer.advance(limits.executions)) {}
    const Exploration& found = explorer.found();
    // A link says nothing of the folders on this machine.
    scenario->file_name.erase(0, scenario->file_name.find_last_of('/') + 1);
    scenario->program.clear();
    for (ModuleSource& module : scenario->modules)
        if (module.file_name.starts_with('/'))
            module.file_name = file_of_module(module.name, module.package);
    if (!options.json.empty() && !write_json(options.json, found_json(*scenario, found)))
        return report(Error{ErrorCode::file_unwritable, {options.json}, {}, {}});
    if (options.json != "-") print_words(found);
    return found.outcomes.size() > 1 || found.deadlocks > 0 ? 1 : 0;
}

}  // namespace

const SubCommand explore_sub_command{"explore", TextId::cli_explore, TextId::cli_explore_help,
                                     option_json | option_limit, explore_file};

}  // namespace meada
