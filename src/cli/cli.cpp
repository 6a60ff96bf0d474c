// The command line: which sub-command, its options, and how errors are said.
#include "cli/cli.h"

#include <cinttypes>
#include <cstdio>
#include <cstdlib>

#include "base/utf8.h"
#include "cli/commands.h"
#include "lang/lang.h"
#include "text/text.h"

namespace meada {
namespace {

constexpr const SubCommand* sub_commands[] = {&run_sub_command, &trace_sub_command};

Language language() {
    for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"})
        if (const char* value = std::getenv(name); value && *value)
            return language_from_tag(value);
    return Language::en;
}

int print_help() {
    std::printf("meada COMMAND [OPTIONS] FILE\n\nMeada runs concurrent Python scripts on a "
                "simulated machine.\n\n");
    for (const SubCommand* command : sub_commands)
        std::printf("  %-8s%s\n", command->name, command->summary);
    std::printf("\n`meada COMMAND --help` says more.\n");
    return 0;
}

std::optional<uint64_t> parse_number(const std::string& text) {
    if (text.empty() || text.size() > 18) return std::nullopt;
    uint64_t number = 0;
    for (const char digit : text) {
        if (digit < '0' || digit > '9') return std::nullopt;
        number = number * 10 + static_cast<uint64_t>(digit - '0');
    }
    return number;
}

Error bad_value(const std::string& option, const std::string& value, const char* allowed) {
    return Error{ErrorCode::option_value, {option, value, allowed}, {}, option};
}

// "gil=1,wake_ns=0"
Result<bool> set_knobs(MachineSpec& spec, const std::string& text) {
    size_t start = 0;
    while (start <= text.size()) {
        const size_t comma = std::min(text.find(',', start), text.size());
        const std::string part = text.substr(start, comma - start);
        const size_t equals = part.find('=');
        const auto number = equals == std::string::npos ? std::nullopt
                                                        : parse_number(part.substr(equals + 1));
        if (!number) return bad_value("--machine", part, "KNOB=NUMBER,…");
        if (auto set = set_knob(spec, part.substr(0, equals), *number); !set) return set.error();
        start = comma + 1;
    }
    return true;
}

Result<bool> set_option(Options& options, const std::string& name, const std::string& value) {
    if (name == "--stats") {
        options.stats = value;
        return true;
    }
    if (name == "--machine") return set_knobs(options.spec, value);
    const auto number = parse_number(value);
    if (name == "--seed") {
        if (!number || *number > 0xffffffff)
            return bad_value(name, value, "0 to 4294967295");
        options.spec.seed = *number;
        return true;
    }
    if (!number || *number == 0) return bad_value(name, value, "a number from 1");
    options.chaos = *number;
    return true;
}

bool takes_value(const std::string& name) {
    return name == "--stats" || name == "--machine" || name == "--seed" || name == "--chaos";
}

}  // namespace

Result<Options> parse_options(const std::vector<std::string>& arguments) {
    Options options;
    for (size_t index = 0; index < arguments.size(); ++index) {
        const std::string& argument = arguments[index];
        // Options may stand behind the file too; the script's own arguments come after "--".
        if (argument == "--") {
            options.script_arguments.assign(arguments.begin() + static_cast<long>(index) + 1,
                                            arguments.end());
            break;
        }
        if (argument == "-" || !argument.starts_with('-')) {
            if (options.file.empty()) options.file = argument;
            else options.script_arguments.push_back(argument);
            continue;
        }
        if (argument == "--help" || argument == "-h") {
            options.help = true;
            return options;
        }
        if (argument == "--hash") {
            options.hash = true;
            continue;
        }
        const size_t equals = argument.find('=');
        const std::string name = argument.substr(0, equals);
        if (!takes_value(name))
            return Error{ErrorCode::option_unknown, {argument}, {}, argument};
        std::string value;
        if (equals != std::string::npos) value = argument.substr(equals + 1);
        else if (++index < arguments.size()) value = arguments[index];
        else return Error{ErrorCode::option_missing_value, {name}, {}, name};
        if (auto set = set_option(options, name, value); !set) return set.error();
    }
    if (options.file.empty()) return Error{ErrorCode::argument_missing, {"FILE"}, {}, {}};
    return options;
}

int report(const Error& error) {
    std::fprintf(stderr, "meada: %s\n", word_error(language(), error).c_str());
    return 2;
}

int report_in_script(const Error& error, const std::string& file_name) {
    if (error.code != ErrorCode::syntax) return report(error);
    if (error.range.line != 0) {
        lang::ShownPlace place{file_name, error.range.line, std::stoll(error.arguments[3]),
                               error.range.end_line, std::stoll(error.arguments[4]),
                               error.arguments[2]};
        place.draws_range = error.arguments[0] == "SyntaxError";
        std::fputs(lang::show_place(place).c_str(), stderr);
    }
    std::fprintf(stderr, "%s: %s\n", error.arguments[0].c_str(), error.arguments[1].c_str());
    return 1;
}

Result<std::string> read_file(const std::string& path) {
    constexpr size_t size_bytes_max = 16u << 20;
    std::FILE* file = path == "-" ? stdin : std::fopen(path.c_str(), "rb");
    if (!file) return Error{ErrorCode::file_missing, {path}, {}, path};
    std::string text;
    char buffer[65536];
    for (size_t count; (count = std::fread(buffer, 1, sizeof buffer, file)) > 0;) {
        text.append(buffer, count);
        if (text.size() > size_bytes_max) break;
    }
    const bool failed = std::ferror(file) != 0;
    if (file != stdin) std::fclose(file);
    if (failed) return Error{ErrorCode::file_unreadable, {path, "it is no file"}, {}, path};
    if (text.size() > size_bytes_max)
        return Error{ErrorCode::file_too_large, {path, std::to_string(size_bytes_max)}, {}, path};
    return text;
}

Loaded load(const Options& options) {
    const Result<std::string> source = read_file(options.file);
    if (!source) return {nullptr, report(source.error())};
    Script script;
    script.file_name = options.file == "-" ? "<stdin>" : options.file;
    script.source = *source;
    script.arguments = options.script_arguments;
    Result<std::unique_ptr<Machine>> machine =
        make_machine(options.spec, linked_boot_image(), script);
    if (!machine)
        return {nullptr, report_in_script(machine.error(), script.file_name)};
    (*machine)->chaos_every = options.chaos;
    return {std::move(*machine), 0};
}

int run_to_end(Machine& machine) {
    if (advance(machine, {}) == Advanced::ended)
        return static_cast<int>(machine.root().exit_status);
    if (machine.recorder) std::fflush(stdout);
    std::fprintf(stderr, "meada: deadlock: every thread waits for ever.\n");
    return 3;
}

int write_stats(const Machine& machine, const std::string& path) {
    std::FILE* out = path == "-" ? stdout : std::fopen(path.c_str(), "wb");
    if (!out) return report(Error{ErrorCode::file_unreadable, {path, "cannot be written"}, {}, path});
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
    return 0;
}

int run_cli(const std::vector<std::string>& arguments) {
    if (arguments.empty()) {
        print_help();
        return 2;
    }
    if (arguments[0] == "--help" || arguments[0] == "-h" || arguments[0] == "help")
        return print_help();
    for (const SubCommand* command : sub_commands) {
        if (arguments[0] != command->name) continue;
        const Result<Options> options =
            parse_options(std::vector<std::string>(arguments.begin() + 1, arguments.end()));
        if (!options) return report(options.error());
        if (options->help) {
            std::printf("%s", command->help);
            return 0;
        }
        return command->run(*options);
    }
    return report(Error{ErrorCode::command_unknown, {arguments[0]}, {}, {}});
}

}  // namespace meada
