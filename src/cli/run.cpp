// meada run FILE|LINK: as `python3 FILE`.
#include "cli/commands.h"
#include "cli/console.h"
#include "cli/straight_run.h"

namespace meada {
namespace {

int run_file(const Options& options) {
    Console console;
    return run_straight(options, &console, true, [&](const Machine& machine) {
        console.flush(lost_bytes(machine.root()));
    });
}

}  // namespace

const SubCommand run_sub_command{"run", TextId::cli_run, TextId::cli_run_help,
                                 option_measure | option_record, run_file};

}  // namespace meada
