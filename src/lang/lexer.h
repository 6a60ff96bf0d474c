// Source text -> tokens. One pass over the whole text; an error is a token too, the last one, so
// that an editor can colour what stands before it.
#pragma once

#include <optional>

#include <string>
#include <string_view>
#include <vector>

#include "lang/token.h"

namespace meada::lang {

struct Warning;

// An error as Python words it. `line_text` only where Python shows a line that is not in the file.
struct SyntaxError {
    std::string class_name = "SyntaxError";
    std::string message;
    SourceRange range;
    std::string line_text;
    // What CPython calls the end_offset where that is no column of the line.
    std::optional<int> end_offset = {};
    bool by_lexer = false;  // whose columns count characters
    bool without_newline = false;  // the line that CPython keeps with it has none
};

struct OpenBracket {
    char character;
    uint32_t line, column;
};

struct Tokens {
    std::vector<Token> tokens;
    SyntaxError error;  // said by the last token, if that is of kind `error`
    // Told rather than an error of the parser before it. Not so with indentation and early ends.
    bool likely_cause = false;
    std::vector<OpenBracket> open_brackets;  // where the text ended
    std::vector<Warning> warnings;
};

enum class Comments : uint8_t { drop, keep };

// `text` is prepared (source.h): LF line ends, the last line has one.
Tokens scan(std::string_view text, Comments = Comments::drop);

SyntaxError never_closed(const OpenBracket&);

}  // namespace meada::lang
