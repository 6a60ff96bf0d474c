#include "app/find.h"

#include <algorithm>

#include "platform/platform.h"

namespace meada::app {

namespace {

Id find_field() { return id_of("find"); }

void find_again(EditorUi& state, bool backward) {
    if (state.found.empty()) return;
    const size_t from = std::min(state.buffer.caret, state.buffer.anchor);
    size_t chosen = backward ? state.found.back() : state.found.front();
    for (const size_t at : state.found) {
        if (!backward && at > from) {
            chosen = at;
            break;
        }
        if (backward && at < from) chosen = at;
    }
    state.buffer.anchor = chosen;
    state.buffer.caret = chosen + state.find.text.size();
    state.wants_caret_seen = true;
}

void close_find(Ui& ui, EditorUi& state) {
    state.finding = false;
    ui.memory->keyboard_field = 0;
    focus_editor(ui, state, true);
}

}  // namespace

void refresh_found(EditorUi& state) {
    if (!state.finding) {
        state.found.clear();
        state.found_what = ~uint64_t{0};
        return;
    }
    if (state.found_version == state.buffer.version && state.found_what == state.find.version)
        return;
    state.found_version = state.buffer.version;
    state.found_what = state.find.version;
    state.found = find_all(state.buffer, state.find.text);
}

void draw_find(Ui& ui, Rect body, EditorUi& state) {
    if (!state.finding) return;
    const Theme& theme = *ui.theme;
    const Rect box{body.right() - 292, body.y + 6, 278, 32};
    fill(ui, box, theme.raised, size::radius_button);
    outline(ui, box, theme.edge, size::radius_button);
    draw_icon(ui, Icon::search, {box.x + 16, box.middle_y()}, 14, theme.ink2);
    const uint64_t before = state.find.version;
    const bool listens = ui.memory->keyboard_field == find_field();
    if (listens) edit_by_keys(ui, state.find, false, 1);
    refresh_found(state);
    if (state.find.version != before) {
        state.buffer.caret = state.buffer.anchor =
            std::min(state.buffer.caret, state.buffer.anchor);
        if (state.buffer.caret > 0) --state.buffer.caret, --state.buffer.anchor;
        find_again(state, false);
    }
    const float x = box.x + 30;
    const float caret_x =
        x +
        text_width(ui, Face::code, std::string_view(state.find.text).substr(0, state.find.caret));
    draw_text_fit(ui, Face::code, x, box.middle_y(), 130, theme.ink, state.find.text);
    if (listens) {
        fill(ui, {std::min(caret_x, x + 130), box.y + 7, 1.5f, 18}, theme.ink);
        platform::text_input_at({caret_x * ui.scale, box.y * ui.scale, box.h * ui.scale});
    }
    if (press(ui, find_field(), {x, box.y, 130, box.h}, false).clicked)
        ui.memory->keyboard_field = find_field();
    size_t index = 0;
    while (index < state.found.size() && state.found[index] != state.buffer.anchor) ++index;
    const std::string count =
        state.found.empty()
            ? ui.texts[TextId::find_none]
            : ui.texts(TextId::find_count, {std::to_string(std::min(index + 1, state.found.size())),
                                            std::to_string(state.found.size())});
    draw_text_right(ui, Face::label, box.right() - 38, box.middle_y(), theme.ink2, count);
    const bool closes = icon_button(ui, id_of("find/close"), {box.right() - 30, box.y + 4, 24, 24},
                                    Icon::close, ui.texts[TextId::dismiss], "Esc");
    if (listens && ImGui::IsKeyPressed(ImGuiKey_Enter)) find_again(state, ImGui::GetIO().KeyShift);
    if (closes || (listens && ImGui::IsKeyPressed(ImGuiKey_Escape))) close_find(ui, state);
}

void open_find(Ui& ui, EditorUi& state) {
    const std::string chosen = selected_text(state.buffer);
    state.finding = true;
    ui.memory->editor_has_keyboard = false;
    ui.memory->keyboard_field = find_field();
    if (!chosen.empty() && chosen.find('\n') == std::string::npos) set_text(state.find, chosen);
    state.find.anchor = 0;
    state.find.caret = state.find.text.size();
}

}  // namespace meada::app
