// Threads and tasks with their stacks and values, and the locks and queues they meet at.
#pragma once

#include "app/commands.h"
#include "app/kit.h"
#include "view/view.h"

namespace meada::app {

struct ThreadsUi {
    Scroll rows, stack, values, locks;
    Serial chosen = 0;  // 0: who runs
    bool show_library = false;
    uint64_t remembered_run = 0, remembered_event = 0;
    Count remembered_instruction = 0;
    view::ValueMemory before, now;  // values at the moment before, and at this one
};

// To be called once a frame: when the cursor has moved, what was now becomes before.
void remember_values(const Moment&, ThreadsUi&);

void draw_threads(Ui&, Rect body, const view::Threads&, ThreadsUi&);
void draw_values(Ui&, Rect body, const view::Threads&, ThreadsUi&);
void draw_locks(Ui&, Rect body, const view::Threads&, const view::Actors&, ThreadsUi&);
// The thread or task whose values are shown.
const view::ThreadRow* chosen_row(const view::Threads&, const ThreadsUi&);

}  // namespace meada::app
