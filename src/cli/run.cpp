// meada run FILE: as `python3 FILE`.
#include <cstdio>

#include "cli/commands.h"
#include "cli/console.h"

namespace meada {
namespace {

int run_file(const Options& options) {
    Loaded loaded = load(options);
    if (!loaded.machine) return loaded.status;
    Console console;
    for (const Event& event : loaded.machine->first_events) console.record(event);
    loaded.machine->recorder = &console;
    loaded.machine->more_input = read_console;
    const int status = run_to_end(*loaded.machine);
    console.flush();
    if (!options.stats.empty())
        if (const int failed = write_stats(*loaded.machine, options.stats)) return failed;
    return status;
}

}  // namespace

const SubCommand run_sub_command{
    "run", "runs a script as python3 does",
    "meada run [OPTIONS] FILE [-- ARGUMENTS]\n"
    "\n"
    "Runs a Python script on the simulated machine. Standard output, standard error and exit\n"
    "status are those of `python3 FILE`. Where python3 would hang for ever because every thread\n"
    "waits, it says so and ends with status 3.\n"
    "\n"
    "  --seed N         what an unseeded `random` starts from\n"
    "  --machine K=V,…  knobs of the machine: instruction_ns, switch_interval_ns, gil (0: as\n"
    "                   CPython 3.11, 1: at every instruction), context_switch_ns, wake_ns,\n"
    "                   thread_start_ns\n"
    "  --stats OUT      writes counts as JSON: virtual_ns, instructions, events, trace_hash, …\n"
    "  --chaos K        every K instructions moves the whole state and resumes (a self-test)\n",
    run_file};

}  // namespace meada
