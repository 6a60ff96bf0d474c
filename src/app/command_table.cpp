#include "app/command_table.h"

#include <array>

#include "base/assert.h"

namespace meada::app {

namespace {

ImGuiKey key_named(std::string_view name) {
    for (int key = ImGuiKey_NamedKey_BEGIN; key < ImGuiKey_NamedKey_END; ++key)
        if (name == ImGui::GetKeyName(ImGuiKey(key))) return ImGuiKey(key);
    return ImGuiKey_None;
}

Chord chord_of(std::string_view text) {
    Chord out;
    while (!text.empty()) {
        const std::string_view word = text.substr(0, text.find(' '));
        text.remove_prefix(std::min(text.size(), word.size() + 1));
        if (word == "Ctrl")
            out.ctrl = true;
        else if (word == "Shift")
            out.shift = true;
        else if (word == "Alt")
            out.alt = true;
        else
            out.key = key_named(word);
    }
    ASSERT(out.key != ImGuiKey_None);
    return out;
}

std::vector<Chord> chords_of(std::string_view text) {
    std::vector<Chord> out;
    while (!text.empty()) {
        const std::string_view one = text.substr(0, text.find('|'));
        text.remove_prefix(std::min(text.size(), one.size() + 1));
        out.push_back(chord_of(one));
    }
    return out;
}

using Table = std::array<CommandRow, command_count>;
const Table& table() {
    constexpr bool once = false, repeats = true;
    static const Table rows = {{
#define COMMAND(name, words, keys, needs, repeating) \
    {#name, TextId::words, Needs::needs, repeating, chords_of(keys)},
#include "app/commands.def"
#undef COMMAND
    }};
    return rows;
}

std::string key_name(const Texts& texts, ImGuiKey key) {
    switch (key) {
        case ImGuiKey_LeftArrow:
            return "←";
        case ImGuiKey_RightArrow:
            return "→";
        case ImGuiKey_UpArrow:
            return "↑";
        case ImGuiKey_DownArrow:
            return "↓";
        case ImGuiKey_Equal:
            return "+";
        case ImGuiKey_Minus:
            return "-";
        case ImGuiKey_Slash:
            return "/";
        case ImGuiKey_Space:
            return texts[TextId::key_space];
        default:
            return ImGui::GetKeyName(key);
    }
}

bool goes_down(const Chord& chord, bool repeats) {
    const ImGuiIO& io = ImGui::GetIO();
    const bool ctrl = io.KeyCtrl || io.KeySuper;
    if (ctrl != chord.ctrl || io.KeyShift != chord.shift || io.KeyAlt != chord.alt) return false;
    if (ImGui::IsKeyPressed(chord.key, repeats)) return true;
    return chord.key == ImGuiKey_Enter && ImGui::IsKeyPressed(ImGuiKey_KeypadEnter, repeats);
}

}  // namespace

bool Chord::is_plain() const {
    const bool function_key = key >= ImGuiKey_F1 && key <= ImGuiKey_F12;
    return !ctrl && !alt && !function_key;
}

const CommandRow& row_of(CommandId command) { return table()[size_t(command)]; }

CommandId command_of(std::string_view name) {
    for (size_t i = 0; i < command_count; ++i)
        if (table()[i].name == name) return CommandId(i);
    return CommandId::none;
}

std::string key_words(const Texts& texts, CommandId command) {
    const CommandRow& row = row_of(command);
    if (row.chords.empty()) return {};
    const Chord& chord = row.chords.front();
    return std::string(chord.ctrl ? "Ctrl " : "") + (chord.shift ? "Shift " : "") +
           (chord.alt ? "Alt " : "") + key_name(texts, chord.key);
}

CommandId pressed_command(bool in_text, bool in_editor) {
    for (size_t i = 0; i < command_count; ++i) {
        const CommandRow& row = table()[i];
        for (const Chord& chord : row.chords) {
            const bool editors = row.needs == Needs::editor;
            if (editors ? !in_editor : chord.is_plain() && in_text) continue;
            if (goes_down(chord, row.repeats)) return CommandId(i);
        }
    }
    return CommandId::none;
}

}  // namespace meada::app
