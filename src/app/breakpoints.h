// Breakpoints and log points in the editor, and the fields in which one writes what they ask and
// say.
#pragma once

#include "app/editor.h"

namespace meada::app {

// Beside its line; sets a breakpoint there if there is none. `logs`: one begins with the message.
void open_condition(Ui&, EditorUi&, uint32_t line, bool logs = false);
// `line`: where that line of the script stands in the editor's body. True: the breakpoints have
// changed.
bool draw_condition(Ui&, Rect line, Rect body, EditorUi&);
// In the gutter: a disc, a diamond where it does not always stop, a ring where it logs.
void draw_breakpoint(Ui&, Point, const command::Breakpoint&);

}  // namespace meada::app
