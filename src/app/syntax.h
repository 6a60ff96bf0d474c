// The colours of a Python text, from the engine's own lexer.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace meada::app {

enum class SyntaxKind : uint8_t { plain, keyword, string, number, comment };

struct SyntaxRun {
    size_t offset = 0, size = 0;
    SyntaxKind kind = SyntaxKind::plain;
};

// In order; text between runs is plain. After an error the next line is read anew, so that an
// open quote does not take the colours of the rest.
std::vector<SyntaxRun> syntax_runs(std::string_view text);

}  // namespace meada::app
