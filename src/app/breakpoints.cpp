#include "app/breakpoints.h"

#include <algorithm>

#include "app/field.h"

namespace meada::app {

namespace {

Id condition_field() { return id_of("editor/condition"); }

}  // namespace

command::Breakpoint* breakpoint_at(EditorUi& state, uint32_t line) {
    const auto at = std::ranges::find(state.breakpoints, line, &command::Breakpoint::line);
    return at == state.breakpoints.end() ? nullptr : &*at;
}

bool toggle_breakpoint(EditorUi& state, uint32_t line) {
    const auto at =
        std::ranges::lower_bound(state.breakpoints, line, {}, &command::Breakpoint::line);
    if (at != state.breakpoints.end() && at->line == line)
        state.breakpoints.erase(at);
    else
        state.breakpoints.insert(at, command::Breakpoint{line, {}});
    state.condition_line = 0;
    return true;
}

void open_condition(Ui& ui, EditorUi& state, uint32_t line) {
    if (!breakpoint_at(state, line)) (void)toggle_breakpoint(state, line);
    state.condition_line = line;
    set_text(state.condition, breakpoint_at(state, line)->condition);
    move_to(state.condition, state.condition.text.size(), false);
    listen(ui, condition_field());
}

bool draw_condition(Ui& ui, Rect under, EditorUi& state) {
    command::Breakpoint* breakpoint = breakpoint_at(state, state.condition_line);
    if (!breakpoint) return false;
    const Rect box{under.x, under.bottom() + 1, under.w, 30};
    fill(ui, box, ui.theme->raised, size::radius_button);
    const FieldAnswer answer = draw_field(ui, condition_field(), box, state.condition,
                                          ui.texts[TextId::breakpoint_condition], "Enter");
    if (answer.entered) breakpoint->condition = state.condition.text;
    if (answer.entered || answer.left) {
        state.condition_line = 0;
        stop_listening(ui, condition_field());
        state.typed_s = ui.time_s;
    }
    // Also where nothing was entered: opening it may have set the breakpoint.
    return answer.entered || answer.left;
}

}  // namespace meada::app
