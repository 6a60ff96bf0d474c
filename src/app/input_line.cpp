#include "app/input_line.h"

#include <utility>

#include "app/field.h"

namespace meada::app {

namespace {

Id input_field() { return id_of("input"); }

Commands take_line(InputLineUi& state, bool more) {
    std::string text = std::exchange(state.typed.text, {});
    set_text(state.typed, "");
    if (more) text += '\n';
    return {command::GiveInput{std::move(text), more}};
}

}  // namespace

void leave_input_line(Ui& ui) {
    stop_listening(ui, input_field());
}

Commands draw_input_line(Ui& ui, Rect rect, const Moment& moment, InputLineUi& state) {
    const bool asks_anew = state.run != moment.run || state.event != moment.end_event;
    if (asks_anew && ui.memory->menu.empty()) {
        state.run = moment.run;
        state.event = moment.end_event;
        listen(ui, input_field());
    }
    const Rect box{rect.x + size::panel_text, rect.y + 4, rect.w - 2 * size::panel_text,
                   rect.h - 10};
    explain(ui, input_field(), box, ui.texts[TextId::input_asked_what], "Ctrl+D");
    const FieldAnswer answer = draw_field(ui, input_field(), box, state.typed,
                                          ui.texts[TextId::input_asked], "Enter");
    if (answer.left) leave_input_line(ui);
    if (answer.entered) return take_line(state, true);
    if (!listens(ui, input_field())) return {};
    if (ImGui::GetIO().KeyCtrl && ImGui::IsKeyPressed(ImGuiKey_D, false))
        return take_line(state, false);
    return {};
}

}  // namespace meada::app
