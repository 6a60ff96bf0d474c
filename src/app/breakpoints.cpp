#include "app/breakpoints.h"

#include <algorithm>
#include <charconv>

#include "app/field.h"

namespace meada::app {

namespace {

constexpr float row_h = 30, row_gap = 4, dialog_pad = 8;
constexpr uint32_t hit_max = 1'000'000'000;

enum class Part : uint8_t { condition, message, hit };
constexpr Part parts[] = {Part::condition, Part::message, Part::hit};
constexpr float dialog_h = 3 * row_h + 2 * row_gap + 2 * dialog_pad;

Id field_of(Part part) { return id_of("editor/breakpoint", Id(part) + 1); }

TextBuffer& text_of(EditorUi& state, Part part) {
    switch (part) {
        case Part::condition: return state.condition;
        case Part::message: return state.message;
        case Part::hit: break;
    }
    return state.hit;
}

TextId label_of(Part part) {
    switch (part) {
        case Part::condition: return TextId::breakpoint_if;
        case Part::message: return TextId::breakpoint_log;
        case Part::hit: break;
    }
    return TextId::breakpoint_hit;
}

TextId hint_of(Part part) {
    switch (part) {
        case Part::condition: return TextId::breakpoint_if_hint;
        case Part::message: return TextId::breakpoint_log_hint;
        case Part::hit: break;
    }
    return TextId::breakpoint_hit_hint;
}

uint32_t number_in(const std::string& text) {
    uint32_t number = 0;
    (void)std::from_chars(text.data(), text.data() + text.size(), number);
    return std::min(number, hit_max);
}

void write(TextBuffer& buffer, const std::string& text) {
    set_text(buffer, text);
    move_to(buffer, text.size(), false);
}

// Tab goes from field to field, in a ring.
void move_by_tab(Ui& ui) {
    if (!ImGui::IsKeyPressed(ImGuiKey_Tab)) return;
    const size_t step = ImGui::GetIO().KeyShift ? std::size(parts) - 1 : 1;
    for (size_t i = 0; i < std::size(parts); ++i)
        if (listens(ui, field_of(parts[i])))
            return listen(ui, field_of(parts[(i + step) % std::size(parts)]));
}

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
        state.breakpoints.insert(at, command::Breakpoint{line});
    state.condition_line = 0;
    return true;
}

void open_condition(Ui& ui, EditorUi& state, uint32_t line, bool logs) {
    if (!breakpoint_at(state, line)) (void)toggle_breakpoint(state, line);
    state.condition_line = line;
    const command::Breakpoint& breakpoint = *breakpoint_at(state, line);
    write(state.condition, breakpoint.condition);
    write(state.message, breakpoint.message);
    write(state.hit, breakpoint.hit == 0 ? std::string() : std::to_string(breakpoint.hit));
    listen(ui, field_of(logs ? Part::message : Part::condition));
}

bool draw_condition(Ui& ui, Rect line, Rect body, EditorUi& state) {
    command::Breakpoint* breakpoint = breakpoint_at(state, state.condition_line);
    if (!breakpoint) return false;
    const bool below = line.bottom() + dialog_h + 1 < body.bottom();
    const Rect box{line.x, below ? line.bottom() + 1 : line.y - dialog_h - 1, line.w, dialog_h};
    fill(ui, box, ui.theme->raised, size::radius_panel);
    outline(ui, box, ui.theme->edge, size::radius_panel);
    float label_w = 0;
    for (const Part part : parts)
        label_w = std::max(label_w, text_width(ui, Face::label, ui.texts[label_of(part)]));
    move_by_tab(ui);
    FieldAnswer answer;
    float y = box.y + dialog_pad;
    for (const Part part : parts) {
        draw_text(ui, Face::label, box.x + dialog_pad + 4, y + row_h / 2, ui.theme->ink2,
                  ui.texts[label_of(part)]);
        const float x = box.x + dialog_pad + 4 + label_w + 10;
        const FieldAnswer one =
            draw_field(ui, field_of(part), {x, y, box.right() - dialog_pad - x, row_h},
                       text_of(state, part), ui.texts[hint_of(part)],
                       listens(ui, field_of(part)) ? "Enter" : "");
        answer.entered |= one.entered;
        answer.left |= one.left;
        y += row_h + row_gap;
    }
    if (answer.entered) {
        breakpoint->condition = state.condition.text;
        breakpoint->message = state.message.text;
        breakpoint->hit = number_in(state.hit.text);
    }
    if (answer.entered || answer.left) {
        state.condition_line = 0;
        for (const Part part : parts) stop_listening(ui, field_of(part));
        state.typed_s = ui.time_s;
    }
    // Also where nothing was entered: opening it may have set the breakpoint.
    return answer.entered || answer.left;
}

void draw_breakpoint(Ui& ui, Point dot, const command::Breakpoint& breakpoint) {
    const ImU32 red = ui.theme->bad;
    if (!breakpoint.message.empty()) {
        disc(ui, dot, 5, red);
        disc(ui, dot, 3, ui.theme->paper);
    } else if (!breakpoint.condition.empty() || breakpoint.hit != 0) {
        polygon(ui,
                {{dot.x, dot.y - 6}, {dot.x + 6, dot.y}, {dot.x, dot.y + 6}, {dot.x - 6, dot.y}},
                red);
    } else {
        disc(ui, dot, 5, red);
    }
}

}  // namespace meada::app
