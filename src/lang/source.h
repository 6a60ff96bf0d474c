// Bytes of a file -> the text that the lexer reads, as CPython reads a file.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "lang/lexer.h"

namespace meada::lang {

struct PreparedSource {
    std::string text;  // UTF-8, LF line ends, a newline at the end
    std::optional<SyntaxError> error;
    bool encoding_named = false;  // by a coding comment or a byte order mark
};

PreparedSource prepare(std::string_view bytes, std::string_view file_name);

// Of a str: UTF-8 in which only null characters can be wrong.
PreparedSource prepare_str(std::string_view text);

// What the lexer needs at least: LF line ends, a newline at the end.
std::string with_lf_line_ends(std::string_view text);

// Line `line` (from 1) without its newline.
std::string_view line_of(std::string_view text, uint32_t line);

}  // namespace meada::lang
