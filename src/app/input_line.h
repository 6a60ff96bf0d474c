// The line that a script waits for: input(), sys.stdin.
#pragma once

#include "app/commands.h"
#include "app/kit.h"
#include "app/text_buffer.h"
#include "history/moment.h"

namespace meada::app {

struct InputLineUi {
    TextBuffer typed;
    uint64_t run = 0, event = 0;  // of the wait that has taken the keyboard once
};

constexpr float input_line_h = 40;
// Only where moment.waits_for_input.
Commands draw_input_line(Ui&, Rect, const Moment&, InputLineUi&);
// The wait is over: whoever had the keyboard before gets it back by a click.
void leave_input_line(Ui&);

}  // namespace meada::app
