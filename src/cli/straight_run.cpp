#include "cli/straight_run.h"

#include <cinttypes>
#include <cstdio>

#include "cli/console.h"
#include "history/history.h"
#include "library/library.h"

namespace meada {

void write_stats(const Machine& machine, const std::string& path) {
    if (path.empty()) return;
    std::FILE* out = path == "-" ? stdout : std::fopen(path.c_str(), "wb");
    if (!out) return;  // it could be opened before the run
    const MachineRoot& root = machine.root();
    std::fprintf(out,
                 "{\"virtual_ns\": %" PRIu64 ", \"instructions\": %" PRIu64
                 ", \"context_switches\": %" PRIu64 ", \"events\": %" PRIu64
                 ", \"block_bytes\": %u, \"exit_status\": %u, \"trace_hash\": \"%016" PRIx64
                 "\"}\n",
                 machine.now_ns(), machine.user_instructions(), root.switch_count,
                 root.event_count, machine.vm.block.size_bytes(), root.exit_status,
                 root.trace_hash);
    if (out != stdout) std::fclose(out);
}

int run_straight(const Options& options, Recorder* recorder, bool from_start,
                 const std::function<void(const Machine&)>& ended) {
    const Result<Scenario> scenario = read_scenario(options);
    if (!scenario) return report(scenario.error());
    auto made = make_machine(*scenario, linked_boot_image());
    if (!made) return report_in_script(made.error(), *scenario);
    Machine& machine = **made;
    machine.chaos_every = options.chaos;
    if (from_start)
        for (const Event& event : machine.first_events) recorder->record(event);
    AnchorCheck anchor(machine, scenario->position, scenario->trace_prefix, recorder);
    const bool anchored = anchor.result() != Anchor::none;
    machine.recorder = anchored ? &anchor : recorder;
    if (scenario->input.empty()) machine.more_input = read_console;
    const bool stuck = advance(machine, {}) != Advanced::ended;
    ended(machine);
    if (stuck) tell(TextId::cli_deadlock);
    if (anchor.result() == Anchor::other_run) tell(TextId::anchor_other_run);
    if (anchor.result() == Anchor::unreached) tell(TextId::anchor_unreached);
    write_stats(machine, options.stats);
    return stuck ? 3 : static_cast<int>(machine.root().exit_status);
}

}  // namespace meada
