#include "app/field.h"

#include <algorithm>

#include "app/editor.h"
#include "platform/platform.h"

namespace meada::app {

void listen(Ui& ui, Id field) {
    ui.memory->editor_has_keyboard = false;
    ui.memory->keyboard_field = field;
}

void stop_listening(Ui& ui, Id field) {
    if (ui.memory->keyboard_field == field) ui.memory->keyboard_field = 0;
}

bool listens(const Ui& ui, Id field) { return ui.memory->keyboard_field == field; }

FieldAnswer draw_field(Ui& ui, Id id, Rect box, TextBuffer& typed, std::string_view hint,
                       std::string_view key) {
    const Theme& theme = *ui.theme;
    const Press pressed = press(ui, id, box, false);
    if (pressed.hovered) ui.cursor = ImGuiMouseCursor_TextInput;
    if (pressed.clicked) listen(ui, id);
    const bool has_keyboard = listens(ui, id);
    fill(ui, box, theme.raised, size::radius_button);
    outline(ui, box, has_keyboard ? theme.ink : theme.edge, size::radius_button,
            has_keyboard ? 1.5f : 1);
    FieldAnswer answer;
    if (has_keyboard) {
        answer.entered = ImGui::IsKeyPressed(ImGuiKey_Enter, false) ||
                         ImGui::IsKeyPressed(ImGuiKey_KeypadEnter, false);
        answer.left = ImGui::IsKeyPressed(ImGuiKey_Escape, false);
        if (!answer.entered && !answer.left) edit_by_keys(ui, typed, false, 1);
    }
    const float key_w = key.empty() ? 0 : key_cap_width(ui, key), middle = box.middle_y();
    if (key_w > 0) key_cap(ui, box.right() - 8 - key_w, middle, key);
    const float x = box.x + 10, width = box.right() - 16 - key_w - x;
    if (typed.text.empty()) draw_text_fit(ui, Face::label, x, middle, width, theme.ink2, hint);
    // What is longer than the field shows its end, where one types.
    const auto before = std::string_view(typed.text).substr(0, typed.caret);
    const float shift = std::max(0.0f, text_width(ui, Face::code, before) - width + 4);
    begin_clip(ui, {x - 1, box.y, width + 2, box.h});
    draw_text(ui, Face::code, x - shift, middle, theme.ink, typed.text);
    end_clip(ui);
    if (!has_keyboard) return answer;
    const float caret_x = x - shift + text_width(ui, Face::code, before);
    fill(ui, {caret_x, box.y + 6, 1.5f, box.h - 12}, theme.ink);
    platform::text_input_at({caret_x * ui.scale, box.y * ui.scale, box.h * ui.scale});
    return answer;
}

}  // namespace meada::app
