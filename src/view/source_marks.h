// Which thread or task stands on which line of the script, and on which it runs.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "view/actors.h"
#include "view/words.h"

namespace meada::view {

struct LineMark {
    Serial serial = 0;
    std::string name;
    uint32_t yarn = 0;
    Look look = Look::none;
};

struct SourceMarks {
    std::map<uint32_t, std::vector<LineMark>> lines;  // by line, who runs first
    uint32_t running_line = 0;
    uint32_t running_yarn = 0;
    SourceRange running_range;  // of the instruction that runs next
};

SourceMarks source_marks(const Moment&, const Actors&);

// The names on the line that runs, with what they are now: "total = 6, i = 3". `line`: its text.
std::string values_on_line(const Moment&, std::string_view line);

}  // namespace meada::view
