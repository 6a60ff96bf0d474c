// What a dead mortal lets go of. Inside vm.
#pragma once

#include "vm/vm.h"

namespace meada {

// Nobody refers to it any more and its finaliser has run: the mortals that it held lose a
// reference now, not at the next collection, and in CPython's order.
void release_contents(Vm&, Ref<Mortal>);

}  // namespace meada
