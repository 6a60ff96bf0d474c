// The values of number and string tokens.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "code/code_unit.h"

namespace meada::lang {

// A number token -> integer, floating or complex. Null: a decimal integer over the limit of
// digits; `digit_count` says how many.
std::optional<Constant> number_value(std::string_view text, size_t& digit_count);
constexpr size_t int_digits_max = 4300;

struct StringPrefix {
    bool bytes = false, raw = false, formatted = false, unicode = false;
    size_t size = 0;        // of the prefix
    size_t quote_size = 1;  // 1 or 3
};
StringPrefix string_prefix(std::string_view token);

struct EscapeResult {
    std::string error;           // CPython's words, empty: none
    std::string invalid_escape;  // the first unknown escape, with its backslash: a warning
};
// Appends the characters (or bytes) that `body` stands for.
EscapeResult decode_text(std::string_view body, bool raw, std::string& out);
EscapeResult decode_bytes(std::string_view body, bool raw, std::string& out);

}  // namespace meada::lang
