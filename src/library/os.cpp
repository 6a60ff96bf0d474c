// Native half of os: what the machine is.
#include "library/natives.h"

namespace meada {

Value library_core_count(Vm& vm, const Args&) {
    return Value::from_int(static_cast<int64_t>(machine_of(vm).spec.cores));
}

}  // namespace meada
