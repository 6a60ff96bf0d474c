// Attributes, subscripts, operators: the slow cases.
#include "vm/attribute_caches.h"
#include "vm/attributes.h"
#include "vm/builtins.h"
#include "vm/containers.h"
#include "vm/exceptions.h"
#include "vm/frames.h"
#include "vm/numbers.h"
#include "vm/op_support.h"
#include "vm/slow_ops.h"
#include "vm/strings.h"
#include "vm/types.h"

namespace meada {

Value operator_method(const Vm& vm, uint32_t operation, Value left, Value right) {
    static constexpr Special binary_methods[] = {
        Special::add_,    Special::and_, Special::floordiv_, Special::lshift_, Special::matmul_,
        Special::mul_,    Special::mod_, Special::or_,       Special::pow_,    Special::rshift_,
        Special::sub_,    Special::truediv_, Special::xor_};
    static constexpr Special comparisons[] = {Special::lt_, Special::le_, Special::eq_,
                                              Special::ne_, Special::gt_, Special::ge_};
    const bool compares = operation >= first_comparison;
    if (!compares && operation >= binary_operator_count) return {};
    if (!is_heap_type(vm, left)) return {};
    if (is_heap_type(vm, right) && vm.type_of(left) != vm.type_of(right)) return {};
    const Value method = vm.special(left, compares ? comparisons[operation - first_comparison]
                                                   : binary_methods[operation]);
    return vm.block.kind(method) == Kind::function ? method : Value{};
}

Step op_load_attr(Vm& vm, uint32_t argument) {
    const Value name = name_at(vm, argument), object = pop(vm);
    const Computed found = get_attribute(vm, object, name);
    Step step = Step::next;
    switch (found.outcome) {
        case Outcome::yes:
            cache_attribute(vm, object, name);
            push(vm, found.result);
            break;
        case Outcome::needs_call:
            cache_property(vm, object, name);
            step = do_request(vm, ReturnMode::push);
            break;
        case Outcome::no: raise_no_attribute(vm, object, name); [[fallthrough]];
        case Outcome::raised: step = Step::raised;
    }
    drop_value(vm, object);
    return step;
}

Step op_load_method(Vm& vm, uint32_t argument) {
    const Value name = name_at(vm, argument), object = pop(vm);
    const Method method = get_method(vm, object, name);
    Step step = Step::next;
    switch (method.outcome) {
        case Outcome::yes:
            if (method.receiver) {
                if (method.receiver == object) cache_method(vm, object, name, method.callable);
                push(vm, method.callable);
                push(vm, method.receiver);
            } else {
                if (vm.block.kind(object) == Kind::module) cache_module_method(vm, object, name);
                else cache_class_method(vm, object, name);
                push(vm, {});
                push(vm, method.callable);
            }
            break;
        case Outcome::needs_call:
            push(vm, {});
            step = do_request(vm, ReturnMode::push);
            break;
        case Outcome::no: raise_no_attribute(vm, object, name); [[fallthrough]];
        case Outcome::raised: step = Step::raised;
    }
    drop_value(vm, object);
    return step;
}

namespace {

Step set_outcome(Vm& vm, Outcome outcome) {
    switch (outcome) {
        case Outcome::yes: return Step::next;
        case Outcome::needs_call: return do_request(vm, ReturnMode::discard);
        default: return Step::raised;
    }
}

}  // namespace

Step op_store_attr(Vm& vm, uint32_t argument) {
    const Value name = name_at(vm, argument), object = pop(vm), value = pop(vm);
    const Ref<Shape> before = object.is_ref() ? vm.block.object(object).shape : Ref<Shape>{};
    const Outcome outcome = set_attribute(vm, object, name, value);
    if (outcome == Outcome::yes) cache_store(vm, object, name, before);
    const Step step = set_outcome(vm, outcome);
    drop_value(vm, object);
    drop_value(vm, value);
    return step;
}

Step op_delete_attr(Vm& vm, uint32_t argument) {
    const Value object = pop(vm);
    const Step step = set_outcome(vm, set_attribute(vm, object, name_at(vm, argument), {}));
    drop_value(vm, object);
    return step;
}

namespace {

// What CPython says when an operator does not know its operands.
bool raise_unsupported(Vm& vm, uint32_t operation, Value left, Value right) {
    static constexpr const char* signs[] = {"+", "&", "//", "<<", "@", "*", "%",
                                            "|", "** or pow()", ">>", "-", "/", "^"};
    static constexpr const char* in_place[] = {"+=", "&=", "//=", "<<=", "@=", "*=", "%=",
                                               "|=", "**=", ">>=", "-=", "/=", "^="};
    const char* sign = operation < binary_operator_count
                           ? signs[operation]
                           : in_place[operation - binary_operator_count];
    vm.raise(Root::TypeError, std::string("unsupported operand type(s) for ") + sign + ": '" +
                                  type_name(vm, left) + "' and '" + type_name(vm, right) + "'");
    return false;
}

bool is_python_special(const Vm& vm, Value method) {
    return vm.block.kind(method) == Kind::function;
}

// Python classes have a say: the left one's method directly, the rest in the prelude.
Step binary_python(Vm& vm, uint32_t operation, Value left, Value right) {
    if (const Value method = operator_method(vm, operation, left, right))
        return call_value(vm, method, {left, right}, ReturnMode::binary,
                          Value::from_int(operation));
    const Value code = Value::from_int(operation);
    const Value popped_right = pop(vm), popped_left = pop(vm);
    const Step step = call_value(vm, vm.root(Root::prelude_binary_operator), {code, left, right},
                                 ReturnMode::push);
    drop_value(vm, popped_left);
    drop_value(vm, popped_right);
    return step;
}

}  // namespace

Step op_binary_op(Vm& vm, uint32_t argument) {
    const Value right = peek(vm, 0), left = peek(vm, 1);
    if (is_heap_type(vm, left) || is_heap_type(vm, right))
        return binary_python(vm, argument, left, right);
    const auto operation = static_cast<BinaryOperator>(argument % binary_operator_count);
    const Computed computed = argument < binary_operator_count
                                  ? binary(vm, operation, left, right)
                                  : binary_in_place(vm, operation, left, right);
    if (computed.outcome == Outcome::needs_call) {
        if (vm.request.kind == Vm::Request::Kind::none)
            return binary_python(vm, argument, left, right);
        pop_drop(vm, 2);
        return do_request(vm, ReturnMode::push);
    }
    if (computed.outcome == Outcome::no) raise_unsupported(vm, argument, left, right);
    if (computed.outcome != Outcome::yes) return Step::raised;
    const Value popped_right = pop(vm), popped_left = pop(vm);
    push(vm, computed.result);
    drop_value(vm, popped_left);
    drop_value(vm, popped_right);
    return Step::next;
}

Step op_compare_op(Vm& vm, uint32_t argument) {
    const Value right = peek(vm, 0), left = peek(vm, 1);
    const auto operation = static_cast<CompareOperator>(argument);
    if (const Value method = operator_method(vm, first_comparison + argument, left, right))
        return call_value(vm, method, {left, right}, ReturnMode::binary,
                          Value::from_int(first_comparison + argument));
    Outcome outcome;
    const auto has_own_not_equal = [&](Value value) {
        return is_heap_type(vm, value) &&
               vm.block.kind(vm.special(value, Special::ne_)) != Kind::native;
    };
    if (operation == CompareOperator::not_equal &&
        (has_own_not_equal(left) || has_own_not_equal(right))) {
        outcome = Outcome::needs_call;
    } else if (operation == CompareOperator::equal || operation == CompareOperator::not_equal) {
        outcome = equal(vm, left, right);
        if (operation == CompareOperator::not_equal && outcome <= Outcome::yes)
            outcome = outcome == Outcome::yes ? Outcome::no : Outcome::yes;
    } else {
        outcome = compare(vm, operation, left, right);
    }
    if (outcome == Outcome::raised) return Step::raised;
    const Value popped_right = pop(vm), popped_left = pop(vm);
    Step step = Step::next;
    if (outcome == Outcome::needs_call)
        step = call_value(vm, vm.root(Root::prelude_compare),
                          {Value::from_int(argument), left, right}, ReturnMode::push);
    else
        push(vm, vm.boolean(outcome == Outcome::yes));
    drop_value(vm, popped_left);
    drop_value(vm, popped_right);
    return step;
}

Step op_is_op(Vm& vm, uint32_t argument) {
    const Value right = pop(vm), left = pop(vm);
    push(vm, vm.boolean((left == right) != (argument != 0)));
    drop_value(vm, left);
    drop_value(vm, right);
    return Step::next;
}

Step op_contains_op(Vm& vm, uint32_t argument) {
    const Value container = pop(vm), item = pop(vm);
    const Outcome outcome = contains(vm, container, item);
    Step step = outcome == Outcome::raised ? Step::raised : Step::next;
    if (outcome == Outcome::needs_call)
        step =
            call_value(vm, vm.root(argument ? Root::prelude_not_contains : Root::prelude_contains),
                       {item, container}, ReturnMode::push);
    else if (step == Step::next)
        push(vm, vm.boolean((outcome == Outcome::yes) != (argument != 0)));
    drop_value(vm, container);
    drop_value(vm, item);
    return step;
}

namespace {

Step unary_op(Vm& vm, Opcode opcode) {
    static constexpr Special methods[] = {Special::pos_, Special::neg_, Special::invert_};
    static constexpr const char* signs[] = {"+", "-", "~"};
    const uint32_t which = opcode == Opcode::UNARY_POSITIVE   ? 0
                           : opcode == Opcode::UNARY_NEGATIVE ? 1
                                                              : 2;
    const Value operand = pop(vm);
    Step step = Step::next;
    const Value method = is_heap_type(vm, operand) ? vm.special(operand, methods[which]) : Value{};
    if (is_python_special(vm, method)) {
        step = call_value(vm, method, {operand}, ReturnMode::push);
    } else {
        const Computed computed = unary(vm, opcode, operand);
        if (computed.outcome == Outcome::yes) push(vm, computed.result);
        else step = Step::raised;
        if (computed.outcome == Outcome::no)
            vm.raise(Root::TypeError, std::string("bad operand type for unary ") + signs[which] +
                                          ": '" + type_name(vm, operand) + "'");
    }
    drop_value(vm, operand);
    return step;
}

}  // namespace

Step op_unary_positive(Vm& vm, uint32_t) { return unary_op(vm, Opcode::UNARY_POSITIVE); }
Step op_unary_negative(Vm& vm, uint32_t) { return unary_op(vm, Opcode::UNARY_NEGATIVE); }
Step op_unary_invert(Vm& vm, uint32_t) { return unary_op(vm, Opcode::UNARY_INVERT); }

Step op_binary_subscr(Vm& vm, uint32_t) {
    const Value key = pop(vm), container = pop(vm);
    const Value method =
        is_heap_type(vm, container) ? vm.special(container, Special::getitem_) : Value{};
    Step step = Step::next;
    if (is_python_special(vm, method)) {
        step = call_value(vm, method, {container, key}, ReturnMode::push);
    } else {
        const Computed computed = get_item(vm, container, key);
        if (computed.outcome == Outcome::yes) push(vm, computed.result);
        else if (computed.outcome == Outcome::needs_call) step = do_request(vm, ReturnMode::push);
        else step = Step::raised;
    }
    drop_value(vm, container);
    drop_value(vm, key);
    return step;
}

Step op_store_subscr(Vm& vm, uint32_t) {
    const Value key = pop(vm), container = pop(vm), value = pop(vm);
    const Value method =
        is_heap_type(vm, container) ? vm.special(container, Special::setitem_) : Value{};
    const Step step = is_python_special(vm, method)
                          ? call_value(vm, method, {container, key, value}, ReturnMode::discard)
                          : set_outcome(vm, set_item(vm, container, key, value));
    drop_value(vm, container);
    drop_value(vm, key);
    drop_value(vm, value);
    return step;
}

Step op_delete_subscr(Vm& vm, uint32_t) {
    const Value key = pop(vm), container = pop(vm);
    const Value method =
        is_heap_type(vm, container) ? vm.special(container, Special::delitem_) : Value{};
    const Step step = is_python_special(vm, method)
                          ? call_value(vm, method, {container, key}, ReturnMode::discard)
                          : set_outcome(vm, delete_item(vm, container, key));
    drop_value(vm, container);
    drop_value(vm, key);
    return step;
}

}  // namespace meada
