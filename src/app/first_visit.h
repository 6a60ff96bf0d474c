// What a newcomer sees in place of the lower panels until something is done.
#pragma once

#include "app/app.h"

namespace meada::app {

void draw_first_visit_words(Ui&, Rect);
Commands draw_first_visit_cards(App&, Ui&, Rect, const Moment&);

}  // namespace meada::app
