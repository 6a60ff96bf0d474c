#include <algorithm>
#include <string_view>

#include "lang/lang.h"

namespace meada::lang {
namespace {

int64_t caret_count(const ShownPlace& place, int64_t size) {
    if (!place.draws_range) return 1;
    int64_t end = place.end_offset;
    if (place.end_line > place.line) end = size;  // all the rest of the first line
    else if (end > size + 1) end = size + 1;
    return end > 0 && end > place.offset ? end - place.offset : 1;
}

}  // namespace

std::string show_place(const ShownPlace& place) {
    std::string out =
        "  File \"" + place.file_name + "\", line " + std::to_string(place.line) + "\n";
    if (!place.text) return out;
    std::string_view text = *place.text;
    const int64_t carets = caret_count(place, static_cast<int64_t>(text.size()));
    int64_t offset = place.offset - 1;
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t' || text.front() == '\f')) {
        text.remove_prefix(1);
        --offset;
    }
    if (text.ends_with('\n')) text.remove_suffix(1);
    offset = std::min(offset, static_cast<int64_t>(text.size()));
    // Of a text of several lines, the one that the offset is in and what follows.
    for (;;) {
        const size_t newline = text.find('\n');
        if (newline == std::string_view::npos || static_cast<int64_t>(newline) >= offset) break;
        text.remove_prefix(newline + 1);
        offset -= static_cast<int64_t>(newline) + 1;
    }
    out += "    " + std::string(text) + "\n";
    if (offset < 0) return out;
    return out + "    " + std::string(static_cast<size_t>(offset), ' ') +
           std::string(static_cast<size_t>(carets), '^') + "\n";
}

}  // namespace meada::lang
