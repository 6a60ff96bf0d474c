// What is said on standard error.
#include <algorithm>
#include <cstdio>
#include <cstdlib>

#include "cli/commands.h"
#include "lang/lang.h"
#include "view/view.h"

namespace meada {

Texts texts() {
    for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"})
        if (const char* value = std::getenv(name); value && *value)
            return {language_from_tag(value)};
    return {};
}

int report(const Error& error) {
    std::fprintf(stderr, "meada: %s\n", word_error(texts().language, error).c_str());
    return 2;
}

void tell(TextId id) { std::fprintf(stderr, "meada: %s\n", texts()[id].c_str()); }

namespace {
constexpr size_t deadlock_lines_max = 20;
}

void tell_deadlock(const Machine& machine) {
    tell(TextId::cli_deadlock);
    const std::vector<std::string> lines = view::deadlock_lines(inspect(machine), texts());
    const size_t told = std::min(lines.size(), deadlock_lines_max);
    for (size_t at = 0; at < told; ++at) std::fprintf(stderr, "  %s\n", lines[at].c_str());
    const std::string more = texts().count(lines.size() - told);
    if (told < lines.size())
        std::fprintf(stderr, "  %s\n", texts()(TextId::deadlock_more, {more}).c_str());
}

int report_in_script(const Error& error, const Scenario& scenario) {
    if (error.code != ErrorCode::syntax) return report(error);
    if (error.range.line != 0) {
        lang::ShownPlace place{scenario.file_name,   error.range.line,
                               std::stoll(error.arguments[3]), error.range.end_line,
                               std::stoll(error.arguments[4]), error.arguments[2]};
        place.draws_range = error.arguments[0] == "SyntaxError";
        std::fputs(lang::show_place(place).c_str(), stderr);
    }
    std::fprintf(stderr, "%s: %s\n", error.arguments[0].c_str(), error.arguments[1].c_str());
    return 1;
}

}  // namespace meada
