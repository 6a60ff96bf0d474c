#include "cli/straight_run.h"

#include <cinttypes>
#include <cstdio>

#include "cli/console.h"
#include "history/history.h"
#include "library/library.h"

namespace meada {
namespace {

void write_stats(const Machine& machine, const std::string& path) {
    if (path.empty()) return;
    std::FILE* out = path == "-" ? stdout : std::fopen(path.c_str(), "wb");
    if (!out) return;  // it could be opened before the run
    const MachineRoot& root = machine.root();
    std::fprintf(out,
                 "{\"virtual_ns\": %" PRIu64 ", \"instructions\": %" PRIu64
                 ", \"context_switches\": %" PRIu64 ", \"events\": %" PRIu64
                 ", \"moves\": %" PRIu64 ", \"block_bytes\": %u, \"exit_status\": %u"
                 ", \"trace_hash\": \"%016" PRIx64 "\"}\n",
                 machine.now_ns(), machine.user_instructions(), root.switch_count,
                 root.event_count, machine.vm.block.moves, machine.vm.block.size_bytes(),
                 root.exit_status, root.trace_hash);
    if (out != stdout) std::fclose(out);
}

constexpr uint64_t recording_slice = 10'000;  // instructions; session takes as many

// A machine by itself, or one whose history is kept as the page keeps it.
struct Running {
    std::unique_ptr<Machine> alone;
    std::unique_ptr<History> history;

    Result<bool> open(const Scenario& scenario, bool record) {
        if (record) {
            auto opened = History::open(scenario, linked_boot_image());
            if (!opened) return opened.error();
            history = std::move(*opened);
        } else {
            auto made = make_machine(scenario, linked_boot_image());
            if (!made) return made.error();
            alone = std::move(*made);
        }
        return true;
    }
    Machine& machine() { return history ? history->head() : *alone; }
    void listen(Recorder* recorder) {
        if (history) history->listen(recorder);
        else alone->recorder = recorder;
    }
    bool to_end() {  // true: every thread waits for ever
        if (!history) return advance(*alone, {}) != Advanced::ended;
        while (history->record(recording_slice)) {}
        return history->stuck();
    }
};

}  // namespace

int run_straight(const Options& options, Recorder* recorder, bool from_start,
                 const std::function<void(const Machine&)>& ended) {
    const Result<Scenario> scenario = read_scenario(options);
    if (!scenario) return report(scenario.error());
    Running run;
    if (const auto opened = run.open(*scenario, options.record); !opened)
        return report_in_script(opened.error(), *scenario);
    Machine& machine = run.machine();
    machine.chaos_every = options.chaos;
    if (from_start)
        for (const Event& event : machine.first_events) recorder->record(event);
    AnchorCheck anchor(machine, scenario->position, scenario->trace_prefix, recorder);
    const bool anchored = anchor.result() != Anchor::none;
    run.listen(anchored ? &anchor : recorder);
    if (scenario->input.empty()) machine.more_input = read_console;
    const bool stuck = run.to_end();
    ended(machine);
    if (stuck) tell_deadlock(machine);
    if (anchor.result() == Anchor::other_run) tell(TextId::anchor_other_run);
    if (anchor.result() == Anchor::unreached) tell(TextId::anchor_unreached);
    write_stats(machine, options.stats);
    return stuck ? 3 : static_cast<int>(machine.root().exit_status);
}

}  // namespace meada
