// Objects that several names reach, and who has these names.
#pragma once

#include "app/kit.h"
#include "view/view.h"

namespace meada::app {

struct ObjectsUi {
    Scroll scroll;
    uint64_t open = 0;  // identity of the one whose names stand one under the other; 0: none
};

void draw_objects(Ui&, Rect body, const Moment&, const view::Actors&, ObjectsUi&);

}  // namespace meada::app
