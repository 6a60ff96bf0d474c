// Attributes, subscripts, operators: the slow cases, and the caches that make the next time fast.
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
namespace {

// What a cache of instances' slots needs: the class must not change behind its back.
bool cacheable_instance(Vm& vm, Value object) {
    if (vm.block.kind(object) != Kind::instance) return false;
    const Instance& instance = vm.block[object.as_ref<Instance>()];
    if (vm.block[instance.shape].dict_mode) return false;
    return vm.block.kind(vm.special(object, Special::getattribute_)) != Kind::function;
}

void mark_cached(Vm& vm, Value object) { vm.block.edit(vm.type_of(object)).flags |= type_cached; }

// An instruction keeps the shape that it saw first; others are found in the shared look-ups.
bool is_first(const Vm& vm, Quick form) {
    const uint32_t at = current_frame(vm).next_word - static_cast<uint32_t>(sizeof(CodeWord));
    return (vm.block.at<CodeWord>(at)->word & 0xff) != static_cast<uint32_t>(form);
}

bool has_load_form(const Vm& vm) {
    return !is_first(vm, Quick::LOAD_ATTR_SLOT) || !is_first(vm, Quick::LOAD_ATTR_CLASS);
}

void share(Vm& vm, Ref<Shape> shape, Value name, Vm::ShapeUse use, uint32_t target,
           uint32_t extra = 0) {
    vm.shape_lookup(shape.offset, name.offset(), use) = {shape.offset, name.offset(), use, target,
                                                         extra};
}

bool is_slot_member(const Vm& vm, Value attribute) {
    return attribute && vm.block.kind(attribute) == Kind::member &&
           vm.block[attribute.as_ref<Member>()].detail == static_cast<uint16_t>(MemberForm::slot);
}

void cache_slot(Vm& vm, Value object, Value name, uint32_t slot) {
    mark_cached(vm, object);
    const Ref<Shape> shape = vm.block.object(object).shape;
    const uint32_t target = Instance::slots_offset + slot * 8;
    share(vm, shape, name, Vm::ShapeUse::load, target);
    if (!has_load_form(vm)) quicken(vm, Quick::LOAD_ATTR_SLOT, shape.offset, target);
}

// Where a class or one of its bases keeps an attribute's value; 0: nowhere. The slot stays until
// the caches are forgotten (type_changed): other keys come and go only with them.
uint32_t class_slot(Vm& vm, Ref<Type> type, Value name) {
    const Ref<Tuple> mro = vm.block[type].mro;
    for (uint32_t index = 0; index < vm.block[mro].count; ++index) {
        const Value base = vm.block.load(mro.offset + Tuple::items_offset + index * 8);
        const Found found = dict_find_str(vm, vm.block[base.as_ref<Type>()].attributes, name);
        if (found.outcome == Outcome::yes) return found.slot;
    }
    return 0;
}

// `value` is what the class has.
void cache_class_attribute(Vm& vm, Value object, Value name, Value value) {
    if (!binds_nothing(vm, value)) return;
    const uint32_t slot = class_slot(vm, vm.type_of(object), name);
    mark_cached(vm, object);
    if (value.is_ref()) mark_cached(vm, value);
    const Ref<Shape> shape = vm.block.object(object).shape;
    share(vm, shape, name, Vm::ShapeUse::load, slot, 1);
    if (!has_load_form(vm)) quicken(vm, Quick::LOAD_ATTR_CLASS, shape.offset, slot);
}

// Of a class that was asked itself.
Value own_class_attribute(Vm& vm, Value type, Value name) {
    const Ref<Type> metatype = vm.type_of(type);
    if (!(vm.block[type.as_ref<Type>()].flags & type_heap) ||
        vm.block.kind(vm.special(type, Special::getattribute_)) == Kind::function)
        return {};
    const Value of_meta = find_in_type(vm, metatype, name);
    if (of_meta && is_data_descriptor(vm, of_meta)) return {};
    return find_in_type(vm, type.as_ref<Type>(), name);
}
void mark_class_cached(Vm& vm, Value type) {
    mark_cached(vm, type);
    vm.block.edit(type.as_ref<Type>()).flags |= type_cached;
}

void cache_attribute_of_class(Vm& vm, Value type, Value name) {
    const Value value = own_class_attribute(vm, type, name);
    if (value.is_null() || !binds_nothing(vm, value) || has_load_form(vm)) return;
    mark_class_cached(vm, type);
    if (value.is_ref()) mark_cached(vm, value);
    quicken(vm, Quick::LOAD_ATTR_CLASS, type.offset(), class_slot(vm, type.as_ref<Type>(), name));
}

void cache_attribute(Vm& vm, Value object, Value name) {
    if (vm.block.kind(object) == Kind::type) return cache_attribute_of_class(vm, object, name);
    if (vm.block.kind(object) == Kind::module) {
        const Ref<Dict> attributes = vm.block[object.as_ref<Module>()].attributes;
        const Found found = dict_find_str(vm, attributes, name);
        if (found.outcome == Outcome::yes)
            quicken(vm, Quick::LOAD_ATTR_MODULE, version_of(vm, attributes), found.slot);
        return;
    }
    if (!cacheable_instance(vm, object)) return;
    const Value of_type = find_in_type(vm, vm.type_of(object), name);
    const Ref<Shape> shape = vm.block.object(object).shape;
    if (is_slot_member(vm, of_type)) {
        cache_slot(vm, object, name, vm.block[of_type.as_ref<Member>()].index);
        return;
    }
    if (of_type && is_data_descriptor(vm, of_type)) return;
    if (const auto slot = slot_in_shape(vm, shape, name)) cache_slot(vm, object, name, *slot);
    else if (of_type) cache_class_attribute(vm, object, name, of_type);
}

void cache_method(Vm& vm, Value object, Value name, Value callable) {
    const Kind kind = vm.block.kind(object);
    const bool instance = kind == Kind::instance && cacheable_instance(vm, object);
    // Of objects that have no attributes of their own: built-in ones, natives of the library.
    const uint32_t flags = object.is_ref() ? vm.block[vm.type_of(object)].flags : type_exception;
    const bool plain =
        kind != Kind::instance && !(flags & type_exception) &&
        (!(flags & type_heap) ||
         (kind == Kind::native_object && !(flags & type_dict) &&
          vm.block.kind(vm.special(object, Special::getattribute_)) != Kind::function));
    if ((!instance && !plain) || callable.is_mortal()) return;
    if (instance || flags & type_heap) mark_cached(vm, object);
    const Ref<Shape> shape = vm.block.object(object).shape;
    share(vm, shape, name, Vm::ShapeUse::method, callable.offset());
    if (is_first(vm, Quick::LOAD_METHOD_SHAPE))
        quicken(vm, Quick::LOAD_METHOD_SHAPE, shape.offset, callable.offset());
}

// A method that does not take the object itself: a class's function asked of the class, a static
// method, a class method.
void cache_class_method(Vm& vm, Value object, Value name) {
    const bool of_class = vm.block.kind(object) == Kind::type;
    if (!of_class && !cacheable_instance(vm, object)) return;
    const Value found = of_class ? own_class_attribute(vm, object, name)
                                 : find_in_type(vm, vm.type_of(object), name);
    Value function, its_class;
    switch (vm.block.kind(found)) {
        case Kind::function:
            if (of_class) function = found;
            break;
        case Kind::static_method:
            function = vm.block[found.as_ref<MethodWrapper>()].function;
            break;
        case Kind::class_method:
            function = vm.block[found.as_ref<MethodWrapper>()].function;
            its_class = of_class ? object : Value::from_ref(vm.type_of(object));
            break;
        default: break;
    }
    if (vm.block.kind(function) != Kind::function || function.is_mortal() ||
        its_class.is_mortal() || !is_first(vm, Quick::LOAD_METHOD_CLASS))
        return;
    uint32_t key = object.offset();
    if (of_class) {
        mark_class_cached(vm, object);
    } else {
        const Ref<Shape> shape = vm.block.object(object).shape;
        if (slot_in_shape(vm, shape, name)) return;
        mark_cached(vm, object);
        key = shape.offset;
    }
    quicken(vm, Quick::LOAD_METHOD_CLASS, key, function.offset(), its_class.offset());
}

void cache_module_method(Vm& vm, Value object, Value name) {
    const Ref<Dict> attributes = vm.block[object.as_ref<Module>()].attributes;
    const Found found = dict_find_str(vm, attributes, name);
    if (found.outcome == Outcome::yes)
        quicken(vm, Quick::LOAD_METHOD_MODULE, version_of(vm, attributes), found.slot);
}

}  // namespace

Step op_load_attr(Vm& vm, uint32_t argument) {
    const Value name = name_at(vm, argument), object = pop(vm);
    const Computed found = get_attribute(vm, object, name);
    Step step = Step::next;
    switch (found.outcome) {
        case Outcome::yes:
            cache_attribute(vm, object, name);
            push(vm, found.result);
            break;
        case Outcome::needs_call: step = do_request(vm, ReturnMode::push); break;
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
            if (method.bound) {
                cache_method(vm, object, name, method.callable);
                push(vm, method.callable);
                push(vm, object);
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

void cache_store(Vm& vm, Value object, Value name, Ref<Shape> before) {
    if (!cacheable_instance(vm, object)) return;
    if (vm.block.kind(vm.special(object, Special::setattr_)) == Kind::function) return;
    const Value of_type = find_in_type(vm, vm.type_of(object), name);
    const Ref<Shape> after = vm.block.object(object).shape;
    const bool member = is_slot_member(vm, of_type);
    if (!member && of_type && is_data_descriptor(vm, of_type)) return;
    const auto slot = member ? std::optional(vm.block[of_type.as_ref<Member>()].index)
                             : slot_in_shape(vm, after, name);
    if (!slot) return;
    mark_cached(vm, object);
    const uint32_t target = Instance::slots_offset + *slot * 8;
    const bool adds = before != after;
    if (adds && vm.block[after].parent != before) return;
    share(vm, before, name, Vm::ShapeUse::store, target, adds ? after.offset : 0);
    if (is_first(vm, Quick::STORE_ATTR_SLOT) && is_first(vm, Quick::STORE_ATTR_ADD))
        quicken(vm, adds ? Quick::STORE_ATTR_ADD : Quick::STORE_ATTR_SLOT, before.offset, target,
                adds ? after.offset : 0);
}

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
