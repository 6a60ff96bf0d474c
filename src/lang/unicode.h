// What the lexer asks about code points: may they stand in an identifier, can they be printed.
#pragma once

#include <string>
#include <string_view>

namespace meada::lang {

bool is_identifier_start(char32_t);
bool is_identifier_continue(char32_t);
bool is_printable(char32_t);

}  // namespace meada::lang
