// Arguments that stand for ints or bytes: an object with a Python __index__, a memoryview. Natives
// refuse them, which costs nothing where there is none; then the call is made again. Inside vm.
#pragma once

#include "vm/vm.h"

namespace meada {

// After a native ended without a value: it may have refused an argument.
bool may_have_refused(const Vm&);
// If one of these may be such, asks for the call with what it stands for.
void ask_with_plain_arguments(Vm&, Value native, std::span<const Value> arguments);

}  // namespace meada
