#include "app/hover.h"

#include <algorithm>

namespace meada::app {

namespace {

bool in_name(char byte) {
    return byte == '_' || (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z') ||
           (byte >= 'A' && byte <= 'Z') || uint8_t(byte) >= 0x80;
}

bool is_plain(const std::vector<SyntaxRun>& runs, size_t offset) {
    const auto run = std::partition_point(runs.begin(), runs.end(), [&](const SyntaxRun& each) {
        return each.offset + each.size <= offset;
    });
    return run == runs.end() || run->offset > offset || run->kind == SyntaxKind::plain;
}

size_t indent_of(std::string_view line) {
    const size_t at = line.find_first_not_of(" \t");
    return at == std::string_view::npos || line[at] == '#' ? std::string_view::npos : at;
}

bool is_def(std::string_view line) {
    const size_t at = indent_of(line);
    if (at == std::string_view::npos) return false;
    line.remove_prefix(at);
    return line.starts_with("def ") || line.starts_with("async def ");
}

bool is_class(std::string_view line) {
    const size_t at = indent_of(line);
    return at != std::string_view::npos && line.substr(at).starts_with("class ");
}

}  // namespace

void look_under(const TextBuffer& buffer, const std::vector<SyntaxRun>& runs, size_t offset,
                Hover& hover) {
    hover.begin = hover.end = 0;
    const std::string& text = buffer.text;
    if (offset >= text.size() || !in_name(text[offset]) || !is_plain(runs, offset)) return;
    size_t begin = offset, end = offset;
    while (begin > 0 && in_name(text[begin - 1])) --begin;
    while (end < text.size() && in_name(text[end])) ++end;
    if (text[begin] >= '0' && text[begin] <= '9') return;
    size_t from = begin;
    while (from > 0 && text[from - 1] == '.') {
        size_t owner = from - 1;
        while (owner > 0 && in_name(text[owner - 1])) --owner;
        // Behind a call or an index there is more than names: asking it could do anything.
        if (owner == from - 1 || !is_plain(runs, owner)) return;
        from = owner;
    }
    hover.begin = begin;
    hover.end = end;
    const size_t line = line_of(buffer, begin);
    std::string expression = text.substr(from, end - from);
    const auto line_number = uint32_t(line + 1);
    if (expression == hover.expression && line_number == hover.line) return;
    hover.expression = std::move(expression);
    hover.line = line_number;
    hover.function = function_around(buffer, line_number, begin - buffer.line_starts[line]);
    hover.known = false;
}

uint32_t function_around(const TextBuffer& buffer, uint32_t line, size_t column) {
    if (line == 0 || line > line_count(buffer)) return 0;
    const std::string_view here = line_text(buffer, line - 1);
    if (is_def(here) && column > here.find('(')) return line;
    size_t indent = indent_of(here);
    if (indent == std::string_view::npos) return 0;
    for (size_t at = line - 1; at-- > 0 && indent > 0;) {
        const std::string_view above = line_text(buffer, at);
        const size_t its = indent_of(above);
        if (its >= indent) continue;  // also where it is empty
        if (is_def(above) || is_class(above)) return uint32_t(at + 1);
        indent = its;
    }
    return 0;
}

}  // namespace meada::app
