// Operators as functions, and what itemgetter takes: natively where no Python code is needed.
#include "library/natives.h"

namespace meada {
namespace {

bool is_python(const Vm& vm, Value value) {
    return value.is_ref() && (vm.block[vm.type_of(value)].flags & type_heap) != 0;
}

Value operate(Vm& vm, BinaryOperator which, const Args& args) {
    if (!is_python(vm, args[0]) && !is_python(vm, args[1])) {
        const Computed computed = binary(vm, which, args[0], args[1]);
        if (computed.outcome == Outcome::yes) return computed.result;
        if (computed.outcome == Outcome::raised) return {};
        if (vm.request.kind != Vm::Request::Kind::none) return {};
    }
    return vm.call_prelude(Root::prelude_binary_operator,
                           {Value::from_int(static_cast<int>(which)), args[0], args[1]});
}

Value compared(Vm& vm, CompareOperator which, const Args& args) {
    Outcome outcome = Outcome::needs_call;
    if (which == CompareOperator::equal)
        outcome = equal(vm, args[0], args[1]);
    else if (which != CompareOperator::not_equal)
        outcome = compare(vm, which, args[0], args[1]);
    if (outcome == Outcome::raised) return {};
    if (outcome != Outcome::needs_call) return vm.boolean(outcome == Outcome::yes);
    vm.request = {};
    return vm.call_prelude(Root::prelude_compare,
                           {Value::from_int(static_cast<int>(which)), args[0], args[1]});
}

Value item_of(Vm& vm, Value container, Value key, const char* otherwise, Value subject) {
    const Computed item = get_item(vm, container, key);
    if (item.outcome == Outcome::yes) return item.result;
    if (item.outcome == Outcome::raised) return {};
    vm.request = {};
    return call_library(vm, "operator", otherwise,
                        {subject, subject == container ? key : container});
}

}  // namespace

#define BINARY(name, which)                                     \
    Value library_operator_##name(Vm& vm, const Args& args) {   \
        return operate(vm, BinaryOperator::which, args);        \
    }
BINARY(add, add)
BINARY(and, bit_and)
BINARY(floordiv, floor_divide)
BINARY(lshift, left_shift)
BINARY(matmul, matrix_multiply)
BINARY(mod, remainder)
BINARY(mul, multiply)
BINARY(or, bit_or)
BINARY(pow, power)
BINARY(rshift, right_shift)
BINARY(sub, subtract)
BINARY(truediv, true_divide)
BINARY(xor, bit_xor)
#undef BINARY

#define COMPARISON(name, which)                                 \
    Value library_operator_##name(Vm& vm, const Args& args) {   \
        return compared(vm, CompareOperator::which, args);      \
    }
COMPARISON(lt, less)
COMPARISON(le, less_equal)
COMPARISON(eq, equal)
COMPARISON(ne, not_equal)
COMPARISON(gt, greater)
COMPARISON(ge, greater_equal)
#undef COMPARISON

Value library_operator_is(Vm& vm, const Args& args) { return vm.boolean(args[0] == args[1]); }
Value library_operator_is_not(Vm& vm, const Args& args) { return vm.boolean(args[0] != args[1]); }

Value library_operator_contains(Vm& vm, const Args& args) {
    const Outcome outcome = contains(vm, args[0], args[1]);
    if (outcome == Outcome::raised) return {};
    if (outcome != Outcome::needs_call) return vm.boolean(outcome == Outcome::yes);
    vm.request = {};
    return vm.call_prelude(Root::prelude_contains, {args[1], args[0]});
}

Value library_operator_getitem(Vm& vm, const Args& args) {
    return item_of(vm, args[0], args[1], "_get_item", args[0]);
}

// On the members `_item` and `_items` of the getter.
Value library_itemgetter_call(Vm& vm, const Args& args) {
    const Value getter = args[0];
    if (vm.block.kind(getter) != Kind::instance || vm.block[vm.type_of(getter)].member_slots < 2)
        return vm.raise(Root::TypeError, "descriptor '__call__' requires an "
                                         "'operator.itemgetter' object but received a '" +
                                             type_name(vm, getter) + "'");
    const Value item = vm.block.load(getter.offset() + Instance::slots_offset);
    const Value items = vm.block.load(getter.offset() + Instance::slots_offset + 8);
    if (vm.block.kind(items) != Kind::tuple)
        return item_of(vm, args[1], item, "_take", getter);
    std::vector<Value> found;
    const uint32_t count = vm.block[items.as_ref<Tuple>()].count;
    for (uint32_t index = 0; index < count; ++index) {
        const Value key = vm.block.load(items.offset() + Tuple::items_offset + index * 8);
        const Value taken = item_of(vm, args[1], key, "_take", getter);
        if (taken.is_null()) return {};
        found.push_back(taken);
    }
    return new_tuple(vm, found);
}

}  // namespace meada
