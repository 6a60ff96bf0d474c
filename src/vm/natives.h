// Calling natives: binding arguments to a signature. Inside vm.
#pragma once

#include "vm/vm.h"

namespace meada {

constexpr uint32_t native_parameters_max = 16;

Signature parse_signature(std::string_view text);

// A native that is a method needs an object of its type as first argument.
bool check_self(Vm&, const NativeFunction&, std::span<const Value> arguments);
// `arguments`: the positional ones, then one for each of `keyword_names` (a tuple, or null).
// Bound ones stand in the block's header while the native runs: the value stack has no room
// set aside for defaults. Result and failure as NativeCode.
Value call_native(Vm&, uint32_t index, std::span<const Value> arguments, Value keyword_names);
Value call_getter(Vm&, uint32_t index, Value self);
// Null value: delete. Any non-null result: done.
Value call_setter(Vm&, uint32_t index, Value self, Value value);

}  // namespace meada
