#include <doctest/doctest.h>

#include "lang/lang.h"

using namespace meada;
using namespace meada::lang;

namespace {

std::vector<TokenKind> kinds_of(std::string_view text) {
    std::vector<TokenKind> kinds;
    for (const Token& token : tokenize(text)) kinds.push_back(token.kind);
    return kinds;
}

}  // namespace

TEST_CASE("indentation becomes tokens, comments are kept") {
    const std::vector<TokenKind> expected = {
        TokenKind::kw_if,   TokenKind::name,      TokenKind::colon,   TokenKind::comment,
        TokenKind::newline, TokenKind::indent,    TokenKind::kw_pass, TokenKind::newline,
        TokenKind::dedent,  TokenKind::end_marker};
    CHECK(kinds_of("if x:  # why\n    pass\n") == expected);
}

TEST_CASE("columns count bytes") {
    const std::vector<Token> tokens = tokenize("ação = 'é'\n");
    CHECK(tokens[0].range == SourceRange{1, 1, 0, 6});
    CHECK(tokens[2].range == SourceRange{1, 1, 9, 13});
}

TEST_CASE("an error is the last token, what stands before it is kept") {
    const std::vector<TokenKind> kinds = kinds_of("x = 'abc\ny = 1\n");
    CHECK(kinds == std::vector<TokenKind>{TokenKind::name, TokenKind::equal, TokenKind::error});
}

TEST_CASE("any text can be tokenized, also one without a final newline") {
    CHECK(kinds_of("").back() == TokenKind::end_marker);
    CHECK(kinds_of("x").back() == TokenKind::end_marker);
    CHECK(kinds_of("x \\").back() == TokenKind::error);
    CHECK(kinds_of("\"\"\"").back() == TokenKind::error);
    CHECK(kinds_of("\xff\xfe").back() == TokenKind::error);
    CHECK(kinds_of("(").back() == TokenKind::error);
    CHECK(kinds_of("\r\nx\r").back() == TokenKind::end_marker);
}
