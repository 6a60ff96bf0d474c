// Operators on strs: steps of the loop.
#include "vm/loop.h"

namespace meada {

static bool both_strs(const uint8_t* base, const Vm& vm, Value left, Value right) {
    return left.is_ref() && right.is_ref() && shape_at(base, left) == vm.loop.shapes.str &&
           shape_at(base, right) == vm.loop.shapes.str;
}

STEP(concatenate) {
    const Value right = TOP, left = SECOND;
    if (!both_strs(base, vm, left, right)) SLOW();
    const Value result = str_concat(vm, left, right);
    REBASE();
    if (result.is_null()) RAISED();
    --sp;
    TOP = result;
    NEXT_IF_CALM();
}

STEP(compare_strs) {
    const Value right = TOP, left = SECOND;
    if (!both_strs(base, vm, left, right)) SLOW();
    bool truth = false;
    switch (static_cast<CompareOperator>(ARGUMENT)) {
        case CompareOperator::less: truth = str_compare(vm, left, right) < 0; break;
        case CompareOperator::less_equal: truth = str_compare(vm, left, right) <= 0; break;
        case CompareOperator::equal: truth = light_str_equal(base, left, right); break;
        case CompareOperator::not_equal: truth = !light_str_equal(base, left, right); break;
        case CompareOperator::greater: truth = str_compare(vm, left, right) > 0; break;
        case CompareOperator::greater_equal: truth = str_compare(vm, left, right) >= 0; break;
    }
    --sp;
    TOP = truth ? vm.loop.true_value : vm.loop.false_value;
    NEXT();
}

}  // namespace meada
