// Exceptions on their way out, and the places where one of them is a normal end. Inside vm.
#pragma once

#include "vm/calls.h"

namespace meada {

// Looks for the handler of Context::exception from the innermost frame outwards; frames without
// one are left. next: a handler (or a loop that StopIteration ends) goes on; returned: the bottom
// frame ended by the exception, which stays pending.
Step unwind(Vm&);

// The running frame's except clause takes this exception: tells it, if the frame is the script's.
void tell_caught(Vm&, Value exception);

// The loop of the caller's FOR_ITER is done: the iterator goes, the loop's target is next.
Step end_for_loop(Vm&);
// The caller's SEND is done: the receiver goes, the result takes its place, its target is next.
Step end_send(Vm&, Value result);

// A pending StopIteration is taken back: its value (None if it has none). Null: none is pending.
Value take_stop_iteration(Vm&);

// The truth that the caller's JUMP_IF_X_OR_POP asked for is known.
Step decide_jump(Vm&, bool truth);

Step throw_into_step(Vm&, Value async_step, Value exception, ReturnMode mode);

}  // namespace meada
