// Tasks with their states, and the graph of who awaits whom.
#pragma once

#include "app/commands.h"
#include "app/kit.h"
#include "view/view.h"

namespace meada::app {

struct TasksUi {
    Scroll scroll;
    Serial chosen = 0;  // whose stack and values one looks at; 0: who runs
};

void draw_tasks(Ui&, Rect body, const view::Tasks&, TasksUi&);
void draw_awaits(Ui&, Rect body, const Moment&, const view::Actors&, const view::Tasks&, TasksUi&);

}  // namespace meada::app
