#include "app/machine.h"

#include <algorithm>

#include "app/editor.h"
#include "platform/platform.h"

namespace meada::app {

namespace {

constexpr float knob_h = 28, heading_h = 26, control_h = 24, foot_h = 66;
constexpr float value_w = 146, step_w = 24, control_gap = 4;
constexpr float control_w = value_w + 2 * (step_w + control_gap);

Id field_of(const Knob& knob) { return id_of(knob.name, id_of("machine/knob")); }

bool enter() {
    return ImGui::IsKeyPressed(ImGuiKey_Enter, false) ||
           ImGui::IsKeyPressed(ImGuiKey_KeypadEnter, false);
}

// One frame of the panel.
struct Panel {
    Ui& ui;
    const MachineSpec& spec;
    MachineUi& state;
    Rect view{};  // of what scrolls
    Commands commands{};
    std::string told{};  // of what is pointed at, or has the ring

    float left() const { return view.x + size::panel_text; }
    float right() const { return view.right() - size::panel_text; }

    void tell(const std::string& what) { told = what; }
    void set(const MachineSpec& other) {
        state.wrong = nullptr;
        if (other != spec) commands = {command::SetMachine{other}};
    }
    void take(const Knob& knob, view::Turned turned) {
        if (turned.refused.empty()) return set(turned.spec);
        state.wrong = &knob;
        state.refused = std::move(turned.refused);
        platform::announce(state.refused);
    }
    void turn_to(const view::KnobRow& row, uint64_t value) {
        take(*row.knob, view::turn(spec, row, value, ui.texts));
    }
    void step(const view::KnobRow& row, int direction) {
        turn_to(row, view::next_value(row, direction));
    }

    // What has the ring comes into view, once.
    void follow(Id id, Rect at, bool focused) {
        if (!focused) return;
        state.has_keyboard = true;
        if (state.seen_focus == id) return;
        state.seen_focus = id;
        if (at.y < view.y) state.scroll.at -= view.y - at.y + 8;
        if (at.bottom() > view.bottom()) state.scroll.at += at.bottom() - view.bottom() + 8;
        platform::request_frame();
    }
    int arrows() const {
        if (key(ImGuiKey_RightArrow) || key(ImGuiKey_UpArrow)) return 1;
        return key(ImGuiKey_LeftArrow) || key(ImGuiKey_DownArrow) ? -1 : 0;
    }

    // ---- typing ------------------------------------------------------------------------------

    void begin_typing(const view::KnobRow& row) {
        state.typing = row.knob;
        set_text(state.typed, row.typed_text);
        state.typed.anchor = 0;
        state.typed.caret = state.typed.text.size();
        ui.memory->editor_has_keyboard = false;
        ui.memory->keyboard_field = ui.memory->focus = field_of(*row.knob);
        state.wrong = nullptr;
    }
    void end_typing() {
        state.typing = nullptr;
        ui.memory->keyboard_field = 0;
    }
    void commit(const view::KnobRow& row) {
        const std::string typed = state.typed.text;
        end_typing();
        if (typed != row.typed_text)
            take(*row.knob, view::turn(spec, row, std::string_view(typed), ui.texts));
    }
    void draw_typed(const view::KnobRow& row, Rect field) {
        const Theme& theme = *ui.theme;
        edit_by_keys(ui, state.typed, false, 1);
        const TextBuffer& typed = state.typed;
        const float x = field.x + 8, middle = field.middle_y(), w = field.w - 16;
        const auto place = [&](size_t at) {
            return x + std::min(w, text_width(ui, Face::code_label,
                                              std::string_view(typed.text).substr(0, at)));
        };
        const float from = place(std::min(typed.caret, typed.anchor));
        const float to = place(std::max(typed.caret, typed.anchor));
        if (to > from) fill(ui, {from, middle - 9, to - from, 18}, theme.selection, 2);
        draw_text_fit(ui, Face::code_label, x, middle, w, theme.ink, typed.text);
        const float caret = place(typed.caret);
        fill(ui, {caret, middle - 8, 1.5f, 16}, theme.ink);
        platform::text_input_at({caret * ui.scale, field.y * ui.scale, field.h * ui.scale});
        const bool away = ImGui::IsMouseClicked(0) && !field.has(ui.pointer);
        if (ImGui::IsKeyPressed(ImGuiKey_Escape)) return end_typing();
        if (enter() || ImGui::IsKeyPressed(ImGuiKey_Tab) || away) commit(row);
    }

    // ---- controls ----------------------------------------------------------------------------

    bool step_button(Id id, Rect at, int direction, bool disabled) {
        const Theme& theme = *ui.theme;
        Press pressed = press(ui, id, at, false);
        if (disabled) pressed = {};
        if (pressed.hovered) ui.cursor = ImGuiMouseCursor_Hand;
        fill(ui, at, pressed.hovered ? theme.sunken : theme.paper, size::radius_button);
        outline(ui, at, disabled ? theme.rule : theme.edge, size::radius_button);
        draw_icon(ui, direction > 0 ? Icon::plus : Icon::minus, {at.middle_x(), at.middle_y()}, 14,
                  disabled ? theme.rule : theme.ink);
        if (!disabled)
            explain(ui, id, at,
                    ui.texts[direction > 0 ? TextId::machine_more : TextId::machine_less],
                    direction > 0 ? "→" : "←");
        return pressed.clicked;
    }

    void number(const view::KnobRow& row, float middle) {
        const Theme& theme = *ui.theme;
        const float y = middle - control_h / 2, x = right() - control_w;
        const Id id = field_of(*row.knob);
        if (step_button(id + 1, {x, y, step_w, control_h}, -1, row.value <= row.least))
            step(row, -1);
        if (step_button(id + 2, {right() - step_w, y, step_w, control_h}, 1, row.value >= row.most))
            step(row, 1);
        const Rect field{x + step_w + control_gap, y, value_w, control_h};
        const bool typing = state.typing == row.knob;
        const Press pressed = press(ui, id, field);
        follow(id, field, pressed.focused);
        const bool wrong = state.wrong == row.knob;
        fill(ui, field, theme.raised, size::radius_button);
        outline(ui, field,
                wrong    ? theme.bad
                : typing ? theme.ink
                         : theme.edge,
                size::radius_button, typing || wrong ? 1.5f : 1);
        if (typing) {
            state.has_keyboard = true;
            return draw_typed(row, field);
        }
        draw_text_centre(ui, Face::code_label, field.middle_x(), middle,
                         row.idle ? theme.ink3 : theme.ink, row.value_text);
        if (pressed.hovered) ui.cursor = ImGuiMouseCursor_TextInput;
        if (pressed.focused) focus_ring(ui, field, size::radius_button);
        if (pressed.clicked) return begin_typing(row);
        if (pressed.focused) keys_of_number(row);
    }

    // Arrows turn it, Delete takes it back, a digit begins to type.
    void keys_of_number(const view::KnobRow& row) {
        const ImGuiIO& io = ImGui::GetIO();
        if (io.KeyCtrl || io.KeySuper || io.KeyAlt) return;
        if (const int direction = arrows(); direction != 0) return step(row, direction);
        if (key(ImGuiKey_Delete) || key(ImGuiKey_Backspace))
            return turn_to(row, row.knob->default_value);
        for (const ImWchar each : io.InputQueueCharacters)
            if (each >= '0' && each <= '9') {
                begin_typing(row);
                set_text(state.typed, "");
                edit_by_keys(ui, state.typed, false, 1);
                platform::request_frame();
                return;
            }
    }

    // Side by side in one frame; the keyboard's ring is around all, arrows choose.
    void choice(const view::KnobRow& row, float y) {
        const Theme& theme = *ui.theme;
        const Rect all{left(), y, right() - left(), control_h};
        const Id id = field_of(*row.knob);
        const Press pressed = press(ui, id, all);
        follow(id, all, pressed.focused);
        if (pressed.hovered) ui.cursor = ImGuiMouseCursor_Hand;
        fill(ui, all, theme.paper, size::radius_button);
        float natural_w = 0;
        for (const view::KnobChoice& each : row.choices)
            natural_w += text_width(ui, Face::ui_strong, each.name);
        const float pad = (all.w - natural_w) / float(row.choices.size());
        float x = all.x;
        for (size_t i = 0; i < row.choices.size(); ++i) {
            const view::KnobChoice& each = row.choices[i];
            const bool on = i == row.value;
            const Rect part{x, y, text_width(ui, Face::ui_strong, each.name) + pad, control_h};
            const bool pointed = pressed.hovered && part.has(ui.pointer);
            if (on || pointed)
                fill(ui, part, on ? theme.selection : theme.sunken, size::radius_button);
            if (i > 0 && !on && i != row.value + 1) rule_down(ui, part.x, y + 5, control_h - 10);
            draw_text_centre(ui, on ? Face::ui_strong : Face::ui, part.middle_x(), all.middle_y(),
                             theme.ink, each.name);
            if (on) outline(ui, part, theme.edge, size::radius_button);
            if (pointed || (pressed.focused && on && told.empty())) tell(each.what);
            if (pointed && pressed.clicked) turn_to(row, i);
            x = part.right();
        }
        outline(ui, all, theme.edge, size::radius_button);
        if (!pressed.focused) return;
        focus_ring(ui, all, size::radius_button);
        const int direction = arrows();
        if (direction < 0 && row.value > row.least) turn_to(row, row.value - 1);
        if (direction > 0 && row.value < row.most) turn_to(row, row.value + 1);
        if (key(ImGuiKey_Delete) || key(ImGuiKey_Backspace)) turn_to(row, row.knob->default_value);
    }

    void reset_button(const view::KnobRow& row, float x, float middle) {
        if (!row.changed) return;
        const Id id = field_of(*row.knob) + 3;
        if (icon_button(ui, id, {x - 12, middle - 12, 24, 24}, Icon::reset,
                        ui.texts(TextId::machine_reset, {row.default_text}), "Del"))
            turn_to(row, row.knob->default_value);
    }

    // ---- rows --------------------------------------------------------------------------------

    void knob(const view::KnobRow& row, bool under_its_name, float& y) {
        const Theme& theme = *ui.theme;
        const bool is_choice = !row.choices.empty();
        const float top = under_its_name ? y - heading_h : y;
        const float middle = top + (under_its_name ? heading_h : knob_h) / 2;
        if (!under_its_name) {
            draw_text(ui, row.changed ? Face::ui_strong : Face::ui, left(), middle,
                      row.idle ? theme.ink3 : theme.ink, row.name);
            y += knob_h;
        }
        const float reset_x = is_choice ? right() - 10 : right() - control_w - 20;
        reset_button(row, reset_x, middle);
        if (hovers(ui, {view.x, top, view.w, knob_h}))
            tell(row.idle ? ui.texts[TextId::machine_idle] + " " + row.what : row.what);
        if (is_choice) {
            choice(row, y);
            y += control_h + 6;
        } else {
            number(row, middle);
            const bool focused = ui.memory->focus == field_of(*row.knob);
            if (told.empty() && focused && state.has_keyboard) tell(row.what);
        }
    }

    void presets(const view::MachineKnobs& knobs, float& y) {
        constexpr float gap = 6;
        const float w = (right() - left() - gap) / 2;
        for (size_t i = 0; i < knobs.presets.size(); ++i) {
            const view::PresetChoice& each = knobs.presets[i];
            const Rect at{left() + float(i % 2) * (w + gap), y + float(i / 2) * (28 + gap), w, 28};
            const Id id = id_of(each.preset, id_of("machine/preset"));
            const bool focused = ui.memory->focus == id && ui.memory->focus_shown;
            follow(id, at, focused);
            if (hovers(ui, at) || focused) tell(each.what);
            if (button(ui, id, at,
                       {.label = each.name,
                        .before = each.on ? Icon::done : Icon::none,
                        .on = each.on,
                        .strong = each.on}))
                set(view::preset_machine(spec, each.preset));
        }
        y += float((knobs.presets.size() + 1) / 2) * (28 + gap) + 2;
    }

    // Returns where its content ends.
    float content(const view::MachineKnobs& knobs) {
        float y = view.y + 10 - state.scroll.at;
        presets(knobs, y);
        for (const view::KnobGroup group : view::knob_groups) {
            const std::string heading = ui.texts[view::word_of(group)];
            y += 4;
            draw_text(ui, Face::label_strong, left(), y + heading_h / 2, ui.theme->ink2, heading);
            y += heading_h;
            for (const view::KnobRow& row : knobs.rows)
                if (row.group == group) knob(row, row.name == heading, y);
        }
        return y + 8 + state.scroll.at - view.y;
    }

    // One or two sentences about what is pointed at; in red why a value is refused.
    void foot(Rect at) {
        const Theme& theme = *ui.theme;
        const bool bad = state.wrong != nullptr;
        if (bad) fill(ui, at, theme.bad_ground, size::radius_panel);
        rule_across(ui, at.x, at.y, at.w);
        const std::string words = bad            ? state.refused
                                  : told.empty() ? ui.texts[TextId::machine_about]
                                                 : told;
        float x = at.x + size::panel_text;
        if (bad) {
            draw_icon(ui, Icon::bad, {x + 8, at.y + 17}, 16, theme.bad);
            x += 24;
        }
        draw_paragraph(ui, Face::label, {x, at.y + 8, at.right() - size::panel_text - x, 0}, 17,
                       bad            ? theme.bad
                       : told.empty() ? theme.ink2
                                      : theme.ink,
                       words);
    }
};

}  // namespace

void open_machine(Ui& ui, MachineUi& state, bool by_keyboard) {
    state = {};
    state.open = true;
    ui.memory->editor_has_keyboard = false;
    if (by_keyboard) {
        ui.memory->focus = field_of(knobs()[0]);
        for (const Knob& knob : knobs())
            if (knob.field == &MachineSpec::cores) ui.memory->focus = field_of(knob);
        ui.memory->focus_shown = true;
    }
    platform::request_frame();
}

void close_machine(Ui& ui, MachineUi& state) {
    if (state.typing) ui.memory->keyboard_field = 0;
    state = {};
    platform::request_frame();
}

Commands draw_machine(Ui& ui, Rect rect, const MachineSpec& spec, MachineUi& state) {
    panel(ui, rect);
    const view::MachineKnobs knobs = view::machine_knobs(spec, ui.texts);
    if (state.typing && ui.memory->keyboard_field != field_of(*state.typing))
        state.typing = nullptr;  // somebody else listens now
    state.has_keyboard = false;
    const float y = rect.y + 4;
    float x = rect.right() - 8 - 24;
    const bool closes = icon_button(ui, id_of("machine/close"), {x, y, 24, 24}, Icon::close,
                                    ui.texts[TextId::dismiss], "Esc");
    const Button reset{.label = ui.texts[TextId::machine_reset_all],
                       .kind = ButtonKind::bare,
                       .before = Icon::reset,
                       .disabled = !knobs.changed};
    const float reset_w = button_width(ui, reset);
    x -= reset_w + 4;
    const bool resets = button(ui, id_of("machine/reset"), {x, y, reset_w, 24}, reset);
    const Button compare{.label = ui.texts[TextId::compare_with], .kind = ButtonKind::bare};
    const float compare_w = button_width(ui, compare);
    x -= compare_w + 4;
    if (button(ui, id_of("machine/compare"), {x, y, compare_w, 24}, compare))
        state.wants_compare = true;
    const std::string title = ui.texts[TextId::machine];
    const float title_w = text_width(ui, Face::ui_strong, title) + size::panel_text + 20;
    const std::string lead = ui.texts[TextId::machine_lead];  // where there is room for all of it
    const bool fits = text_width(ui, Face::label, lead) <= x - rect.x - title_w;
    panel_title(ui, rect, title, fits ? lead : std::string());
    const Rect body = panel_body(rect);
    Panel panel{ui, spec, state};
    panel.view = {body.x, body.y, body.w, body.h - foot_h};
    begin_clip(ui, panel.view);
    const float height = panel.content(knobs);
    scroll_rows(ui, id_of("machine/scroll"), panel.view, height, state.scroll);
    state.height = height + size::panel_head + foot_h + 2;
    end_clip(ui);
    panel.foot({body.x, body.bottom() - foot_h, body.w, foot_h});
    if (resets && knobs.changed) panel.set({});
    if (closes) close_machine(ui, state);
    return std::move(panel.commands);
}

}  // namespace meada::app
