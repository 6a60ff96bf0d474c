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

// As if it stood where this thread or task stands, in its innermost frame of the script; with its
// names, cells and globals. 0: whoever runs, or else the module. Destroys the machine's state.
Evaluated evaluate(Machine& copy, Serial actor, std::string_view source);

}  // namespace meada
