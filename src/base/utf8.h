// UTF-8: decoding with the place of the first error, encoding, counting.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace meada {

// The code point that starts at `offset`, which is moved behind it. Null if the bytes there are
// not UTF-8 (surrogates, overlong forms and values over U+10FFFF are not); `offset` stays.
std::optional<char32_t> decode_utf8(std::string_view text, size_t& offset);

// Offset of the first byte that is not UTF-8, or null if all is.
std::optional<size_t> find_invalid_utf8(std::string_view text);

// Surrogates are encoded as three bytes ("surrogatepass"), since a Python str may hold them.
void append_utf8(std::string& out, char32_t code_point);

// Code points in a valid UTF-8 text.
size_t count_code_points(std::string_view text);

}  // namespace meada
