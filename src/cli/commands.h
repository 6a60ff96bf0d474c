// What the sub-commands share: their table, their options, and how a file or link becomes a
// scenario. Inside cli.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "session/session.h"
#include "text/text.h"

namespace meada {

// A moment of a run as a person names it.
struct NamedPlace {
    enum class Kind : uint8_t { start, end, event, time, line, position } kind = Kind::start;
    uint64_t number = 0;  // event, time, line
    Position position;
};

enum OptionSet : uint8_t {
    option_measure = 1,  // --stats, --chaos
    option_hash = 2,
    option_place = 4,    // --at
    option_save = 8,     // --instruction, --out
    option_record = 16,
    option_json = 32,
    option_limit = 64,
};

struct Options {
    std::string file;  // or a link; "-": standard input
    std::vector<std::string> script_arguments;
    std::vector<std::string> paths;  // folders of modules, beside the script's own
    std::vector<std::string> machine;  // "cores=4,gil=none": over what a link says, in order
    uint64_t chaos = 0;
    std::string stats;  // where to write them; empty: nowhere
    std::optional<NamedPlace> at;
    uint64_t instruction = 0;  // of user code: where to stop
    std::string out;           // the file to write
    std::string json;          // where to write what was found; empty: words only
    uint64_t limit = 0;        // executions; 0: the default
    bool hash = false;
    bool record = false;  // keep history, as the page does
    bool help = false;
};

struct SubCommand {
    const char* name;
    TextId summary;  // one line for the list
    TextId help;     // what `meada NAME --help` begins with
    uint8_t options;  // OptionSet; --seed, --machine and --help are everywhere
    int (*run)(const Options&);
};
extern const SubCommand run_sub_command, trace_sub_command, link_sub_command, open_sub_command,
    save_sub_command, resume_sub_command, races_sub_command, explore_sub_command,
    check_sub_command;

// Options of the sub-command, then the file, then the script's own arguments.
Result<Options> parse_options(const SubCommand&, const std::vector<std::string>& arguments);
std::string help_text(const SubCommand&);

// The reader's language, as the environment says.
Texts texts();

// Prints a clear line (a SyntaxError as CPython prints it) and gives the exit status.
int report(const Error&);
int report_in_script(const Error&, const Scenario&);
// A line that is no error: standard error, behind the program's name.
void tell(TextId);
void tell_deadlock(const Machine&);  // who waits for what, and who holds it

// A whole file, or standard input ("-").
Result<std::string> read_file(const std::string& path);
// As CPython names a file in __file__ and in tracebacks.
std::string absolute_path(const std::string& path);
// Where a module lies below its folder.
std::string file_of_module(const std::string& name, bool package);
// Modules that lie beside the script or in one of the folders. Errors: of their files.
Result<bool> gather_modules(Scenario&, const std::vector<std::string>& paths);
// The scenario that the options ask for. Errors: of the file, of the link, of the knobs; a place
// for statistics that cannot be written is one too, before anything runs.
Result<Scenario> read_scenario(const Options&);

}  // namespace meada
