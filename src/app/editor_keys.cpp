// Keys and typed text: what they do to a buffer.
#include <algorithm>

#include "app/editor.h"
#include "base/utf8.h"
#include "platform/platform.h"

namespace meada::app {

namespace {

bool move_by_keys(TextBuffer& buffer, bool many_lines, bool word, bool select, int page_lines) {
    if (key(ImGuiKey_LeftArrow)) {
        if (has_selection(buffer) && !select)
            move_to(buffer, std::min(buffer.caret, buffer.anchor), false);
        else
            move_to(buffer,
                    word ? word_before(buffer, buffer.caret) : place_before(buffer, buffer.caret),
                    select);
        return true;
    }
    if (key(ImGuiKey_RightArrow)) {
        if (has_selection(buffer) && !select)
            move_to(buffer, std::max(buffer.caret, buffer.anchor), false);
        else
            move_to(buffer,
                    word ? next_word(buffer, buffer.caret) : next_place(buffer, buffer.caret),
                    select);
        return true;
    }
    if (key(ImGuiKey_Home)) {
        word ? move_to(buffer, 0, select) : move_home(buffer, select);
        return true;
    }
    if (key(ImGuiKey_End)) {
        word ? move_to(buffer, buffer.text.size(), select) : move_end(buffer, select);
        return true;
    }
    if (!many_lines || word) return false;
    for (const auto& [which, lines] :
         {std::pair{ImGuiKey_UpArrow, -1}, std::pair{ImGuiKey_DownArrow, 1},
          std::pair{ImGuiKey_PageUp, -page_lines}, std::pair{ImGuiKey_PageDown, page_lines}}) {
        if (!key(which)) continue;
        move_lines(buffer, lines, select);
        return true;
    }
    return false;
}

bool clipboard_by_keys(TextBuffer& buffer, bool many_lines) {
    if (many_lines && ImGui::GetIO().KeyShift) return false;  // commands.def has those
    if (key(ImGuiKey_A)) {
        buffer.anchor = 0;
        buffer.caret = buffer.text.size();
        return true;
    }
    if ((key(ImGuiKey_C) || key(ImGuiKey_X)) && (has_selection(buffer) || many_lines)) {
        const bool cut = ImGui::IsKeyPressed(ImGuiKey_X);
        if (!has_selection(buffer)) select_line_at(buffer, buffer.caret);
        const std::string text = selected_text(buffer);
        platform::copy_text(text);
        if (cut) erase_before(buffer, false);
        return true;
    }
    if (key(ImGuiKey_V)) {
        const char* text = ImGui::GetClipboardText();
        if (!text || !*text) return true;
        std::string pasted(text);
        if (!many_lines) std::erase(pasted, '\n');
        paste_text(buffer, pasted);
        return true;
    }
    return false;
}

bool change_by_keys(TextBuffer& buffer, bool many_lines, bool ctrl, bool shift) {
    if (key(ImGuiKey_Backspace)) {
        many_lines ? erase_paired(buffer, ctrl) : erase_before(buffer, ctrl);
        return true;
    }
    if (key(ImGuiKey_Delete)) {
        erase_after(buffer, ctrl);
        return true;
    }
    if (ctrl) {
        if (key(ImGuiKey_Z)) return shift ? redo(buffer) : undo(buffer);
        if (key(ImGuiKey_Y)) return redo(buffer);
        return clipboard_by_keys(buffer, many_lines);
    }
    if (!many_lines) return false;
    if (!shift && (key(ImGuiKey_Enter) || key(ImGuiKey_KeypadEnter))) {
        break_line(buffer);
        return true;
    }
    if (key(ImGuiKey_Tab)) {
        shift ? outdent(buffer) : indent(buffer);
        return true;
    }
    return false;
}

}  // namespace

void focus_editor(Ui& ui, EditorUi& state, bool on) {
    ui.memory->editor_has_keyboard = on;
    if (on) {
        ui.memory->focus_shown = false;
        state.typed_s = ui.time_s;
    }
}

bool edit_by_keys(Ui&, TextBuffer& buffer, bool many_lines, int page_lines) {
    ImGuiIO& io = ImGui::GetIO();
    const bool ctrl = io.KeyCtrl || io.KeySuper, alt = io.KeyAlt;
    bool done = false;
    std::string typed;
    for (const ImWchar each : io.InputQueueCharacters)
        if (each >= 32 && each != 127) append_utf8(typed, char32_t(each));
    // AltGr types characters with both keys down; a lone Alt or Ctrl does not type.
    if (!typed.empty() && ctrl == alt) {
        many_lines ? type_paired(buffer, typed) : type_text(buffer, typed);
        done = true;
    }
    if (alt) return done;
    if (move_by_keys(buffer, many_lines, ctrl, io.KeyShift, page_lines)) return true;
    return change_by_keys(buffer, many_lines, ctrl, io.KeyShift) || done;
}

}  // namespace meada::app
