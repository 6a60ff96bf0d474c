// Keys of the whole window. In the editor those that type are the editor's.
#include "app/app.h"
#include "app/breakpoints.h"

namespace meada::app {

namespace {

bool once(ImGuiKey which) { return ImGui::IsKeyPressed(which, false); }

Commands step(App& app, StepKind kind, Direction direction) {
    app.transport.playing = false;
    return {command::Step{kind, direction}};
}

// As in VS Code's debugger; with Alt backward.
Commands debugger_keys(App& app, Ui& ui, const Moment& moment) {
    const ImGuiIO& io = ImGui::GetIO();
    const Direction direction = io.KeyAlt ? Direction::backward : Direction::forward;
    if (once(ImGuiKey_F5)) {
        if (app.editor.buffer.text != app.opened_source) {
            app.wishes.run = true;
            return {};
        }
        app.transport.playing = false;
        const bool at_end = moment.ended && moment.cursor_event >= event_count(moment);
        if (at_end && !io.KeyAlt) return {seek_count(moment, 0), command::Continue{direction}};
        return {command::Continue{direction}};
    }
    if (key(ImGuiKey_F10)) return step(app, StepKind::over, direction);
    if (key(ImGuiKey_F11))
        return step(app, io.KeyShift ? StepKind::out : StepKind::line, direction);
    if (key(ImGuiKey_F8))
        return step(app, app.transport.step,
                    io.KeyShift ? Direction::backward : Direction::forward);
    if (once(ImGuiKey_F9)) {
        const TextBuffer& buffer = app.editor.buffer;
        const auto line = uint32_t(line_of(buffer, buffer.caret) + 1);
        if (io.KeyShift) {
            open_condition(ui, app.editor, line);
            return {};
        }
        toggle_breakpoint(app.editor, line);
        return {command::SetBreakpoints{app.editor.breakpoints}};
    }
    return {};
}

void find_in_editor(App& app, Ui& ui) {
    close_machine(ui, app.machine);
    open_find(ui, app.editor);
}

bool wish_keys(App& app, Ui& ui) {
    const ImGuiIO& io = ImGui::GetIO();
    if (!(io.KeyCtrl || io.KeySuper) || io.KeyAlt) return false;
    if (once(ImGuiKey_Enter) || once(ImGuiKey_KeypadEnter))
        app.wishes.run = true;
    else if (once(ImGuiKey_S))
        app.wishes.share = true;
    else if (once(ImGuiKey_O))
        app.wishes.open_file = true;
    else if (once(ImGuiKey_F))
        find_in_editor(app, ui);
    else
        return false;
    return true;
}

// A paste outside the editor is a new script.
bool paste_outside(App& app, Ui& ui) {
    const ImGuiIO& io = ImGui::GetIO();
    if (!(io.KeyCtrl || io.KeySuper) || !once(ImGuiKey_V)) return false;
    const char* text = ImGui::GetClipboardText();
    if (!text || !*text) return false;
    close_machine(ui, app.machine);
    app.editor.buffer.anchor = 0;
    app.editor.buffer.caret = app.editor.buffer.text.size();
    paste_text(app.editor.buffer, text);
    app.editor_wanted = true;  // from the next frame on, or it would paste once more
    app.first_visit = false;
    return true;
}

Commands plain_keys(App& app, Ui& ui, const Moment& moment) {
    const ImGuiIO& io = ImGui::GetIO();
    if (io.KeyCtrl || io.KeySuper || io.KeyAlt) return {};
    TransportUi& transport = app.transport;
    if (once(ImGuiKey_Space))
        toggle_play(ui, moment, transport, io.KeyShift ? Direction::backward : Direction::forward);
    for (int option = 0; option < 9; ++option)  // ignored where nothing is to be chosen
        if (once(ImGuiKey(ImGuiKey_1 + option))) return {command::Choose{uint32_t(option)}};
    const StepKind kind = io.KeyShift ? StepKind::line : transport.step;
    if (key(ImGuiKey_RightArrow)) return step(app, kind, Direction::forward);
    if (key(ImGuiKey_LeftArrow)) return step(app, kind, Direction::backward);
    if (once(ImGuiKey_Home)) return {seek_count(moment, 0)};
    if (once(ImGuiKey_End)) return {to_the_end(moment)};
    return {};
}

}  // namespace

Commands take_keys(App& app, Ui& ui, const Moment& moment, const Progress& progress) {
    UiMemory& memory = app.memory;
    if (!memory.menu.empty()) return {};
    if (once(ImGuiKey_Escape) && !memory.keyboard_field) {
        if (memory.editor_has_keyboard) {
            focus_editor(ui, app.editor, false);
        } else if (app.machine.open) {
            close_machine(ui, app.machine);
        } else if (app.orders.open) {
            app.orders.open = false;
        } else if (app.compare.open) {
            app.compare.open = false;
        } else if (app.transport.playing) {
            app.transport.playing = false;
        } else if (progress.state == Progress::State::working) {
            return {command::Pause{}};
        } else {
            app.first_visit = false;
        }
        return {};
    }
    if (wish_keys(app, ui)) return {};
    if (once(ImGuiKey_F2)) {
        app.first_visit = false;
        if (app.machine.open)
            close_machine(ui, app.machine);
        else
            open_machine(ui, app.machine, true);
        return {};
    }
    Commands commands = debugger_keys(app, ui, moment);
    if (!commands.empty() || memory.editor_has_keyboard || memory.keyboard_field ||
        (app.machine.open && app.machine.has_keyboard))
        return commands;
    if (paste_outside(app, ui)) return {};
    return plain_keys(app, ui, moment);
}

}  // namespace meada::app
