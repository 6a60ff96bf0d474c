// What the script has printed, each line with its moment, and where the cursor stands in it.
#pragma once

#include <string>
#include <vector>

#include "view/actors.h"

namespace meada::view {

struct OutputRow {
    TimeNs time_ns = 0;
    std::string text;
    bool error = false;
    uint32_t yarn = 0;    // of who printed it
    uint64_t event = 0;   // SeekEvent goes there
    bool future = false;  // not yet printed at the cursor
};

struct Output {
    size_t total = 0;
    size_t past = 0;  // so many lines have been printed at the cursor
};

Output output(const Moment&);
OutputRow output_row(const Moment&, const Actors&, size_t index);

}  // namespace meada::view
