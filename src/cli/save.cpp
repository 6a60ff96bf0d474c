// meada save and meada resume: a run that is stopped here goes on there, in this build or the
// other.
#include <cinttypes>
#include <cstdio>

#include "cli/commands.h"
#include "cli/console.h"
#include "history/history.h"
#include "library/library.h"

namespace meada {
namespace {

int save_run(const Options& options) {
    if (options.out.empty())
        return report(Error{ErrorCode::argument_missing, {"--out"}, {}, {}});
    Result<Scenario> scenario = read_scenario(options);
    if (!scenario) return report(scenario.error());
    auto made = make_machine(*scenario, linked_boot_image());
    if (!made) return report_in_script(made.error(), *scenario);
    Machine& machine = **made;
    if (scenario->input.empty()) machine.more_input = read_console;
    if (advance(machine, {.user_instructions = options.instruction}) != Advanced::instructions)
        return report(Error{ErrorCode::position_unreached,
                            {"--instruction " + std::to_string(options.instruction)}, {}, {}});
    scenario->input = machine.input;  // what has been read belongs to the run
    const Bytes packed = pack_run(machine, *scenario, linked_boot_image());
    std::FILE* out = std::fopen(options.out.c_str(), "wb");
    const bool written = out && std::fwrite(packed.data(), 1, packed.size(), out) == packed.size();
    if ((out && std::fclose(out) != 0) || !written)
        return report(Error{ErrorCode::file_unwritable, {options.out}, {}, options.out});
    return 0;
}

int resume_run(const Options& options) {
    const Result<std::string> packed = read_file(options.file);
    if (!packed) return report(packed.error());
    auto made = unpack_run({reinterpret_cast<const uint8_t*>(packed->data()), packed->size()},
                           linked_boot_image());
    if (!made) return report(made.error());
    Machine& machine = **made;
    Console console;
    if (!options.hash) machine.recorder = &console;
    machine.more_input = read_console;
    const bool stuck = advance(machine, {}) != Advanced::ended;
    console.flush();
    if (options.hash) std::printf("%016" PRIx64 "\n", machine.trace_hash());
    if (stuck) tell_deadlock(machine);
    if (options.hash) return 0;
    return stuck ? 3 : static_cast<int>(machine.root().exit_status);
}

}  // namespace

const SubCommand save_sub_command{"save", TextId::cli_save, TextId::cli_save_help, option_save,
                                  save_run};
const SubCommand resume_sub_command{"resume", TextId::cli_resume, TextId::cli_resume_help,
                                    option_hash, resume_run};

}  // namespace meada
