// What the panels ask of the moment, answered by the session on a copy of the run: watches, the
// name under the pointer; and what became of running until an expression changes.
#include <algorithm>

#include "app/app.h"

namespace meada::app {

namespace {

// Asked again where the moment is another one.
void answer_watches(App& app, Session& session) {
    const Moment& moment = session.moment();
    for (Watch& watch : app.watch.watches) {
        if (moment.run == 0 || is_of(watch, moment, app.chosen)) continue;
        watch.before = watch.known ? watch.said.text : std::string();
        watch.said = session.evaluate(app.chosen, watch.expression);
        watch.run = moment.run;
        watch.event = moment.cursor_event;
        watch.instruction = moment.cursor_instruction;
        watch.actor = app.chosen;
        if (!watch.known) platform::announce(watch.expression + " = " + watch.said.text);
        watch.known = true;
        platform::request_frame();
    }
}

// Who stands in this function of the script: first who is on the line itself.
std::vector<Serial> who_is_in(const App& app, const view::SourceMarks& marks) {
    const Hover& hover = app.editor.hover;
    std::vector<Serial> out;
    for (const auto& [line, all] : marks.lines) {
        if (function_around(app.editor.buffer, line, 0) != hover.function) continue;
        for (const view::LineMark& mark : all) {
            const bool first = line == hover.line || (mark.serial == app.chosen && app.chosen != 0);
            out.insert(first ? out.begin() : out.end(), mark.serial);
        }
    }
    return out;
}

std::string value_of(const Evaluated& said) {
    return said.state == Evaluated::State::value ? said.text : std::string();
}

// Of a call that waits for another one to return: nothing can be evaluated in its frame, but its
// variables are known. Who runs, or is chosen, comes first.
std::string value_in_outer_frame(const App& app, const Moment& moment) {
    const Hover& hover = app.editor.hover;
    std::string found;
    const auto look = [&](const std::vector<FrameState>& frames, bool first) {  // innermost first
        for (const FrameState& frame : frames) {
            if (frame.library || !frame.file.empty() || (!found.empty() && !first)) continue;
            if (function_around(app.editor.buffer, frame.range.line, 0) != hover.function) continue;
            const auto named =
                std::ranges::find(frame.locals, hover.expression, &VariableState::name);
            if (named == frame.locals.end()) continue;
            found = named->text;
            return;
        }
    };
    const Serial wanted = app.chosen != 0 ? app.chosen : moment.state->running_thread;
    for (const ThreadState& thread : moment.state->threads)
        look(thread.frames, thread.serial == wanted);
    for (const TaskState& task : moment.state->tasks) look(task.frames, task.serial == wanted);
    return found;
}

// A name of a function is asked of whoever stands in it; one of the module always has a value.
void answer_hover(App& app, Session& session) {
    Hover& hover = app.editor.hover;
    const Moment& moment = session.moment();
    const bool same = hover.known && hover.run == moment.run &&
                      hover.event == moment.cursor_event &&
                      hover.instruction == moment.cursor_instruction;
    if (hover.begin == hover.end || moment.run == 0 || same) return;
    hover.run = moment.run;
    hover.event = moment.cursor_event;
    hover.instruction = moment.cursor_instruction;
    hover.value.clear();
    if (hover.function == 0) {
        hover.value = value_of(session.evaluate_in_module(hover.expression));
    } else {
        constexpr size_t asked_max = 4;
        std::vector<Serial> all = who_is_in(app, view::source_marks(moment, app.lanes.actors));
        all.resize(std::min(all.size(), asked_max));
        for (const Serial actor : all)
            if (hover.value.empty())
                hover.value = value_of(session.evaluate(actor, hover.expression));
        if (hover.value.empty()) hover.value = value_in_outer_frame(app, moment);
    }
    hover.known = true;
    if (!hover.value.empty()) platform::announce(hover.expression + " = " + hover.value);
    platform::request_frame();
}

void tell_change(App& app, Session& session) {
    const std::optional<ValueChange> found = session.take_change();
    if (!found) return;
    const bool forward = found->direction == Direction::forward;
    const auto say = [&](TextId words) {
        return app.texts(words, {found->expression, forward ? found->before : found->after,
                                 forward ? found->after : found->before});
    };
    switch (found->end) {
        case ValueChange::End::changed:
            return show_toast(app, say(forward ? TextId::change_forward : TextId::change_back));
        case ValueChange::End::left:
            return show_toast(app, say(forward ? TextId::change_left : TextId::change_not_yet));
        case ValueChange::End::never:
            return show_toast(app, say(forward ? TextId::change_never : TextId::change_always));
        case ValueChange::End::gave_up:
            return show_toast(app, say(TextId::change_gave_up), true);
        case ValueChange::End::refused:
            return show_toast(app, found->before, true);
    }
}

}  // namespace

void answer_questions(App& app, Session& session) {
    tell_change(app, session);
    // Not while one runs through: each takes a copy.
    if (app.transport.playing || app.progress.state == Progress::State::working) return;
    answer_watches(app, session);
    answer_hover(app, session);
}

}  // namespace meada::app
