// Native half of signal: what SIGINT does unless the script has another idea.
#include "library/natives.h"

namespace meada {

Value library_default_int_handler(Vm& vm, const Args&) {
    return vm.raise(Root::KeyboardInterrupt, std::initializer_list<Value>{});
}

}  // namespace meada
