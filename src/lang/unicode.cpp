#include "lang/unicode.h"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <span>

namespace meada::lang {
namespace {

struct Range {
    char32_t first, last;
};

#include "lang/unicode_tables.inc"

bool contains(std::span<const Range> ranges, char32_t code_point) {
    const auto after =
        std::upper_bound(ranges.begin(), ranges.end(), code_point,
                         [](char32_t value, const Range& range) { return value < range.first; });
    return after != ranges.begin() && code_point <= std::prev(after)->last;
}

bool is_ascii_letter(char32_t c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

}  // namespace

bool is_identifier_start(char32_t c) {
    return c < 128 ? is_ascii_letter(c) || c == '_' : contains(identifier_start, c);
}

bool is_identifier_continue(char32_t c) {
    if (c < 128) return is_ascii_letter(c) || c == '_' || (c >= '0' && c <= '9');
    return contains(identifier_continue, c);
}

bool is_printable(char32_t c) {
    return c < 128 ? c >= 32 && c != 127 : !contains(not_printable, c);
}

}  // namespace meada::lang
