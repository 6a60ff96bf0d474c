// What the script has printed and what log points say, each line with its moment, and where the
// cursor stands in it.
#pragma once

#include <string>
#include <vector>

#include "view/actors.h"

namespace meada::view {

struct OutputRow {
    TimeNs time_ns = 0;
    std::string text;
    bool error = false;
    bool logged = false;  // by a log point: the script knows nothing of it
    uint32_t line = 0;    // logged: the log point's
    bool waits = false, too_long = false;  // logged: what became of its expression; no text then
    uint32_t yarn = 0;    // of who printed it, or who came by
    uint64_t event = 0;   // printed: SeekEvent goes there
    uint64_t instruction = 0;  // logged: SeekInstruction does
    bool just = false;    // it is what the last step did
    bool future = false;  // not yet printed at the cursor
};

struct Output {
    size_t total = 0;
    size_t past = 0;  // so many lines have been printed at the cursor
    std::vector<size_t> logged;  // which of them are log lines, in order
};

Output output(const Moment&);
OutputRow output_row(const Moment&, const Actors&, const Output&, size_t index);

}  // namespace meada::view
