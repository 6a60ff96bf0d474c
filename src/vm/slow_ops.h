// One function an instruction, working on a saved frame: what the loop does not do itself, and
// where its fast cases end. Inside vm.
#pragma once

#include "vm/calls.h"
#include "vm/quick.h"

namespace meada {

using SlowOp = Step (*)(Vm&, uint32_t argument);

// By Opcode. The frame is the context's innermost; its next_word is behind the instruction.
SlowOp slow_op(Opcode);

// Conditional jumps and loops share these.
struct Condition {
    Step step;          // next: `value` is known; else as usual
    bool known = false;
    bool value = false;
};
// Truth of the value on top, which it pops. Not known: Python code has been called whose result
// will stand in its place, and the instruction runs again.
Condition pop_condition(Vm&);

}  // namespace meada
