#include "app/find.h"

#include <algorithm>

#include "app/command_table.h"
#include "app/field.h"

namespace meada::app {

namespace {

constexpr float find_w = 372, find_row_h = 36, find_field_w = 150, find_button = 24;

Id find_field() { return id_of("find"); }
Id with_field() { return id_of("find/with"); }

void close_find(Ui& ui, EditorUi& state) {
    state.finding = false;
    stop_listening(ui, find_field());
    stop_listening(ui, with_field());
    focus_editor(ui, state, true);
}

// The place that the editor's selection is, as an index; the count where it is none.
size_t index_of_found(const EditorUi& state) {
    const size_t begin = selection_begin(state.buffer);
    const bool selected = selection_end(state.buffer) - begin == state.find.text.size();
    const auto at = std::find(state.found.begin(), state.found.end(), begin);
    return selected ? size_t(at - state.found.begin()) : state.found.size();
}

void replace_one(EditorUi& state) {
    const size_t index = index_of_found(state);
    if (index < state.found.size()) {
        replace_found(state.buffer, {state.found[index]}, state.find.text.size(), state.with.text);
        // On from behind what has been put in, or a longer word with the same letters never ends.
        refresh_found(state);
        const size_t from = state.buffer.caret;
        for (const size_t at : state.found)
            if (at >= from) {
                state.buffer.anchor = at;
                state.buffer.caret = at + state.find.text.size();
                state.wants_caret_seen = true;
                return;
            }
    }
    find_again(state, false);
}

void replace_every(EditorUi& state) {
    replace_found(state.buffer, state.found, state.find.text.size(), state.with.text);
    state.wants_caret_seen = true;
}

// A small button that stays pressed in.
bool option(Ui& ui, std::string_view name, Rect at, std::string label, TextId what, bool& on) {
    const Button look{
        .label = {}, .kind = ButtonKind::bare, .on = on, .explanation = ui.texts[what]};
    const bool clicked = button(ui, id_of(name), at, look);
    draw_text_centre(ui, Face::label, at.middle_x(), at.middle_y(), ui.theme->ink, label);
    if (clicked) on = !on;
    return clicked;
}

std::string count_words(const Ui& ui, const EditorUi& state) {
    if (state.found.empty())
        return state.find.text.empty() ? std::string() : ui.texts[TextId::find_none];
    const size_t index = std::min(index_of_found(state) + 1, state.found.size());
    return ui.texts(TextId::find_count,
                    {std::to_string(index), std::to_string(state.found.size())});
}

void draw_find_row(Ui& ui, Rect row, EditorUi& state) {
    const Texts& texts = ui.texts;
    float x = row.x + 8 + find_field_w + 6;
    const auto next = [&](float w) {
        const Rect at{x, row.middle_y() - find_button / 2, w, find_button};
        x += w + 2;
        return at;
    };
    option(ui, "find/case", next(28), "Aa", TextId::find_case, state.find_options.match_case);
    option(ui, "find/word", next(28), "ab|", TextId::find_word, state.find_options.whole_word);
    draw_text_fit(ui, Face::label, x + 4, row.middle_y(), 62, ui.theme->ink2,
                  count_words(ui, state));
    x = row.right() - 6 - 3 * (find_button + 2);
    if (icon_button(ui, id_of("find/previous"), next(find_button), Icon::up,
                    texts[TextId::find_previous], key_words(texts, CommandId::find_previous)))
        find_again(state, true);
    if (icon_button(ui, id_of("find/next"), next(find_button), Icon::down, texts[TextId::find_next],
                    key_words(texts, CommandId::find_next)))
        find_again(state, false);
    if (icon_button(ui, id_of("find/close"), next(find_button), Icon::close, texts[TextId::dismiss],
                    "Esc"))
        close_find(ui, state);
}

void draw_replace_row(Ui& ui, Rect row, EditorUi& state) {
    float x = row.x + 8 + find_field_w + 6;
    const auto next = [&](TextId words, std::string_view name) {
        const Button look{.label = ui.texts[words], .disabled = state.found.empty()};
        const float w = button_width(ui, look);
        const bool clicked =
            button(ui, id_of(name), {x, row.middle_y() - find_button / 2, w, find_button}, look);
        x += w + 6;
        return clicked;
    };
    if (next(TextId::find_replace_one, "find/replace_one")) replace_one(state);
    if (next(TextId::find_replace_all, "find/replace_all")) replace_every(state);
}

// The text that is looked for is another one: from here on, and what is selected may be it still.
void find_anew(EditorUi& state) {
    const size_t from = selection_begin(state.buffer);
    state.buffer.caret = state.buffer.anchor = from;
    refresh_found(state);
    if (std::find(state.found.begin(), state.found.end(), from) != state.found.end()) {
        state.buffer.caret = from + state.find.text.size();
        state.wants_caret_seen = true;
    } else {
        find_again(state, false);
    }
}

void draw_find_field(Ui& ui, Rect box, EditorUi& state) {
    const uint64_t before = state.find.version;
    const FieldAnswer answer =
        draw_field(ui, find_field(), box, state.find, ui.texts[TextId::find], {});
    if (state.find.version != before) find_anew(state);
    if (answer.entered) find_again(state, ImGui::GetIO().KeyShift);
    if (answer.left) close_find(ui, state);
}

void draw_with_field(Ui& ui, Rect box, EditorUi& state) {
    const FieldAnswer answer =
        draw_field(ui, with_field(), box, state.with, ui.texts[TextId::find_with], {});
    if (answer.entered) ImGui::GetIO().KeyAlt ? replace_every(state) : replace_one(state);
    if (answer.left) close_find(ui, state);
}

// Tab goes from one field to the other.
void change_field(Ui& ui, const EditorUi& state) {
    if (!state.replacing || !key(ImGuiKey_Tab)) return;
    if (listens(ui, find_field()))
        listen(ui, with_field());
    else if (listens(ui, with_field()))
        listen(ui, find_field());
}

}  // namespace

void find_again(EditorUi& state, bool backward) {
    if (state.found.empty()) return;
    const size_t from = selection_begin(state.buffer);
    size_t chosen = backward ? state.found.back() : state.found.front();
    for (const size_t at : state.found) {
        if (!backward && (at > from || (at == from && !has_selection(state.buffer)))) {
            chosen = at;
            break;
        }
        if (backward && at < from) chosen = at;
    }
    state.buffer.anchor = chosen;
    state.buffer.caret = chosen + state.find.text.size();
    state.wants_caret_seen = true;
}

void refresh_found(EditorUi& state) {
    if (!state.finding) {
        state.found.clear();
        state.found_what = ~uint64_t{0};
        return;
    }
    if (state.found_version == state.buffer.version && state.found_what == state.find.version &&
        state.found_options == state.find_options)
        return;
    state.found_version = state.buffer.version;
    state.found_what = state.find.version;
    state.found_options = state.find_options;
    state.found = find_all(state.buffer, state.find.text, state.find_options);
}

void draw_find(Ui& ui, Rect body, EditorUi& state) {
    if (!state.finding) return;
    if (ui.memory->menu.empty()) change_field(ui, state);
    refresh_found(state);
    const float w = std::min(find_w, body.w - 28);
    const Rect box{body.right() - w - 14, body.y + 6, w, find_row_h * (state.replacing ? 2 : 1)};
    fill(ui, box, ui.theme->raised, size::radius_button);
    outline(ui, box, ui.theme->edge, size::radius_button);
    const Rect first{box.x, box.y, box.w, find_row_h};
    const float field_h = find_row_h - 10;
    draw_find_field(ui, {first.x + 8, first.y + 5, find_field_w, field_h}, state);
    draw_find_row(ui, first, state);
    if (!state.replacing) return;
    const Rect second{box.x, box.y + find_row_h - 4, box.w, find_row_h};
    draw_with_field(ui, {second.x + 8, second.y + 5, find_field_w, field_h}, state);
    draw_replace_row(ui, second, state);
}

void open_find(Ui& ui, EditorUi& state, bool replacing) {
    const std::string chosen = selected_text(state.buffer);
    state.finding = true;
    state.replacing = replacing;
    listen(ui, find_field());
    if (!chosen.empty() && chosen.find('\n') == std::string::npos) set_text(state.find, chosen);
    state.find.anchor = 0;
    state.find.caret = state.find.text.size();
}

}  // namespace meada::app
