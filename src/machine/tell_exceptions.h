// The machine's ear for what vm says of exceptions. Inside machine.
#pragma once

#include "machine/machine.h"

namespace meada {

// Vm::hears_exceptions of every machine. Events: exception_raised, exception_caught.
void tell_exception(Vm&, Value exception, Vm::ExceptionNews);

}  // namespace meada
