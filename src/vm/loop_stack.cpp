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

// A jump or `not` asks for the truth of what is no constant: it goes on with what that is.
STEP(truth_of_object) {
    const Value value = TOP;
    const Outcome outcome = truth(vm, value);
    REBASE();
    if (outcome == Outcome::needs_call) SLOW();
    if (outcome == Outcome::raised) RAISED();
    TOP = outcome == Outcome::yes ? vm.loop.true_value : vm.loop.false_value;
    --ip;  // and now again, with a constant
    if (value.is_mortal()) {
        vm.block.decrement(value);
        if (vm.block.attention & attention_dying) ATTEND(false);
    }
    NEXT();
}
STEP(compare_mortals) {
    const Value right = TOP, left = SECOND;
    --sp;
    TOP = (left == right) != (ARGUMENT != 0) ? vm.loop.true_value : vm.loop.false_value;
    vm.block.decrement_if_mortal(left);
    vm.block.decrement_if_mortal(right);
    NEXT_IF_CALM();
}
STEP(let_go_and_look) {
    vm.block.decrement(vm.loop.sent);
    LOOK_UP(true);
    NEXT();
}

}  // namespace meada
