// What the script has printed; a click on a line goes to the moment that printed it.
#pragma once

#include "app/commands.h"
#include "app/input_line.h"
#include "app/kit.h"
#include "view/view.h"

namespace meada::app {

struct OutputUi {
    Scroll scroll;
    InputLineUi input;
    size_t followed = 0;  // the past lines that the scroll has followed
};

Commands draw_output(Ui&, Rect, const Moment&, const view::Actors&, OutputUi&);

}  // namespace meada::app
