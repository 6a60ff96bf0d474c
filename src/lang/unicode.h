// What the lexer asks about code points: may they stand in an identifier, can they be printed.
#pragma once

#include <string>
#include <string_view>

#include <string>
#include <string_view>

namespace meada::lang {

bool is_identifier_start(char32_t);
bool is_identifier_continue(char32_t);
bool is_printable(char32_t);

bool is_ascii(std::string_view text);

// Normalisation form KC (Unicode Standard Annex 15) of UTF-8.
std::string normalised(std::string_view text);

}  // namespace meada::lang
