#include "lang/unicode.h"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <cstdlib>
#include <span>

#include <utf8proc.h>

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

bool is_ascii(std::string_view text) {
    return std::ranges::all_of(text, [](char c) { return static_cast<uint8_t>(c) < 128; });
}

std::string normalised(std::string_view text) {
    utf8proc_uint8_t* made = nullptr;
    const auto options = static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE |
                                                        UTF8PROC_COMPAT);
    const utf8proc_ssize_t size =
        utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                     static_cast<utf8proc_ssize_t>(text.size()), &made, options);
    if (size < 0) return std::string(text);  // no memory: the name stays as written
    std::string normal(reinterpret_cast<const char*>(made), static_cast<size_t>(size));
    std::free(made);
    return normal;
}

bool is_printable(char32_t c) {
    return c < 128 ? c >= 32 && c != 127 : !contains(not_printable, c);
}

}  // namespace meada::lang
