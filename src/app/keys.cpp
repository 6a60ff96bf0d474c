// Keys of the whole window, as the table of commands has them. In the editor those that type are
// the editor's.
#include "app/app.h"

namespace meada::app {

namespace {

// A paste outside the editor is a new script.
bool paste_outside(App& app, Ui& ui) {
    const ImGuiIO& io = ImGui::GetIO();
    if (!(io.KeyCtrl || io.KeySuper) || !ImGui::IsKeyPressed(ImGuiKey_V, false)) return false;
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

// Out of where one is, one thing at a time.
Commands escape(App& app, Ui& ui, const Progress& progress) {
    if (app.memory.editor_has_keyboard) {
        focus_editor(ui, app.editor, false);
    } else if (app.machine.open) {
        close_machine(ui, app.machine);
    } else if (app.orders.open) {
        app.orders.open = false;
    } else if (app.compare.open) {
        app.compare.open = false;
        return {command::StopComparing{}};
    } else if (app.transport.playing) {
        app.transport.playing = false;
    } else if (progress.state == Progress::State::working) {
        return {command::Pause{}};
    } else {
        app.first_visit = false;
    }
    return {};
}

}  // namespace

Commands take_keys(App& app, Ui& ui, const Moment& moment, const Progress& progress) {
    const UiMemory& memory = app.memory;
    Commands commands;
    for (const PaletteChoice& each : std::exchange(app.asked, {}))
        append(commands, do_choice(app, ui, each, moment));
    if (!memory.menu.empty()) return commands;
    if (ImGui::IsKeyPressed(ImGuiKey_Escape, false) && !memory.keyboard_field) {
        append(commands, escape(app, ui, progress));
        return commands;
    }
    const bool in_text = memory.editor_has_keyboard || memory.keyboard_field ||
                         (app.machine.open && app.machine.has_keyboard);
    if (!in_text && paste_outside(app, ui)) return commands;
    const ImGuiIO& io = ImGui::GetIO();
    for (int option = 0; option < 9 && !in_text; ++option)  // ignored where there is no choice
        if (!io.KeyCtrl && !io.KeyAlt && ImGui::IsKeyPressed(ImGuiKey(ImGuiKey_1 + option), false))
            commands.push_back(command::Choose{uint32_t(option)});
    append(commands,
           do_command(app, ui, pressed_command(in_text, memory.editor_has_keyboard), moment));
    return commands;
}

}  // namespace meada::app
