// The table of what one can ask for (commands.def), and its keys.
#pragma once

#include <imgui.h>

#include <string>
#include <vector>

#include "text/text.h"

namespace meada::app {

enum class CommandId : uint8_t {
#define COMMAND(name, ...) name,
#include "app/commands.def"
#undef COMMAND
    none
};
constexpr size_t command_count = size_t(CommandId::none);

enum class Needs : uint8_t { nothing, run, editor };

struct Chord {
    ImGuiKey key = ImGuiKey_None;
    bool ctrl = false, shift = false, alt = false;
    bool is_plain() const;  // types or moves a caret: a text field's own
};

struct CommandRow {
    const char* name;
    TextId words;
    Needs needs;
    bool repeats;
    std::vector<Chord> chords;
};
const CommandRow& row_of(CommandId);
CommandId command_of(std::string_view name);  // none: there is no such

// As a key cap has it: "Ctrl S", "→", "Espaço"; empty: no key.
std::string key_words(const Texts&, CommandId);
// The command whose key goes down in this frame. `in_text`: a text field has the keyboard;
// `in_editor`: it is the editor.
CommandId pressed_command(bool in_text, bool in_editor);

}  // namespace meada::app
