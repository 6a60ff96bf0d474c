// Breakpoints in the editor, and the line in which one writes a condition.
#pragma once

#include "app/editor.h"

namespace meada::app {

// Under its line; sets a breakpoint there if there is none.
void open_condition(Ui&, EditorUi&, uint32_t line);
// `under`: the line of the script. True: the breakpoints have changed.
bool draw_condition(Ui&, Rect under, EditorUi&);

}  // namespace meada::app
