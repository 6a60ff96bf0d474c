// Ranges of ints of any size. Inside vm.
#pragma once

#include "vm/operations.h"

namespace meada {

Value range_length(Vm&, const Range&);            // an int; null: MemoryError
Value range_item(Vm&, const Range&, Value index);  // index >= 0: not checked
Outcome range_contains(Vm&, const Range&, Value int_like);
Computed range_get_item(Vm&, Value range, Value key);
Outcome range_equal(Vm&, const Range& left, const Range& right);
Value new_range(Vm&, Value start, Value stop, Value step);

}  // namespace meada
