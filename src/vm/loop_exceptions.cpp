// Handlers of exceptions: steps of the loop.
#include "vm/exceptions.h"
#include "vm/loop.h"
#include "vm/op_support.h"

namespace meada {

STEP(PUSH_EXC_INFO) {
    const Value exception = TOP, previous = vm.block.load(handled_slot(vm));
    PUSH_AT(TOP, previous.is_null() ? vm.loop.none : previous);
    *sp++ = exception;
    vm.block.store(handled_slot(vm), exception);
    NEXT_IF_CALM();
}
STEP(POP_EXCEPT) {
    const Value previous = *--sp;
    vm.block.store(handled_slot(vm), previous == vm.loop.none ? Value{} : previous);
    vm.block.decrement_if_mortal(previous);
    NEXT_IF_CALM();
}
STEP(CHECK_EXC_MATCH) {
    const Value type = TOP;
    if (!type.is_ref() || type.is_mortal() || vm.block.kind(type) != Kind::type) SLOW();
    const Outcome outcome = exception_matches(vm, SECOND, type);
    if (outcome == Outcome::raised) RAISED();
    if (outcome == Outcome::yes && vm.loop.user_mask) SLOW();  // tells it
    TOP = outcome == Outcome::yes ? vm.loop.true_value : vm.loop.false_value;
    NEXT();
}

}  // namespace meada
