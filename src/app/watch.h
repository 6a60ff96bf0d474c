// What one asks of every moment: expressions with their values, evaluated on a copy of the run.
#pragma once

#include "app/commands.h"
#include "app/kit.h"
#include "app/text_buffer.h"

namespace meada::app {

struct Watch {
    std::string expression;
    Evaluated said;
    std::string before;  // the answer at the moment before
    uint64_t run = 0, event = 0;  // of which moment it is
    Count instruction = 0;
    Serial actor = 0;
    bool known = false;
};

struct WatchUi {
    std::vector<Watch> watches;
    TextBuffer typed;
    Scroll scroll;
};

// Whether its answer is of this moment.
bool is_of(const Watch&, const Moment&, Serial actor);
// The field stands at the bottom of the panel of values; returns the height of field and answers.
float draw_watches(Ui&, Rect body, WatchUi&, Commands&);

}  // namespace meada::app
