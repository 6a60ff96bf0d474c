// What is said on standard error.
#include <algorithm>
#include <cstdio>
#include <cstdlib>

#include "cli/commands.h"

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

std::string source_line(const std::string& source, uint32_t number) {
    size_t start = 0;
    for (; number > 1; --number) {
        start = source.find_first_of("\r\n", start);
        if (start == std::string::npos) return {};
        start += source.compare(start, 2, "\r\n") == 0 ? 2 : 1;
    }
    return source.substr(start, source.find_first_of("\r\n", start) - start);
}

// Code points of `line` before this byte; one more if it lies behind the end.
size_t columns_before(const std::string& line, size_t indent, uint32_t column) {
    const size_t bytes = column > indent ? std::min<size_t>(column - indent, line.size() + 1) : 0;
    size_t count = 0;
    for (size_t at = 0; at < bytes && at < line.size(); ++at) count += (line[at] & 0xc0) != 0x80;
    return count + (bytes > line.size() ? 1 : 0);
}

void show_line(std::string line, const SourceRange& range) {
    const size_t indent = std::min(line.find_first_not_of(" \t\f"), line.size());
    line.erase(0, indent);
    while (!line.empty() && (line.back() == ' ' || line.back() == '\t')) line.pop_back();
    if (line.empty() && range.end_line != 0) return;
    if (range.end_line == 0 || range.column < indent) {  // as CPython: no mark left of the text
        std::fprintf(stderr, "    %s\n", line.c_str());
        return;
    }
    const size_t first = columns_before(line, indent, range.column);
    const bool one_line = range.end_line == range.line;
    size_t last = one_line ? columns_before(line, indent, range.end_column)
                           : columns_before(line, indent, ~0u) - 1;
    if (last <= first) last = first + 1;
    std::fprintf(stderr, "    %s\n    %s%s\n", line.c_str(), std::string(first, ' ').c_str(),
                 std::string(last - first, '^').c_str());
}

}  // namespace

int report_in_script(const Error& error, const Scenario& scenario) {
    if (error.code != ErrorCode::syntax) return report(error);
    const SourceRange range = error.range;
    if (range.line != 0) {
        std::fprintf(stderr, "  File \"%s\", line %u\n", scenario.file_name.c_str(), range.line);
        show_line(error.arguments.size() > 2 ? error.arguments[2]
                                             : source_line(scenario.source, range.line),
                  range);
    }
    std::fprintf(stderr, "%s: %s\n", error.arguments[0].c_str(), error.arguments[1].c_str());
    return 1;
}

}  // namespace meada
