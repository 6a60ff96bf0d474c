// Declarations of the library's natives, and what they share. Inside library.
#pragma once

#include "machine/machine.h"
#include "vm/containers.h"
#include "vm/numbers.h"
#include "vm/operations.h"
#include "base/utf8.h"
#include "vm/strings.h"

namespace meada {

#define NATIVE(owner, name, function, signature) Value function(Vm&, const Args&);
#include "library/natives.def"
#undef NATIVE

// An int argument of the library's own Python code, which passes what fits.
inline int64_t integer_of(const Value value) {
    ASSERT(value.is_int());
    return value.as_int();
}
inline Serial serial_of(const Value value) { return static_cast<Serial>(integer_of(value)); }

// An instance of a class with so many __slots__, as a native method that uses them must have it.
inline bool has_members(const Vm& vm, Value self, uint32_t count) {
    return vm.block.kind(self) == Kind::instance &&
           vm.block[vm.type_of(self)].member_slots >= count;
}
// Ends a native with a call of a function of the library's own Python code, by its module.
Value call_library(Vm&, std::string_view module, std::string_view function,
                   std::initializer_list<Value> arguments);

// Seconds as an int or float argument to nanoseconds, rounded up as CPython rounds timeouts.
// False: raised (not a number, NaN).
bool nanoseconds_of(Vm&, Value seconds, double& nanoseconds);

}  // namespace meada
