#include "app/views.h"

namespace meada::app {

void update(MomentViews& views, const Moment& moment, const view::Actors& actors,
            const Texts& texts, const view::ValueMemory& before) {
    const MomentViews::Key key{
        .run = moment.run,
        .first_event = moment.first_event,
        .cursor_event = moment.cursor_event,
        .end_event = moment.end_event,
        .cursor_instruction = moment.cursor_instruction,
        .cursor_ns = moment.cursor_ns,
        .end_ns = moment.end_ns,
        .ended = moment.ended,
        .stuck = moment.stuck,
        .waits_for_input = moment.waits_for_input,
        .language = texts.language,
    };
    if (moment.run != 0 && key == views.key) return;
    views.key = key;
    views.loop = view::event_loop(moment, actors, texts);
    views.tasks = view::tasks(moment, actors, texts);
    views.threads = view::threads(moment, actors, texts, before);
    views.marks = view::source_marks(moment, actors);
    views.narration = view::narration(moment, actors, texts);
}

}  // namespace meada::app
