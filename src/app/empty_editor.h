// What stands in the editor while there is no script.
#pragma once

#include "app/ui.h"

namespace meada::app {

// Where nothing is: what to do, and some examples as buttons. The one that was clicked, as an index
// of examples(); -1: none.
int draw_empty_editor(Ui&, Rect editor);

}  // namespace meada::app
