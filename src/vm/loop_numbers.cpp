// Operators on what is no immediate number: strs, large ints, objects of classes. Steps of the loop.
#include "vm/loop_calls.h"
#include "vm/op_support.h"

namespace meada {

static bool both_strs(const uint8_t* base, const Vm& vm, Value left, Value right) {
    return left.is_ref() && right.is_ref() && shape_at(base, left) == vm.loop.shapes.str &&
           shape_at(base, right) == vm.loop.shapes.str;
}

STEP(concatenate) {
    const Value right = TOP, left = SECOND;
    if (!both_strs(base, vm, left, right)) GO(operation);
    const Value result = str_concat(vm, left, right);
    REBASE();
    if (result.is_null()) RAISED();
    --sp;
    TOP = result;
    NEXT_IF_CALM();
}

STEP(compare_strs) {
    const Value right = TOP, left = SECOND;
    if (!both_strs(base, vm, left, right)) GO(comparison);
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

static bool is_plain_number(const uint8_t* base, Value value) {
    if (!value.is_ref()) return true;
    const auto& object = *reinterpret_cast<const Object*>(base + value.offset());
    return object.kind == Kind::integer || object.kind == Kind::floating;
}

STEP(BINARY_OP) { GO(operation); }

// In place only what never changes: what does may have begun to when it needs Python after all.
STEP(operation) {
    const Value right = TOP, left = SECOND;
    if (is_heap_type(vm, left) || is_heap_type(vm, right)) GO(operator_method);
    const bool in_place = ARGUMENT >= binary_operator_count;
    if (in_place && !(is_plain_number(base, left) && is_plain_number(base, right))) SLOW();
    const auto which = static_cast<BinaryOperator>(ARGUMENT % binary_operator_count);
    const Computed computed = binary(vm, which, left, right);
    REBASE();
    if (computed.outcome == Outcome::raised) RAISED();
    if (computed.outcome != Outcome::yes) {
        vm.request = {};
        SLOW();
    }
    --sp;
    PUSH_AT(TOP, computed.result);
    vm.block.decrement_if_mortal(left);
    vm.block.decrement_if_mortal(right);
    NEXT_IF_CALM();
}

STEP(comparison) {
    const Value right = TOP, left = SECOND;
    if (is_heap_type(vm, left)) GO(operator_method);
    // A class over a number on the right may have its say first.
    if (is_heap_type(vm, right) || !is_plain_number(base, left) || !is_plain_number(base, right))
        SLOW();
    const auto which = static_cast<CompareOperator>(ARGUMENT);
    Outcome outcome;
    if (which == CompareOperator::equal || which == CompareOperator::not_equal)
        outcome = equal(vm, left, right);
    else
        outcome = compare(vm, which, left, right);
    const bool truth = (outcome == Outcome::yes) != (which == CompareOperator::not_equal);
    --sp;
    TOP = truth ? vm.loop.true_value : vm.loop.false_value;
    vm.block.decrement_if_mortal(left);
    vm.block.decrement_if_mortal(right);
    NEXT_IF_CALM();
}

// A method in Python is entered at once, over the operands: they go when it returns.
STEP(operator_method) {
    const Value right = TOP, left = SECOND;
    const bool compares = base_opcode(static_cast<uint8_t>(WORD.word)) == Opcode::COMPARE_OP;
    const uint32_t operation = ARGUMENT + (compares ? first_comparison : 0);
    const Value method = operator_method(vm, operation, left, right);
    if (method.is_null() || method.is_mortal()) SLOW();
    const auto& function = *reinterpret_cast<const Function*>(base + method.offset());
    const SimpleCall call{function,
                          *reinterpret_cast<const CodeObject*>(base + function.code.offset),
                          sp - 2, 2, ReturnMode::binary};
    if (!fits(vm, base, call)) SLOW();
    vm.block.increment_if_mortal(left);
    vm.block.increment_if_mortal(right);
    ENTER_CALLEE(call, sp);
    frame->extra = Value::from_int(operation);
    NEXT();
}
// ReturnMode::binary: the result replaces the operands.
STEP(return_operator) {
    const uint32_t callee_at = FRAME_AT;
    const Frame& callee = *frame;
    const uint32_t chunk = vm.block[vm.context].chunk;
    if (callee.generator != 0 || callee.locals || TOP == vm.root(Root::not_implemented) ||
        callee_at == chunk + StackChunk::first_offset)
        SLOW();
    const Value result = *--sp;
    for (Value* slot = LOCALS; slot < sp; ++slot) {
        vm.block.decrement_if_mortal(*slot);
        *slot = Value{};
    }
    LEAVE_CALLEE();
    const Value right = TOP, left = SECOND;
    --sp;
    TOP = result;
    vm.block.decrement_if_mortal(left);
    vm.block.decrement_if_mortal(right);
    LOOK_UP(false);
    NEXT();
}

}  // namespace meada
