// What the sub-commands share: their table, options, and making a machine. Inside cli.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "library/library.h"

namespace meada {

struct Options {
    std::string file;            // "-": standard input
    std::vector<std::string> script_arguments;
    MachineSpec spec;
    uint64_t chaos = 0;
    std::string stats;           // where to write them; empty: nowhere
    bool hash = false;
    bool help = false;
};

struct SubCommand {
    const char* name;
    const char* summary;   // one line for the list
    const char* help;      // all of `meada NAME --help`
    int (*run)(const Options&);
};
extern const SubCommand run_sub_command, trace_sub_command;

// Options of every sub-command, then the file, then the script's own arguments.
Result<Options> parse_options(const std::vector<std::string>& arguments);

Result<std::string> read_file(const std::string& path);

// Prints a clear line (a SyntaxError as CPython prints it) and gives the exit status.
int report(const Error&);
int report_in_script(const Error&, const std::string& file_name);

struct Loaded {
    std::unique_ptr<Machine> machine;
    int status = 0;  // if there is none: it has been said why
};
Loaded load(const Options&);

// Runs to the end. The status of `meada run`: the script's, or 3 where it would hang for ever.
int run_to_end(Machine&);
int write_stats(const Machine&, const std::string& path);

}  // namespace meada
