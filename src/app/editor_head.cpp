// The editor's head: the script's name, what is with it, where the caret is, running it.
#include "app/command_table.h"
#include "app/editor.h"

namespace meada::app {

namespace {

// Line and column of the caret, quietly; returns where it begins.
float draw_caret_place(Ui& ui, float right, float middle, const TextBuffer& buffer) {
    const std::string place =
        ui.texts(TextId::editor_place, {std::to_string(line_of(buffer, buffer.caret) + 1),
                                        std::to_string(column_of(buffer, buffer.caret) + 1)});
    const float w = text_width(ui, Face::label, place);
    draw_text(ui, Face::label, right - w, middle, ui.theme->ink2, place);
    return right - w - 12;
}

}  // namespace

void draw_editor_head(Ui& ui, Rect rect, const EditorLook& look, const EditorUi& state,
                      EditorAnswer& answer) {
    const Theme& theme = *ui.theme;
    const float middle = rect.y + size::panel_head / 2 + 0.5f, x = rect.x + size::panel_text + 1;
    float right = rect.right() - size::head_menu - 4;
    const size_t errors = look.errors ? look.errors->size() : 0;
    if (look.edited) {
        Button run{.label = ui.texts[TextId::editor_run],
                   .before = Icon::run,
                   .strong = true,
                   .key = key_words(ui.texts, CommandId::run_script)};
        run.explanation = run.label;
        const float w = button_width(ui, run);
        if (button(ui, id_of("editor/run"), {right - w, rect.y + 4, w, 24}, run))
            answer.wants_run = true;
        right -= w + 8;
    }
    const float name_w = text_width(ui, Face::code_strong, look.name);
    const bool is_written = ui.memory->editor_has_keyboard || state.finding;
    if (is_written && right - x - name_w > 240)
        right = draw_caret_place(ui, right, middle, state.buffer);
    draw_text_fit(ui, Face::code_strong, x, middle, right - x, theme.ink, look.name);
    std::string aside = look.aside;
    if (errors > 0)
        aside = errors == 1 ? ui.texts[TextId::editor_error_one]
                            : ui.texts(TextId::editor_error_count, {std::to_string(errors)});
    const float room = right - x - name_w - 10;
    if (room > 30)
        draw_text_fit(ui, Face::label, x + name_w + 10, middle, room,
                      errors > 0 ? theme.bad : theme.ink2, aside);
    panel_head_rule(ui, rect);
}

}  // namespace meada::app
