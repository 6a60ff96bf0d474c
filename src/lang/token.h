// A token: its kind, its place as lines and columns and as bytes of the prepared text.
#pragma once

#include <cstdint>
#include <string_view>

#include "base/source_range.h"

namespace meada::lang {

enum class TokenKind : uint8_t {
#define TOKEN(name, text) name,
#include "lang/tokens.def"
#undef TOKEN
};

struct Token {
    TokenKind kind = TokenKind::end_marker;
    uint16_t level = 0;  // open brackets around it
    uint32_t offset = 0, size = 0;
    SourceRange range;
};

std::string_view text_of(TokenKind);  // of operators and keywords; else empty
constexpr bool is_keyword(TokenKind kind) { return kind >= TokenKind::kw_false; }

}  // namespace meada::lang
