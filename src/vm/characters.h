// What Python asks of a code point: classes, case mappings, decimal digits. Unicode 14.0, as
// CPython 3.11; the tables are in character_tables.def.
#pragma once

#include <array>
#include <cstdint>

namespace meada {

enum CharacterClass : uint16_t {
    character_case_mask = 3,  // 0: none
    character_lower = 1,
    character_upper = 2,
    character_title = 3,
    character_number_mask = 12,  // each implies those before it
    character_numeric = 4,
    character_digit = 8,
    character_decimal = 12,
    character_alpha = 16,
    character_space = 32,
    character_printable = 64,
    character_case_ignorable = 128,
    character_identifier_start = 256,
    character_identifier_continue = 512,
};

extern const std::array<uint16_t, 128> ascii_classes;
uint16_t class_of_wide_character(char32_t);

inline uint16_t class_of_character(char32_t character) {
    return character < 128 ? ascii_classes[character] : class_of_wide_character(character);
}
inline bool is_space(char32_t c) { return class_of_character(c) & character_space; }
inline bool is_printable(char32_t c) { return class_of_character(c) & character_printable; }
inline bool is_cased(char32_t c) { return class_of_character(c) & character_case_mask; }
inline bool is_alpha(char32_t c) { return class_of_character(c) & character_alpha; }
inline bool is_alphanumeric(char32_t c) {
    return class_of_character(c) & (character_alpha | character_number_mask);
}
inline bool is_line_break(char32_t c) {  // where splitlines splits
    if (c < 128) return (c >= 10 && c <= 13) || (c >= 0x1c && c <= 0x1e);
    return c == 0x85 || c == 0x2028 || c == 0x2029;
}

int decimal_value(char32_t);  // 0 to 9, or -1

// One code point may become up to three; unused ones are 0.
using Mapped = std::array<char32_t, 3>;
Mapped map_lower(char32_t);
Mapped map_upper(char32_t);
Mapped map_title(char32_t);
Mapped map_fold(char32_t);

}  // namespace meada
