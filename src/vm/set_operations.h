// What set operators and set methods share. `other` may be any iterable where the method takes
// one; needs_call: only Python code can go through it or compare keys, and nothing is lost: the
// prelude does the whole again. Inside vm.
#pragma once

#include "vm/operations.h"

namespace meada {

Ref<Type> set_base_type(const Vm&, Value set);  // set or frozenset
Computed set_union(Vm&, Value set, Value other);
Computed set_intersection(Vm&, Value set, Value other);
Computed set_difference(Vm&, Value set, Value other);
Computed set_symmetric_difference(Vm&, Value set, Value other);
Outcome set_difference_update(Vm&, Ref<Set>, Value other);
Outcome set_symmetric_difference_update(Vm&, Ref<Set>, Value other);
// Ends a native: the method's work in Python. `name` with "=": in place, giving the set.
Value call_set_operation(Vm&, std::string_view name, Value set, std::span<const Value> others);

}  // namespace meada
