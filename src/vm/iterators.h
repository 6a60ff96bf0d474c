// Iterators over built-in containers, and those that combine others. Inside vm.
#pragma once

#include "vm/sequences.h"

namespace meada {

Computed plain_next(Vm&, Value iterator);  // as next_item, also of a class with its own __next__
// next_item answers without Python code, for every item that is left.
bool steps_natively(Vm&, Value iterator);
// What enumerate gives for an item of its source.
Computed enumerate_pair(Vm&, Ref<Iterator>, Value item);
Value iterate_dict_reversed(Vm&, Ref<Dict>, DictViewForm);

}  // namespace meada
