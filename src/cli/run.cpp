// meada run FILE|LINK: as `python3 FILE`.
#include "cli/commands.h"
#include "cli/console.h"
#include "cli/straight_run.h"
#include "history/history.h"
#include "library/library.h"

namespace meada {
namespace {

constexpr uint64_t recording_slice = 10'000;  // instructions; session takes as many

// The run as the page keeps it, with its checkpoints.
int run_recorded(const Options& options) {
    Result<Scenario> scenario = read_scenario(options);
    if (!scenario) return report(scenario.error());
    if (scenario->input.empty() && options.file != "-") {
        const Result<std::string> input = read_file("-");
        if (!input) return report(input.error());
        scenario->input = *input;
    }
    auto opened = History::open(*scenario, linked_boot_image());
    if (!opened) return report_in_script(opened.error(), *scenario);
    History& history = **opened;
    Console console;
    for (const Event& event : history.log().events()) console.record(event);
    history.listen(&console);
    while (history.record(recording_slice)) {}
    console.flush();
    if (history.stuck()) tell(TextId::cli_deadlock);
    write_stats(history.head(), options.stats);
    return history.stuck() ? 3 : static_cast<int>(history.head().root().exit_status);
}

int run_file(const Options& options) {
    if (options.record) return run_recorded(options);
    Console console;
    return run_straight(options, &console, true, [&](const Machine&) { console.flush(); });
}

}  // namespace

const SubCommand run_sub_command{"run", TextId::cli_run, TextId::cli_run_help,
                                 option_measure | option_record, run_file};

}  // namespace meada
