#include "app/breakpoints.h"

#include <algorithm>
#include <cmath>

#include "app/command_table.h"
#include "app/find.h"
#include "platform/platform.h"

namespace meada::app {

namespace {

constexpr float line_h = size::code_line, pad_top = 4, gutter_points = 20, caret_blink_s = 0.53;
constexpr size_t drawn_bytes_max = 4000;  // of one line: nobody's window is wider

struct CodeArea {
    Rect body;
    float number_w, code_x, letter_w;
    size_t first_line, last_line;  // that can be seen; last is one past
};

float letter_width(const Ui& ui) { return text_width(ui, Face::code, "0000000000") / 10; }

CodeArea layout_of(const Ui& ui, Rect body, const EditorUi& state) {
    CodeArea out;
    out.body = body;
    out.letter_w = letter_width(ui);
    const size_t lines = line_count(state.buffer);
    const std::string widest = std::to_string(std::max<size_t>(lines, 10));
    out.number_w = std::max(24.0f, text_width(ui, Face::code_label, widest) + 8);
    out.code_x = body.x + gutter_points + out.number_w + 16;
    const float top = std::max(0.0f, state.scroll.at - pad_top);
    out.first_line = std::min(lines, size_t(top / line_h));
    out.last_line = std::min(lines, size_t((top + body.h) / line_h) + 2);
    return out;
}

float line_y(const CodeArea& layout, const EditorUi& state, size_t line) {
    return layout.body.y + pad_top + float(line) * line_h - state.scroll.at;
}

Point place_of(const CodeArea& layout, const EditorUi& state, size_t offset) {
    const size_t line = line_of(state.buffer, offset);
    const auto column = float(column_of(state.buffer, offset));
    return {layout.code_x + column * layout.letter_w - state.scroll_x, line_y(layout, state, line)};
}

size_t offset_under(const CodeArea& layout, const EditorUi& state, Point point) {
    const float row = (point.y - layout.body.y - pad_top + state.scroll.at) / line_h;
    const auto last = float(line_count(state.buffer) - 1);
    const auto line = size_t(std::clamp(std::floor(row), 0.0f, last));
    const float column = (point.x - layout.code_x + state.scroll_x) / layout.letter_w;
    return offset_at(state.buffer, line, int(std::max(0.0f, column + 0.5f)));
}

// ---- a line of code
// ------------------------------------------------------------------------------

struct Style {
    Face face;
    ImU32 colour;
};
Style style_of(const Ui& ui, SyntaxKind kind, bool on_paper) {
    const Theme& theme = *ui.theme;
    switch (kind) {
        case SyntaxKind::keyword:
            return {Face::code_strong, theme.ink};
        case SyntaxKind::string:
            return {Face::code, theme.string};
        case SyntaxKind::number:
            return {Face::code, theme.number};
        case SyntaxKind::comment:
            return {Face::code_italic, comment_ink(theme, on_paper)};
        case SyntaxKind::plain:
            break;
    }
    return {Face::code, theme.ink};
}

// Glyphs stand in columns: a run without tabs is one text, since every face has one width.
void draw_code(Ui& ui, const CodeArea& layout, const EditorUi& state, size_t line, float y,
               bool on_paper) {
    const TextBuffer& buffer = state.buffer;
    const size_t begin = buffer.line_starts[line];
    const std::string_view text = line_text(buffer, line).substr(0, drawn_bytes_max);
    const size_t end = begin + text.size();
    auto run = std::partition_point(
        state.runs.begin(), state.runs.end(),
        [&](const SyntaxRun& each) { return each.offset + each.size <= begin; });
    int column = 0;
    const auto draw = [&](size_t from, size_t to, SyntaxKind kind) {
        const Style style = style_of(ui, kind, on_paper);
        while (from < to) {
            const auto rest = std::string_view(buffer.text).substr(from, to - from);
            const std::string_view part = rest.substr(0, rest.find('\t'));
            const size_t tab = from + part.size();
            draw_text(ui, style.face,
                      layout.code_x + float(column) * layout.letter_w - state.scroll_x,
                      y + line_h / 2, style.colour, part);
            for (const char byte : part) column += (uint8_t(byte) & 0xC0) != 0x80;
            from = tab;
            if (from < to) {
                column += tab_columns - column % tab_columns;
                ++from;
            }
        }
    };
    size_t at = begin;
    while (at < end) {
        while (run != state.runs.end() && run->offset + run->size <= at) ++run;
        if (run == state.runs.end() || run->offset >= end) {
            draw(at, end, SyntaxKind::plain);
            break;
        }
        if (run->offset > at) draw(at, run->offset, SyntaxKind::plain);
        const size_t from = std::max(run->offset, at), to = std::min(run->offset + run->size, end);
        draw(from, to, run->kind);
        at = to;
    }
}

void draw_selection(Ui& ui, const CodeArea& layout, const EditorUi& state, size_t begin, size_t end,
                    ImU32 colour) {
    const TextBuffer& buffer = state.buffer;
    const size_t first = line_of(buffer, begin), last = line_of(buffer, end);
    for (size_t line = std::max(first, layout.first_line); line <= last && line < layout.last_line;
         ++line) {
        const size_t start = buffer.line_starts[line];
        const size_t stop = start + line_text(buffer, line).size();
        const float left = place_of(layout, state, std::max(begin, start)).x;
        float right = place_of(layout, state, std::min(end, stop)).x;
        if (line < last) right += layout.letter_w / 2;
        fill(ui, {left, line_y(layout, state, line), right - left, line_h}, colour);
    }
}

// A frame around the bracket at the caret and the one that belongs to it.
void draw_bracket_pair(Ui& ui, const CodeArea& layout, const EditorUi& state) {
    const auto is_code = [&](size_t at) {
        const auto run = std::partition_point(
            state.runs.begin(), state.runs.end(),
            [&](const SyntaxRun& each) { return each.offset + each.size <= at; });
        const bool inside = run != state.runs.end() && run->offset <= at;
        return !inside || (run->kind != SyntaxKind::string && run->kind != SyntaxKind::comment);
    };
    const std::optional<BracketPair> pair = matching_brackets(state.buffer, is_code);
    if (!pair) return;
    for (const size_t at : {pair->open, pair->close}) {
        const Point place = place_of(layout, state, at);
        outline(ui, {place.x - 0.5f, place.y + 1, layout.letter_w + 1, line_h - 2},
                ui.theme->edge, 3);
    }
}

// A line that goes on beyond the edge fades out there.
void fade_long_line(Ui& ui, const CodeArea& layout, const EditorUi& state, size_t line,
                    ImU32 ground) {
    const TextBuffer& buffer = state.buffer;
    const size_t size = std::min(line_text(buffer, line).size(), drawn_bytes_max);
    const float right = layout.body.right() - 4;
    if (place_of(layout, state, buffer.line_starts[line] + size).x <= right) return;
    fade_right(ui, {right - 36, line_y(layout, state, line), 40, line_h}, ground);
}

// ---- marks of the run
// ------------------------------------------------------------------------------

// Tags at the right end of a line; the code under them fades out. Returns where they begin.
float draw_tags(Ui& ui, const CodeArea& layout, const std::vector<view::LineMark>& marks, float y,
                ImU32 ground) {
    float width = 8;
    size_t shown = 0;
    const float room = layout.body.w * 0.55f;
    for (const view::LineMark& mark : marks) {
        const float w = tag_width(ui, mark.name) + 4;
        if (width + w > room) break;
        width += w;
        ++shown;
    }
    const std::string more =
        shown < marks.size() ? "+" + std::to_string(marks.size() - shown) : std::string();
    if (!more.empty()) width += text_width(ui, Face::label, more) + 6;
    float x = layout.body.right() - width;
    fade_right(ui, {x - 24, y, 24, line_h}, ground);
    fill(ui, {x, y, width, line_h}, ground);
    for (size_t i = 0; i < shown; ++i) {
        tag(ui, x, y + line_h / 2, marks[i].name, marks[i].yarn, marks[i].look);
        x += tag_width(ui, marks[i].name) + 4;
    }
    draw_text(ui, Face::label, x + 2, y + line_h / 2, ui.theme->ink2, more);
    return layout.body.right() - width - 24;
}

// What the names of the line are at this moment, between its code and its tags.
void draw_values_behind(Ui& ui, const CodeArea& layout, const EditorUi& state, size_t line,
                        float right, const std::string& values) {
    constexpr float least_room = 64;  // less shows a name without its value
    const size_t end = state.buffer.line_starts[line] + line_text(state.buffer, line).size();
    const float x = place_of(layout, state, end).x + 24, y = line_y(layout, state, line);
    if (values.empty() || x < layout.code_x || right - x < least_room) return;
    draw_text_fit(ui, Face::code_label, x, y + line_h / 2, right - x, ui.theme->ink2, values);
}

void draw_bars(Ui& ui, const CodeArea& layout, const std::vector<view::LineMark>& marks, float y) {
    const float x = layout.body.x + gutter_points + layout.number_w + 2;
    for (size_t i = 0; i < marks.size() && i < 3; ++i)
        fill(ui, {x + float(i) * 4, y + 1, 3, line_h - 2}, yarn_colour(*ui.theme, marks[i].yarn));
}

void draw_gutter(Ui& ui, const CodeArea& layout, const EditorUi& state, size_t line, float y,
                 bool running) {
    const auto number = uint32_t(line + 1);
    const Point dot{layout.body.x + gutter_points / 2, y + line_h / 2};
    const auto at = std::ranges::find(state.breakpoints, number, &command::Breakpoint::line);
    const bool stops = at != state.breakpoints.end();
    const bool over = hovers(ui, {layout.body.x, y, gutter_points, line_h});
    if (stops)
        draw_breakpoint(ui, dot, *at);
    else if (over)
        disc(ui, dot, 5, with_alpha(ui.theme->bad, 0.35f));
    if (running && !stops) draw_icon(ui, Icon::run, dot, 12, ui.theme->ink);
    draw_text_right(ui, running ? Face::code_label_strong : Face::code_label,
                    layout.body.x + gutter_points + layout.number_w, y + line_h / 2,
                    running ? ui.theme->ink : ui.theme->ink3, std::to_string(number));
}

// ---- errors ------------------------------------------------------------------------------------

void draw_wave(Ui& ui, float left, float right, float y) {
    const float step = 2 * ui.scale, rise = 1.5f * ui.scale;
    bool up = false;
    for (float x = left * ui.scale; x < right * ui.scale; x += step, up = !up)
        ui.list->PathLineTo({x, y * ui.scale + (up ? -rise : rise)});
    ui.list->PathStroke(ui.theme->bad, 0, 1.3f * ui.scale);
}

void draw_error(Ui& ui, const CodeArea& layout, const EditorUi& state, const Error& error) {
    const TextBuffer& buffer = state.buffer;
    if (error.range.line == 0 || error.range.line > line_count(buffer)) return;
    const size_t line = error.range.line - 1;
    if (line < layout.first_line || line >= layout.last_line) return;
    const std::string_view text = line_text(buffer, line);
    const size_t from = std::min<size_t>(error.range.column, text.size());
    size_t to = text.size();
    if (error.range.end_line == error.range.line)
        to = std::clamp<size_t>(error.range.end_column, from, text.size());
    const size_t start = buffer.line_starts[line];
    const float left = place_of(layout, state, start + from).x;
    const float right = std::max(left + 8, place_of(layout, state, start + to).x);
    const float y = line_y(layout, state, line);
    // Of a line that goes on for ever only what is in sight.
    draw_wave(ui, std::max(left, layout.body.x), std::min(right, layout.body.right()), y + 18);
    const std::string words = word_error(ui.texts.language, error);
    const float text_end =
        place_of(layout, state, start + std::min(text.size(), drawn_bytes_max)).x;
    const float edge = layout.body.right() - 10;
    float x = std::max(layout.code_x, text_end + 14);
    float tag_y = y;
    if (edge - x < std::min(180.0f, text_width(ui, Face::label, words) + 30)) {
        x = layout.code_x;  // no room beside the code: on the line under it
        tag_y = y + line_h;
    }
    const std::string shown = fit_text(ui, Face::label, words, edge - x - 30);
    const Rect box{x, tag_y + 1, text_width(ui, Face::label, shown) + 30, 18};
    fill(ui, box, ui.theme->bad_ground, 9);
    outline(ui, box, ui.theme->bad, 9);
    draw_icon(ui, Icon::bad, {x + 12, box.middle_y()}, 12, ui.theme->bad);
    draw_text(ui, Face::label, x + 22, box.middle_y(), ui.theme->bad, shown);
    explain(ui, id_of("editor/error"), box, words);
}

// ---- pointer
// -------------------------------------------------------------------------------------

void follow_pointer(Ui& ui, const CodeArea& layout, EditorUi& state, EditorAnswer& answer) {
    const Rect gutter{layout.body.x, layout.body.y, gutter_points + layout.number_w, layout.body.h};
    const Rect code{layout.code_x - 12, layout.body.y,
                    layout.body.right() - 14 - layout.code_x + 12,
                    state.buffer.text.empty() ? empty_editor_h : layout.body.h};
    const Press on_gutter = press(ui, id_of("editor/gutter"), gutter, false);
    if (on_gutter.hovered) ui.cursor = ImGuiMouseCursor_Hand;
    if (on_gutter.pressed) {
        const size_t line = line_of(state.buffer, offset_under(layout, state, ui.pointer));
        answer.breakpoints_changed |= toggle_breakpoint(state, uint32_t(line + 1));
    }
    if (on_gutter.hovered && ImGui::IsMouseClicked(1)) {
        const size_t line = line_of(state.buffer, offset_under(layout, state, ui.pointer));
        open_condition(ui, state, uint32_t(line + 1));
    }
    // Beside the line that it would be set at.
    Rect row = gutter;
    row.y = std::floor((ui.pointer.y - gutter.y) / line_h) * line_h + gutter.y;
    row.h = line_h;
    explain(ui, id_of("editor/gutter"), row, ui.texts[TextId::breakpoint_hint],
            key_words(ui.texts, CommandId::toggle_breakpoint));
    const Press on_code = press(ui, id_of("editor/code"), code, false);
    if (on_code.hovered || on_code.held) ui.cursor = ImGuiMouseCursor_TextInput;
    const size_t at = offset_under(layout, state, ui.pointer);
    if (on_code.pressed) {
        focus_editor(ui, state, true);
        state.clicks = std::min(3, ImGui::GetMouseClickedCount(0));
        if (state.clicks == 2)
            select_word_at(state.buffer, at);
        else if (state.clicks == 3)
            select_line_at(state.buffer, at);
        else
            move_to(state.buffer, at, ImGui::GetIO().KeyShift);
        state.typed_s = ui.time_s;
    } else if (on_code.held && state.clicks == 1) {
        if (ui.pointer_moved) move_to(state.buffer, at, true);
        const float above = layout.body.y - ui.pointer.y,
                    below = ui.pointer.y - layout.body.bottom();
        if (above > 0 || below > 0) {
            state.scroll.at += above > 0 ? -above * 0.3f : below * 0.3f;
            move_to(state.buffer, at, true);
            platform::request_frame();
        }
    }
    const bool elsewhere = ImGui::IsMouseClicked(0) && !hovers(ui, layout.body) && !state.finding;
    if (elsewhere) focus_editor(ui, state, false);
}

// The value of the name under the pointer, while the text is what was run.
void show_hover(Ui& ui, const CodeArea& layout, const EditorLook& look, EditorUi& state) {
    const Rect code{layout.code_x, layout.body.y, layout.body.right() - 14 - layout.code_x,
                    layout.body.h};
    const bool over = look.marks && hovers(ui, code) && ui.memory->active == 0;
    const Point in_letter{ui.pointer.x - layout.letter_w / 2, ui.pointer.y};
    Hover& hover = state.hover;
    if (over && state.runs_version == state.buffer.version)
        look_under(state.buffer, state.runs, offset_under(layout, state, in_letter), hover);
    else
        hover.begin = hover.end = 0;
    if (hover.begin == hover.end || !hover.known || hover.value.empty()) return;
    const Point begin = place_of(layout, state, hover.begin);
    const Point end = place_of(layout, state, hover.end);
    constexpr float value_w = 460;
    explain(ui, id_of("editor/hover", Id(hover.begin)),
            {begin.x, begin.y, end.x - begin.x, line_h},
            fit_text(ui, Face::label, hover.expression + " = " + hover.value, value_w));
}

void see_caret(const CodeArea& layout, EditorUi& state) {
    if (!state.wants_caret_seen) return;
    state.wants_caret_seen = false;
    const float y = pad_top + float(line_of(state.buffer, state.buffer.caret)) * line_h;
    if (y < state.scroll.at + line_h) state.scroll.at = std::max(0.0f, y - line_h);
    if (y + 2 * line_h > state.scroll.at + layout.body.h)
        state.scroll.at = y + 2 * line_h - layout.body.h;
    const float x = float(column_of(state.buffer, state.buffer.caret)) * layout.letter_w;
    const float room = layout.body.right() - 24 - layout.code_x;
    if (x < state.scroll_x) state.scroll_x = std::max(0.0f, x - 4 * layout.letter_w);
    if (x > state.scroll_x + room) state.scroll_x = x - room;
}

// ---- caret
// ---------------------------------------------------------------------------------------

void draw_caret(Ui& ui, const CodeArea& layout, const EditorUi& state) {
    const Point at = place_of(layout, state, state.buffer.caret);
    const platform::Composition& composing = platform::composition();
    platform::text_input_at({at.x * ui.scale, at.y * ui.scale, line_h * ui.scale});
    if (!composing.text.empty()) {
        const float w = text_width(ui, Face::code, composing.text);
        fill(ui, {at.x, at.y, w + 2, line_h}, ui.theme->selection);
        draw_text(ui, Face::code, at.x, at.y + line_h / 2, ui.theme->ink, composing.text);
        fill(ui, {at.x, at.y + line_h - 3, w, 1}, ui.theme->ink);
        const float caret =
            text_width(ui, Face::code,
                       std::string_view(composing.text).substr(0, size_t(composing.caret_bytes)));
        fill(ui, {at.x + caret, at.y + 1, 1.5f, line_h - 2}, ui.theme->ink);
        return;
    }
    const double since_s = ui.time_s - state.typed_s;
    const auto half = int(since_s / double(caret_blink_s));
    if (ui.reduced_motion || half % 2 == 0)
        fill(ui, {at.x - 0.75f, at.y + 1, 1.5f, line_h - 2}, ui.theme->ink);
    if (!ui.reduced_motion)
        platform::request_frame_after((half + 1) * double(caret_blink_s) - since_s + 0.01);
}

// Where something runs, or else where somebody waits, is in sight.
void follow_run(const CodeArea& layout, EditorUi& state, const view::SourceMarks* marks) {
    if (!marks || marks->lines.empty()) return;
    const bool runs = marks->running_line != 0;
    const uint32_t line = runs ? marks->running_line : marks->lines.begin()->first;
    if (line == state.shown_line || (!runs && state.shown_line != 0)) return;
    state.shown_line = line;
    const float y = pad_top + float(line - 1) * line_h;
    if (y < state.scroll.at + line_h || y + 3 * line_h > state.scroll.at + layout.body.h)
        state.scroll.at = std::max(0.0f, std::floor((y - layout.body.h * 0.4f) / line_h) * line_h);
}

void take_changes(EditorUi& state, EditorAnswer& answer, uint64_t version_before) {
    for (const LineChange& change : state.buffer.line_changes) {
        for (command::Breakpoint& each : state.breakpoints) {
            if (each.line <= change.line + 1) continue;
            each.line = uint32_t(
                std::max<int64_t>(int64_t(change.line) + 1, int64_t(each.line) + change.delta));
            answer.breakpoints_changed = true;
        }
        const auto same = std::ranges::unique(state.breakpoints, {}, &command::Breakpoint::line);
        state.breakpoints.erase(same.begin(), same.end());
    }
    state.buffer.line_changes.clear();
    answer.changed = state.buffer.version != version_before;
}

ImU32 line_ground(const Ui& ui, const EditorLook& look, bool running) {
    if (!running) return ui.theme->paper;
    return mix(yarn_colour(*ui.theme, look.marks->running_yarn), ui.theme->paper, running_ground);
}

void draw_lines(Ui& ui, const CodeArea& layout, const EditorLook& look, EditorUi& state) {
    static const std::vector<view::LineMark> nobody;
    const Rect code{layout.code_x - 4, layout.body.y, layout.body.right() - layout.code_x + 4,
                    layout.body.h};
    const size_t begin = std::min(state.buffer.caret, state.buffer.anchor);
    const size_t end = std::max(state.buffer.caret, state.buffer.anchor);
    for (size_t line = layout.first_line; line < layout.last_line; ++line) {
        const float y = line_y(layout, state, line);
        const bool running = look.marks && look.marks->running_line == line + 1;
        if (running)
            fill(ui, {layout.body.x, y, layout.body.w, line_h}, line_ground(ui, look, running));
        draw_gutter(ui, layout, state, line, y, running);
    }
    begin_clip(ui, code);
    for (const size_t at : state.found)
        draw_selection(ui, layout, state, at, at + state.find.text.size(), ui.theme->changed);
    if (begin != end) draw_selection(ui, layout, state, begin, end, ui.theme->selection);
    for (size_t line = layout.first_line; line < layout.last_line; ++line) {
        const bool running = look.marks && look.marks->running_line == line + 1;
        const size_t start = state.buffer.line_starts[line];
        const bool selected = begin < end && start < end &&
                              start + line_text(state.buffer, line).size() >= begin;
        draw_code(ui, layout, state, line, line_y(layout, state, line),
                  !running && !selected && state.found.empty());
        fade_long_line(ui, layout, state, line, line_ground(ui, look, running));
    }
    if (ui.memory->editor_has_keyboard) draw_bracket_pair(ui, layout, state);
    end_clip(ui);
    if (!look.marks) return;
    for (const auto& [number, marks] : look.marks->lines) {
        if (number == 0 || number - 1 < layout.first_line || number - 1 >= layout.last_line)
            continue;
        const float y = line_y(layout, state, number - 1);
        const bool running = look.marks->running_line == number;
        draw_bars(ui, layout, marks, y);
        const float tags_x = draw_tags(ui, layout, marks, y, line_ground(ui, look, running));
        if (running) draw_values_behind(ui, layout, state, number - 1, tags_x, look.values);
    }
}

}  // namespace

EditorAnswer draw_editor(Ui& ui, Rect rect, const EditorLook& look, EditorUi& state) {
    EditorAnswer answer;
    const uint64_t version = state.buffer.version;
    panel(ui, rect);
    const Rect body = panel_body(rect);
    CodeArea layout = layout_of(ui, body, state);
    begin_clip(ui, body);
    follow_pointer(ui, layout, state, answer);
    const bool typing = ui.memory->editor_has_keyboard && ui.memory->menu.empty();
    if (typing && edit_by_keys(ui, state.buffer, true, std::max(1, int(body.h / line_h) - 2))) {
        state.wants_caret_seen = true;
        state.typed_s = ui.time_s;
    }
    refresh_found(state);
    follow_run(layout, state, look.marks);
    see_caret(layout, state);
    if (state.runs_version != state.buffer.version) {
        state.runs = syntax_runs(state.buffer.text);
        state.runs_version = state.buffer.version;
    }
    const float sideways = hovers(ui, body) ? ImGui::GetIO().MouseWheelH : 0;
    state.scroll_x = std::max(0.0f, state.scroll_x - sideways * 40);
    layout = layout_of(ui, body, state);
    draw_lines(ui, layout, look, state);
    if (state.condition_line == 0) show_hover(ui, layout, look, state);
    if (look.errors)
        for (const Error& error : *look.errors) draw_error(ui, layout, state, error);
    if (typing) draw_caret(ui, layout, state);
    scroll_by(ui, id_of("editor/scroll"), body,
              2 * pad_top + float(line_count(state.buffer) + 1) * line_h, state.scroll);
    if (state.condition_line != 0) {
        const float y = line_y(layout, state, state.condition_line - 1);
        const Rect under{layout.code_x, y, body.right() - layout.code_x - 20, line_h};
        answer.breakpoints_changed |= draw_condition(ui, under, body, state);
    }
    draw_find(ui, body, state);
    end_clip(ui);
    draw_editor_head(ui, rect, look, state, answer);
    take_changes(state, answer, version);
    return answer;
}

}  // namespace meada::app
