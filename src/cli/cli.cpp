// The command line: which sub-command, and what is there.
#include "cli/cli.h"

#include <cstdio>

#include "cli/commands.h"

namespace meada {
namespace {

constexpr const SubCommand* sub_commands[] = {&run_sub_command, &trace_sub_command,
                                              &link_sub_command, &open_sub_command,
                                              &save_sub_command, &resume_sub_command,
                                              &races_sub_command, &explore_sub_command,
                                              &check_sub_command};

void print_help(std::FILE* out) {
    const Texts words = texts();
    std::fprintf(out, "%s\n\n%s\n\n", words[TextId::cli_usage].c_str(),
                 words[TextId::cli_about].c_str());
    for (const SubCommand* command : sub_commands)
        std::fprintf(out, "  %-8s%s\n", command->name, words[command->summary].c_str());
    std::fprintf(out, "\n%s\n", words[TextId::cli_more].c_str());
}

}  // namespace

int run_cli(const std::vector<std::string>& arguments) {
    if (arguments.empty()) {
        print_help(stderr);
        return 2;
    }
    if (arguments[0] == "--help" || arguments[0] == "-h" || arguments[0] == "help") {
        print_help(stdout);
        return 0;
    }
    for (const SubCommand* command : sub_commands) {
        if (arguments[0] != command->name) continue;
        const Result<Options> options =
            parse_options(*command, {arguments.begin() + 1, arguments.end()});
        if (!options) return report(options.error());
        if (options->help) {
            std::printf("%s", help_text(*command).c_str());
            return 0;
        }
        return command->run(*options);
    }
    return report(Error{ErrorCode::command_unknown, {arguments[0]}, {}, {}});
}

}  // namespace meada
