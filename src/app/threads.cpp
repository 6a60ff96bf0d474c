#include "app/threads.h"

#include <algorithm>

namespace meada::app {

void remember_values(const Moment& moment, ThreadsUi& state) {
    if (!moment.state) return;
    const bool same = state.remembered_run == moment.run &&
                      state.remembered_event == moment.cursor_event &&
                      state.remembered_instruction == moment.cursor_instruction;
    if (same) return;
    state.before = state.remembered_run == moment.run ? std::move(state.now) : view::ValueMemory{};
    state.now = view::remember(*moment.state);
    state.remembered_run = moment.run;
    state.remembered_event = moment.cursor_event;
    state.remembered_instruction = moment.cursor_instruction;
}

const view::ThreadRow* chosen_row(const view::Threads& threads, const ThreadsUi& state) {
    const view::ThreadRow* focus = nullptr;
    for (const view::ThreadRow& row : threads.rows) {
        if (state.chosen != 0 && row.serial == state.chosen) return &row;
        if (row.serial == threads.focus) focus = &row;
    }
    return focus ? focus : threads.rows.empty() ? nullptr : &threads.rows[0];
}

namespace {

void draw_thread_row(Ui& ui, Rect row, const view::ThreadRow& thread, bool chosen, float name_w,
                     ThreadsUi& state) {
    const Theme& theme = *ui.theme;
    const Press pressed = press(ui, id_of("threads/row", thread.serial), row);
    if (pressed.clicked) state.chosen = state.chosen == thread.serial ? 0 : thread.serial;
    if (chosen) fill(ui, row, theme.selection);
    if (pressed.hovered) {
        ui.cursor = ImGuiMouseCursor_Hand;
        outline(ui, row, theme.edge, 2);
    }
    const float middle = row.middle_y();
    const float x = row.x + size::panel_text + (thread.is_task ? 14 : 0);
    swatch(ui, x, middle, thread.yarn);
    draw_text_fit(ui, Face::code_label, x + 20, middle, name_w, theme.ink, thread.name);
    float right = row.right() - size::panel_text;
    if (thread.holds_gil) {
        draw_icon(ui, Icon::gil, {right - 8, middle}, 14, theme.ink2);
        explain(ui, id_of("threads/gil"), {right - 18, middle - 10, 20, 20},
                ui.texts[TextId::thread_holds_gil]);
        right -= 22;
    }
    const float words_x = row.x + size::panel_text + 34 + name_w + 8;
    if (thread.core >= 0) {
        const std::string core = ui.texts(TextId::timeline_core, {std::to_string(thread.core)});
        const float core_w = text_width(ui, Face::label, core) + 10;
        if (words_x + 22 + text_width(ui, Face::ui, thread.words) + core_w < right) {
            draw_text_right(ui, Face::label, right, middle, theme.ink2, core);
            right -= core_w;
        }
    }
    look_words(ui, words_x, middle, right - words_x, thread.look, thread.words);
    if (pressed.focused) focus_ring(ui, row.inset(4), size::radius_key);
}

float draw_value(Ui& ui, Rect row, const view::ValueRow& value, float name_w) {
    const Theme& theme = *ui.theme;
    const float middle = row.middle_y(), x = row.x + size::panel_text;
    draw_text_fit(ui, Face::code_label, x, middle, name_w, theme.ink, value.name);
    const float value_x = x + name_w + 12, room = row.right() - size::panel_text - value_x;
    const std::string text = fit_text(ui, Face::code_label, value.text, room);
    if (value.changed)
        fill(ui, {value_x - 3, middle - 9, text_width(ui, Face::code_label, text) + 6, 18},
             theme.changed, 3);
    draw_text(ui, Face::code_label, value_x, middle, value.changed ? theme.ink : theme.ink2, text);
    if (text.size() != value.text.size())
        explain(ui, id_of(value.name, id_of("value")), row,
                fit_text(ui, Face::label, value.text, 460));
    return size::code_line;
}

float names_width(const Ui& ui, const std::vector<view::ValueRow>& values, float most) {
    float width = 52;
    for (const view::ValueRow& value : values)
        width = std::max(width, text_width(ui, Face::code_label, value.name));
    return std::min(width, most);
}

float section(Ui& ui, Rect body, float y, std::string_view title) {
    draw_text_fit(ui, Face::label, body.x + size::panel_text, y + 11, body.w - 2 * size::panel_text,
                  ui.theme->ink2, title);
    return 22;
}

float draw_frames(Ui& ui, Rect body, const view::ThreadRow& row, bool library, float y) {
    const float top = y;
    bool first = true;
    for (const view::FrameRow& frame : row.frames) {
        if (frame.library && !library) continue;
        const std::string title =
            frame.line == 0
                ? frame.function
                : ui.texts(TextId::values_frame, {frame.function, std::to_string(frame.line)});
        if (!first) y += 4;
        y += section(ui, body, y, title);
        first = false;
        const float name_w = names_width(ui, frame.values, body.w * 0.4f);
        if (frame.values.empty() && frame.function != "<module>") {
            draw_text(ui, Face::label, body.x + size::panel_text, y + 10, ui.theme->ink3,
                      ui.texts[TextId::values_none]);
            y += size::code_line;
        }
        for (const view::ValueRow& value : frame.values)
            y += draw_value(ui, {body.x, y, body.w, size::code_line}, value, name_w);
    }
    return y - top;
}

}  // namespace

void draw_threads(Ui& ui, Rect body, const view::Threads& threads, ThreadsUi& state) {
    if (threads.rows.empty()) {
        empty_panel(ui, body, ui.texts[TextId::threads_none], ui.texts[TextId::threads_none_what]);
        return;
    }
    const bool beside = body.w > 480, below = !beside && body.h > 300;
    const float rows_h = 12 + float(threads.rows.size()) * size::row;
    float name_w = 60, words_w = 60;
    for (const view::ThreadRow& row : threads.rows) {
        name_w = std::max(name_w, text_width(ui, Face::code_label, row.name) + 1);
        words_w = std::max(words_w, text_width(ui, Face::ui, row.words) + 44);
    }
    const float edges_w = 2 * size::panel_text + 42;
    const float wanted_w = std::max(240.0f, edges_w + name_w + words_w);
    const Rect list{body.x, body.y, beside ? std::min(wanted_w, body.w * 0.66f) : body.w,
                    below ? std::min(rows_h, body.h * 0.5f) : body.h};
    // A state has room for its word, whatever the names are.
    name_w = std::min(name_w, list.w - edges_w - std::min(words_w, 150.0f));
    const view::ThreadRow* chosen = chosen_row(threads, state);
    begin_clip(ui, list);
    for (size_t i = 0; i < threads.rows.size(); ++i) {
        const float y = list.y + 6 + float(i) * size::row - state.rows.at;
        if (y + size::row < list.y || y > list.bottom()) continue;
        draw_thread_row(ui, {list.x, y, list.w, size::row}, threads.rows[i],
                        &threads.rows[i] == chosen, name_w, state);
    }
    scroll_rows(ui, id_of("threads/scroll"), list, rows_h, state.rows);
    end_clip(ui);
    if ((!beside && !below) || !chosen) return;
    Rect stack{body.x, list.bottom() + 1, body.w, body.bottom() - list.bottom() - 1};
    if (beside) {
        rule_down(ui, list.right(), body.y, body.h);
        stack = {list.right() + 1, body.y, body.right() - list.right() - 1, body.h};
    } else {
        rule_across(ui, body.x, list.bottom(), body.w);
    }
    begin_clip(ui, stack);
    const float h =
        draw_frames(ui, stack, *chosen, state.show_library, stack.y + 6 - state.stack.at);
    if (h == 0 && threads.ended)
        empty_panel(ui, stack, ui.texts[TextId::values_ended], ui.texts[TextId::values_ended_what]);
    else if (h == 0)
        empty_panel(ui, stack, ui.texts[TextId::values_nowhere],
                    ui.texts[TextId::values_nowhere_what]);
    scroll_rows(ui, id_of("stack/scroll"), stack, h + 12, state.stack);
    end_clip(ui);
}

void draw_values(Ui& ui, Rect body, const view::Threads& threads, ThreadsUi& state) {
    const view::ThreadRow* chosen = chosen_row(threads, state);
    begin_clip(ui, body);
    const float top = body.y + 4 - state.values.at;
    float y = top;
    if (chosen) {
        y += 2;
        swatch(ui, body.x + size::panel_text, y + 11, chosen->yarn);
        draw_text(ui, Face::code_label, body.x + size::panel_text + 20, y + 11, ui.theme->ink,
                  chosen->name);
        y += 22;
        y += draw_frames(ui, body, *chosen, state.show_library, y);
    }
    y += 4;
    y += section(ui, body, y, ui.texts[TextId::values_module]);
    if (threads.globals.empty()) {
        draw_text(
            ui, Face::label, body.x + size::panel_text, y + 10, ui.theme->ink3,
            ui.texts[threads.ended ? TextId::values_gone_module : TextId::values_none_module]);
        y += size::code_line;
    }
    const float name_w = names_width(ui, threads.globals, body.w * 0.4f);
    for (const view::ValueRow& value : threads.globals)
        y += draw_value(ui, {body.x, y, body.w, size::code_line}, value, name_w);
    scroll_rows(ui, id_of("values/scroll"), body, y - top + 10, state.values);
    end_clip(ui);
}

namespace {

// Names in a row, each with its yarn under it and `asides` behind; returns where they end.
float draw_names(Ui& ui, float x, float middle, float right, const std::vector<Serial>& serials,
                 const std::vector<std::string>& asides, const view::Actors& actors) {
    for (size_t i = 0; i < serials.size(); ++i) {
        const view::Actor* actor = actors.find(serials[i]);
        if (!actor) continue;
        const float w = text_width(ui, Face::code_label, actor->name);
        if (x + w > right) {
            draw_text(ui, Face::label, x, middle, ui.theme->ink2, "…");
            return x + 12;
        }
        draw_text(ui, Face::code_label, x, middle, ui.theme->ink, actor->name);
        fill(ui, {x, middle + 7, w, 2}, yarn_colour(*ui.theme, actor->yarn));
        x += w + 10;
        const std::string aside = i < asides.size() ? asides[i] : std::string();
        const float aside_w = text_width(ui, Face::label, aside);
        if (aside.empty() || x + aside_w > right) continue;
        draw_text(ui, Face::label, x - 4, middle, ui.theme->ink2, aside);
        x += aside_w + 8;
    }
    return x;
}

void draw_lock(Ui& ui, Rect row, const view::SyncRow& sync, const view::Actors& actors,
               float name_w) {
    const Theme& theme = *ui.theme;
    const float middle = row.middle_y(), right = row.right() - size::panel_text;
    float x = row.x + size::panel_text;
    draw_icon(ui, sync.gil ? Icon::gil : Icon::lock, {x + 7, middle}, 14, theme.ink2);
    x += 22;
    draw_text_fit(ui, Face::code_label, x, middle, name_w, theme.ink, sync.name);
    x += name_w + 12;
    if (sync.words.size()) {
        draw_text(ui, Face::label, x, middle, theme.ink, sync.words);
        x += text_width(ui, Face::label, sync.words) + 12;
    }
    if (!sync.items.empty() && x < right) {
        const float room = sync.waiters.empty() ? right - x : (right - x) * 0.4f;
        draw_text_fit(ui, Face::code_label, x, middle, room, theme.ink2, sync.items);
        x += std::min(room, text_width(ui, Face::code_label, sync.items)) + 12;
        explain(ui, id_of("locks/items", sync.serial), row,
                fit_text(ui, Face::label, sync.items, 460));
    }
    if (sync.holder != 0) {
        const std::string held = ui.texts[TextId::lock_held_by];
        draw_text(ui, Face::label, x, middle, theme.ink2, held);
        x = draw_names(ui, x + text_width(ui, Face::label, held) + 6, middle, right, {sync.holder},
                       {}, actors);
    }
    if (!sync.waiters.empty()) {
        const std::string waiting = ui.texts[TextId::lock_waiting];
        draw_text(ui, Face::label, x + 4, middle, theme.ink2, waiting);
        draw_names(ui, x + 10 + text_width(ui, Face::label, waiting), middle, right, sync.waiters,
                   sync.waits, actors);
    }
}

}  // namespace

void draw_locks(Ui& ui, Rect body, const view::Threads& threads, const view::Actors& actors,
                ThreadsUi& state) {
    if (threads.syncs.empty()) {
        empty_panel(ui, body, ui.texts[TextId::locks_none], ui.texts[TextId::locks_none_what]);
        return;
    }
    float name_w = 52;
    for (const view::SyncRow& sync : threads.syncs)
        name_w = std::max(name_w, text_width(ui, Face::code_label, sync.name));
    name_w = std::min(name_w, body.w * 0.55f);
    begin_clip(ui, body);
    for (size_t i = 0; i < threads.syncs.size(); ++i) {
        const float y = body.y + 6 + float(i) * size::row - state.locks.at;
        draw_lock(ui, {body.x, y, body.w, size::row}, threads.syncs[i], actors, name_w);
    }
    scroll_rows(ui, id_of("locks/scroll"), body, 12 + float(threads.syncs.size()) * size::row,
                state.locks);
    end_clip(ui);
}

}  // namespace meada::app
