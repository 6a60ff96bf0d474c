#include "app/syntax.h"

#include <algorithm>
#include <string>

#include "lang/lang.h"

namespace meada::app {

namespace {

constexpr int restart_max = 64;

SyntaxKind kind_of(lang::TokenKind kind) {
    switch (kind) {
        case lang::TokenKind::string:
            return SyntaxKind::string;
        case lang::TokenKind::number:
            return SyntaxKind::number;
        case lang::TokenKind::comment:
            return SyntaxKind::comment;
        default:
            return lang::is_keyword(kind) ? SyntaxKind::keyword : SyntaxKind::plain;
    }
}

}  // namespace

std::vector<SyntaxRun> syntax_runs(std::string_view written) {
    std::vector<SyntaxRun> runs;
    // The lexer reads prepared text, whose last line has an end.
    std::string ended;
    std::string_view text = written;
    if (written.empty() || written.back() != '\n') {
        ended = std::string(written) + '\n';
        text = ended;
    }
    size_t base = 0;
    for (int restart = 0; restart < restart_max && base < text.size(); ++restart) {
        size_t error_at = std::string_view::npos;
        for (const lang::Token& token : lang::tokenize(text.substr(base))) {
            if (token.kind == lang::TokenKind::error) {
                error_at = base + token.offset;
                break;
            }
            const SyntaxKind kind = kind_of(token.kind);
            if (kind != SyntaxKind::plain && token.size > 0)
                runs.push_back({base + token.offset, token.size, kind});
        }
        if (error_at == std::string_view::npos) break;
        const size_t next = text.find('\n', std::max(error_at, base));
        if (next == std::string_view::npos) break;
        base = next + 1;
    }
    return runs;
}

}  // namespace meada::app
