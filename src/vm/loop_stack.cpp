// Counts that rise and fall: steps of the loop.
#include "vm/loop.h"

namespace meada {

STEP(count_top) {
    vm.block.increment(TOP);
    NEXT();
}
// `sent` goes, a mortal.
STEP(let_go) {
    vm.block.decrement(vm.loop.sent);
    if (vm.block.attention & attention_dying) ATTEND(false);
    NEXT();
}

STEP(let_go_and_look) {
    vm.block.decrement(vm.loop.sent);
    LOOK_UP(true);
    NEXT();
}

}  // namespace meada
