// What a newcomer sees in place of the lower panels until something is done.
#pragma once

#include "app/app.h"

namespace meada::app {

bool draw_first_visit_words(Ui&, Rect);  // the tour is wanted
Commands draw_first_visit_cards(App&, Ui&, Rect, const Moment&);

}  // namespace meada::app
