// The name under the pointer in the script, and what it is at a moment. Pure.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "app/syntax.h"
#include "app/text_buffer.h"

namespace meada::app {

// What the pointer is over, and its value at a moment. Words have a begin and an end.
struct Hover {
    size_t begin = 0, end = 0;
    std::string expression;
    uint32_t line = 0, function = 0;  // of its `def`; 0: the module
    bool known = false;               // the value is that of the moment below; empty: none
    std::string value;
    uint64_t run = 0, event = 0, instruction = 0;
};

// The name that the pointer is over: with what stands before its dots, so that it can be asked
// (`self.items`, not `items`). None in texts, comments, keywords and behind calls.
void look_under(const TextBuffer&, const std::vector<SyntaxRun>&, size_t offset, Hover&);
// The line of the `def` that a line belongs to, from 1; 0: the module's. The parameters belong to
// the function. `column`: in the line, from 0.
uint32_t function_around(const TextBuffer&, uint32_t line, size_t column);

}  // namespace meada::app
