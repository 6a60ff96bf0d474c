// A range of a source text, as CPython counts: lines from 1, columns in UTF-8 bytes from 0.
#pragma once

#include <cstdint>

namespace meada {

struct SourceRange {
    uint32_t line = 0;  // 0: no place in a source text
    uint32_t end_line = 0;  // 0: the line is known, where in it is not
    uint32_t column = 0;
    uint32_t end_column = 0;  // exclusive

    bool operator==(const SourceRange&) const = default;
};

}  // namespace meada
