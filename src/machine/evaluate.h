// What somebody who looks at a run asks of it: an expression or a statement, run on a copy of the
// machine that is thrown away afterwards. The run itself, its history and its hash know nothing.
#pragma once

#include <string>
#include <string_view>

#include "machine/machine.h"

namespace meada {

constexpr uint64_t evaluate_instructions_max = 1'000'000;  // of any code

struct Evaluated {
    enum class State : uint8_t {
        value,     // text: its repr; empty: a statement
        raised,    // text: the last line of the traceback
        waits,     // it would have to wait: sleep, lock, await
        too_long,  // evaluate_instructions_max
    } state = State::value;
    std::string text;
    bool truth = false;
    std::string output;  // what it printed
};

enum class AnswerForm : uint8_t { repr, str };

// As if it stood where this thread or task stands, in its innermost frame of the script; with its
// names, cells and globals. 0: whoever runs, or else the module. Destroys the machine's state.
Evaluated evaluate(Machine& copy, Serial actor, std::string_view source,
                   AnswerForm = AnswerForm::repr);

// A frame of the script that is found again later in the run, or earlier: also while others are
// called from it and while its task waits. `frame` 0: no frame, the module's names.
struct FramePin {
    Serial thread = 0;  // in which it ran; the module's: whose process it is
    uint32_t frame = 0;
    uint32_t serial = 0;     // the frame's; of a generator, whose frame gets new ones, its code
    uint32_t generator = 0;  // the coroutine or generator whose frame it is; 0: a function's
};
// Of this thread or task, its innermost one. A module's body counts as no frame.
FramePin pin_frame(const Machine&, Serial actor);
bool is_there(const Machine&, const FramePin&);
// Whether a word of the source is a name of the frame: else what it says is the module's business.
bool names_of_frame_in(const Machine&, const FramePin&, std::string_view source);
// Likewise, in this frame, which is there.
Evaluated evaluate(Machine& copy, const FramePin&, std::string_view source);

}  // namespace meada
