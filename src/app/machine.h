// The machine's panel: machines with a name, and every knob, turned by mouse or keyboard.
#pragma once

#include "app/commands.h"
#include "app/kit.h"
#include "app/text_buffer.h"
#include "view/view.h"

namespace meada::app {

struct MachineUi {
    bool open = false;
    bool wants_compare = false;  // asked for: the script on another machine beside this one
    bool has_keyboard = false;  // a knob has the ring: arrows turn it, and do not step the run
    Scroll scroll;
    float height = 0;              // with all rows, as last drawn; 0: not yet
    Id seen_focus = 0;             // that has been scrolled to
    const Knob* typing = nullptr;  // whose value is being typed; null: none
    TextBuffer typed;
    const Knob* wrong = nullptr;  // refused, and why; until the next try
    std::string refused;
};

void open_machine(Ui&, MachineUi&, bool by_keyboard);
void close_machine(Ui&, MachineUi&);

// Gives command::SetMachine.
Commands draw_machine(Ui&, Rect, const MachineSpec&, MachineUi&);

}  // namespace meada::app
