// The bar over the editor that finds and replaces.
#pragma once

#include "app/editor.h"

namespace meada::app {

// Keeps the found places in step with the text and with what is looked for.
void refresh_found(EditorUi&);
void draw_find(Ui&, Rect body, EditorUi&);

}  // namespace meada::app
