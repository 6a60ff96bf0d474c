// What the panels read of the moment. Made once a moment, not once a frame: a frame for the
// pointer's sake, or one of playing between two events, costs no view.
#pragma once

#include "app/threads.h"
#include "view/view.h"

namespace meada::app {

struct MomentViews {
    view::EventLoop loop;
    view::Tasks tasks;
    view::Threads threads;
    view::SourceMarks marks;
    view::Narration narration;

    // What they were made of.
    struct Key {
        uint64_t run = 0, first_event = 0, cursor_event = 0, end_event = 0;
        Count cursor_instruction = 0;
        TimeNs cursor_ns = 0, end_ns = 0;
        bool ended = false, stuck = false, waits_for_input = false;
        Language language = Language::en;
        bool operator==(const Key&) const = default;
    } key;
};

// To be called once a frame, when the actors and the values before are those of the moment.
void update(MomentViews&, const Moment&, const view::Actors&, const Texts&,
            const view::ValueMemory& before);

}  // namespace meada::app
