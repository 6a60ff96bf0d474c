#include "app/input_line.h"

#include <algorithm>
#include <utility>

#include "app/editor.h"
#include "platform/platform.h"

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
    if (ui.memory->keyboard_field == input_field()) ui.memory->keyboard_field = 0;
}

Commands draw_input_line(Ui& ui, Rect rect, const Moment& moment, InputLineUi& state) {
    const Theme& theme = *ui.theme;
    const bool asks_anew = state.run != moment.run || state.event != moment.end_event;
    if (asks_anew && ui.memory->menu.empty()) {
        state.run = moment.run;
        state.event = moment.end_event;
        ui.memory->editor_has_keyboard = false;
        ui.memory->keyboard_field = input_field();
    }
    const Rect box{rect.x + size::panel_text, rect.y + 4, rect.w - 2 * size::panel_text,
                   rect.h - 10};
    const Press state_of_box = press(ui, input_field(), box, false);
    if (state_of_box.hovered) ui.cursor = ImGuiMouseCursor_TextInput;
    if (state_of_box.clicked) {
        ui.memory->editor_has_keyboard = false;
        ui.memory->keyboard_field = input_field();
    }
    const bool listens = ui.memory->keyboard_field == input_field();
    fill(ui, box, theme.raised, size::radius_button);
    outline(ui, box, listens ? theme.ink : theme.edge, size::radius_button, listens ? 1.5f : 1);
    if (listens) edit_by_keys(ui, state.typed, false, 1);

    const std::string key = "Enter";
    const float key_w = key_cap_width(ui, key), middle = box.middle_y();
    key_cap(ui, box.right() - 8 - key_w, middle, key);
    const float x = box.x + 10, width = box.right() - 16 - key_w - x;
    if (state.typed.text.empty())
        draw_text_fit(ui, Face::label, x, middle, width, theme.ink2,
                      ui.texts[TextId::input_asked]);
    draw_text_fit(ui, Face::code, x, middle, width, theme.ink, state.typed.text);
    explain(ui, input_field(), box, ui.texts[TextId::input_asked_what], "Ctrl+D");
    if (!listens) return {};
    const auto before = std::string_view(state.typed.text).substr(0, state.typed.caret);
    const float caret_x = std::min(x + text_width(ui, Face::code, before), x + width);
    fill(ui, {caret_x, box.y + 6, 1.5f, box.h - 12}, theme.ink);
    platform::text_input_at({caret_x * ui.scale, box.y * ui.scale, box.h * ui.scale});
    if (ImGui::IsKeyPressed(ImGuiKey_Escape)) leave_input_line(ui);
    if (ImGui::IsKeyPressed(ImGuiKey_Enter, false) ||
        ImGui::IsKeyPressed(ImGuiKey_KeypadEnter, false))
        return take_line(state, true);
    if (ImGui::GetIO().KeyCtrl && ImGui::IsKeyPressed(ImGuiKey_D, false))
        return take_line(state, false);
    return {};
}

}  // namespace meada::app
