#include "lang/unicode.h"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <span>

#include "base/normal_form.h"
#include "base/utf8.h"

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
    std::u32string characters;
    for (size_t at = 0; at < text.size();) {
        const std::optional<char32_t> character = decode_utf8(text, at);
        if (!character) return std::string(text);  // the lexer says what is wrong with it
        characters += *character;
    }
    if (is_surely_composed(characters)) return std::string(text);
    std::string out;
    for (const char32_t character : normal_form(characters, {.composed = true, .compatible = true}))
        append_utf8(out, character);
    return out;
}

bool is_printable(char32_t c) {
    return c < 128 ? c >= 32 && c != 127 : !contains(not_printable, c);
}

}  // namespace meada::lang
