// What a dead mortal lets go of. Inside vm.
#pragma once

#include "vm/vm.h"

namespace meada {

// Nobody refers to it any more and its finaliser has run: the mortals that it held lose a
// reference now, not at the next collection, and in CPython's order.
void release_contents(Vm&, Ref<Mortal>);
// What nobody but its exception knows of its traceback, and its frames' values: most exceptions die
// soon, and so leave little to the collector.
void free_traceback(Vm&, Ref<Exception>);

}  // namespace meada
