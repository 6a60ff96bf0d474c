// Natives of set and frozenset. Operations with what is no set, or needs Python, are the prelude's.
#include "vm/operations.h"
#include "vm/numbers.h"
#include "vm/sequences.h"
#include "vm/strings.h"
#include "vm/types.h"

namespace meada {
namespace {

Ref<Set> set_arg(const Args& args) { return args[0].as_ref<Set>(); }

bool is_set(const Vm& vm, Value value) { return vm.block.kind(value) == Kind::set; }
bool is_set_like(const Vm& vm, Value value) {
    return is_set(vm, value) ||
           (vm.block.kind(value) == Kind::dict_view &&
            vm.block.object(value).detail != static_cast<uint16_t>(DictViewForm::values));
}

// Adds every item; needs_call: Python has to iterate, hash or compare (some may be added already,
// which does no harm: the prelude adds them again).
Outcome add_all(Vm& vm, Ref<Set> set, Value iterable) {
    if (is_set(vm, iterable)) {
        return set_update_from_set(vm, set, iterable.as_ref<Set>()) ? Outcome::yes
                                                                    : Outcome::raised;
    }
    const Collected collected = collect_items(vm, iterable);
    if (collected.outcome != Outcome::yes) return collected.outcome;
    for (const Value item : collected.items) {
        const Outcome outcome = set_add(vm, set, item);
        if (outcome != Outcome::yes) return outcome;
    }
    return Outcome::yes;
}

Value make_set(Vm& vm, const Args& args, Ref<Type> type) {
    const Value set = set_like(vm, type);
    if (set.is_null() || !args.has(1)) return set;
    const Outcome outcome = add_all(vm, set.as_ref<Set>(), args[1]);
    if (outcome == Outcome::needs_call)
        return vm.call_prelude(Root::prelude_set_new, {args[0], args[1]});
    return outcome == Outcome::yes ? set : Value{};
}

// The result has the plain type of the left operand.
Value fresh(Vm& vm, Value like) {
    return new_set(vm, is_set(vm, like) && set_is_frozen(vm, like) ? Root::type_frozenset
                                                                   : Root::type_set);
}

Outcome copy_where(Vm& vm, Ref<Set> target, Value from, Value other, bool wanted) {
    const Collected items = collect_items(vm, from);
    if (items.outcome != Outcome::yes) return items.outcome;
    for (const Value item : items.items) {
        const Outcome inside = contains(vm, other, item);
        if (inside > Outcome::yes) return inside;
        if ((inside == Outcome::yes) != wanted) continue;
        const Outcome added = set_add(vm, target, item);
        if (added != Outcome::yes) return added;
    }
    return Outcome::yes;
}

Outcome combine(Vm& vm, BinaryOperator operation, Ref<Set> target, Value left, Value right) {
    switch (operation) {
        case BinaryOperator::bit_or: {
            const Outcome outcome = add_all(vm, target, left);
            return outcome == Outcome::yes ? add_all(vm, target, right) : outcome;
        }
        case BinaryOperator::bit_and: {
            // CPython goes through the smaller one.
            const Length first = length_of(vm, left), second = length_of(vm, right);
            if (is_set(vm, left) && is_set(vm, right) && second.length > first.length)
                std::swap(left, right);
            return copy_where(vm, target, right, left, true);
        }
        case BinaryOperator::subtract: return copy_where(vm, target, left, right, false);
        default: {
            const Outcome outcome = copy_where(vm, target, left, right, false);
            return outcome == Outcome::yes ? copy_where(vm, target, right, left, false) : outcome;
        }
    }
}

const char* method_name(BinaryOperator operation) {
    switch (operation) {
        case BinaryOperator::bit_or: return "union";
        case BinaryOperator::bit_and: return "intersection";
        case BinaryOperator::subtract: return "difference";
        default: return "symmetric_difference";
    }
}

Value operate(Vm& vm, const Args& args, BinaryOperator operation) {
    const Computed computed = set_binary(vm, operation, args[0], args[1]);
    if (computed.outcome == Outcome::no) return vm.root(Root::not_implemented);
    return computed.outcome == Outcome::yes ? computed.result : Value{};
}

Value operate_in_place(Vm& vm, const Args& args, BinaryOperator operation) {
    const Outcome outcome = set_binary_in_place(vm, operation, args[0], args[1]);
    if (outcome == Outcome::no) return vm.root(Root::not_implemented);
    return outcome == Outcome::yes ? args[0] : Value{};
}

Value by_name(Vm& vm, const char* name, const Args& args) {
    const Value text = new_str(vm, name);
    const Value single = args[1];
    const Value others = vm.block.kind(single) == Kind::tuple ? single : new_tuple(vm, {&single, 1});
    return text && others
               ? vm.call_prelude(Root::prelude_set_operation, {text, args[0], others})
               : Value{};
}

Value one_other(Vm& vm, const char* name, const Args& args) {
    const Value single = args[1];
    const Value others = new_tuple(vm, {&single, 1});
    const Value text = new_str(vm, name);
    return text && others
               ? vm.call_prelude(Root::prelude_set_operation, {text, args[0], others})
               : Value{};
}

}  // namespace

Computed set_binary(Vm& vm, BinaryOperator operation, Value left, Value right) {
    if (!is_set_like(vm, left) || !is_set_like(vm, right)) {
        const bool view = vm.block.kind(left) == Kind::dict_view;
        if (!view) return {Outcome::no};
    }
    const Value made = fresh(vm, left);
    if (made.is_null()) return {Outcome::raised};
    const Outcome outcome = combine(vm, operation, made.as_ref<Set>(), left, right);
    if (outcome == Outcome::needs_call) {
        const Value others = new_tuple(vm, {&right, 1});
        vm.call_prelude(Root::prelude_set_operation,
                        {new_str(vm, method_name(operation)), left, others});
    }
    return {outcome, outcome == Outcome::yes ? made : Value{}};
}

Outcome set_binary_in_place(Vm& vm, BinaryOperator operation, Value set, Value other) {
    if (!is_set(vm, set) || set_is_frozen(vm, set) || !is_set(vm, other)) return Outcome::no;
    const Ref<Set> target = set.as_ref<Set>();
    if (operation == BinaryOperator::bit_or) {
        const Outcome outcome = add_all(vm, target, other);
        if (outcome != Outcome::needs_call) return outcome;
    }
    const Computed computed = set_binary(vm, operation, set, other);
    if (computed.outcome == Outcome::needs_call) vm.request = {};
    if (computed.outcome == Outcome::yes) {
        set_clear(vm, target);
        return set_update_from_set(vm, target, computed.result.as_ref<Set>()) ? Outcome::yes
                                                                             : Outcome::raised;
    }
    if (computed.outcome == Outcome::needs_call) {
        const Value others = new_tuple(vm, {&other, 1});
        const std::string name = std::string(method_name(operation)) + "_update";
        const bool is_union = operation == BinaryOperator::bit_or;
        vm.call_prelude(Root::prelude_set_operation,
                        {new_str(vm, is_union ? "update" : name), set, others});
    }
    return computed.outcome;
}

Value native_set_new(Vm& vm, const Args& args) {
    const Ref<Type> type = args[0].as_ref<Type>();
    const bool own_init = vm.block.kind(vm.block[type].specials[static_cast<uint32_t>(
                              Special::init_)]) == Kind::function;
    return own_init ? set_like(vm, type) : make_set(vm, args, type);
}

Value native_frozenset_new(Vm& vm, const Args& args) {
    const Ref<Type> type = args[0].as_ref<Type>();
    if (args.has(1) && type == vm.type(Root::type_frozenset) && vm.type_of(args[1]) == type)
        return args[1];
    return make_set(vm, args, type);
}

Value native_set_init(Vm& vm, const Args& args) {
    set_clear(vm, set_arg(args));
    if (!args.has(1)) return vm.none();
    const Outcome outcome = add_all(vm, set_arg(args), args[1]);
    if (outcome == Outcome::needs_call)
        return vm.call_prelude(Root::prelude_set_init, {args[0], args[1]});
    return outcome == Outcome::yes ? vm.none() : Value{};
}

Value native_set_add(Vm& vm, const Args& args) {
    const Outcome outcome = set_add(vm, set_arg(args), args[1]);
    if (outcome == Outcome::needs_call)
        return vm.call_prelude(Root::prelude_set_add, {args[0], args[1]});
    return outcome == Outcome::yes ? vm.none() : Value{};
}

Value native_set_remove(Vm& vm, const Args& args) {
    const Outcome outcome = set_discard(vm, set_arg(args), args[1]);
    if (outcome == Outcome::needs_call)
        return vm.call_prelude(Root::prelude_set_remove, {args[0], args[1]});
    if (outcome == Outcome::no) return vm.raise(Root::KeyError, {args[1]});
    return outcome == Outcome::yes ? vm.none() : Value{};
}

Value native_set_discard(Vm& vm, const Args& args) {
    const Outcome outcome = set_discard(vm, set_arg(args), args[1]);
    if (outcome == Outcome::needs_call)
        return vm.call_prelude(Root::prelude_set_discard, {args[0], args[1]});
    return outcome == Outcome::raised ? Value{} : vm.none();
}

Value native_set_pop(Vm& vm, const Args& args) {
    uint32_t position = 0;
    Value key;
    if (!set_next(vm, set_arg(args), position, key))
        return vm.raise(Root::KeyError, "pop from an empty set");
    set_remove_at(vm, set_arg(args), position - 1);
    return key;
}

Value native_set_clear(Vm& vm, const Args& args) {
    set_clear(vm, set_arg(args));
    return vm.none();
}

Value native_set_copy(Vm& vm, const Args& args) {
    const Value made = fresh(vm, args[0]);
    if (made.is_null()) return {};
    return set_update_from_set(vm, made.as_ref<Set>(), set_arg(args)) ? made : Value{};
}

Value native_set_and(Vm& vm, const Args& args) {
    return operate(vm, args, BinaryOperator::bit_and);
}
Value native_set_or(Vm& vm, const Args& args) { return operate(vm, args, BinaryOperator::bit_or); }
Value native_set_sub(Vm& vm, const Args& args) {
    return operate(vm, args, BinaryOperator::subtract);
}
Value native_set_xor(Vm& vm, const Args& args) {
    return operate(vm, args, BinaryOperator::bit_xor);
}
Value native_set_ior(Vm& vm, const Args& args) {
    return operate_in_place(vm, args, BinaryOperator::bit_or);
}
Value native_set_iand(Vm& vm, const Args& args) {
    return operate_in_place(vm, args, BinaryOperator::bit_and);
}
Value native_set_isub(Vm& vm, const Args& args) {
    return operate_in_place(vm, args, BinaryOperator::subtract);
}
Value native_set_ixor(Vm& vm, const Args& args) {
    return operate_in_place(vm, args, BinaryOperator::bit_xor);
}
Value native_set_union(Vm& vm, const Args& args) { return by_name(vm, "union", args); }
Value native_set_intersection(Vm& vm, const Args& args) { return by_name(vm, "intersection", args); }
Value native_set_difference(Vm& vm, const Args& args) { return by_name(vm, "difference", args); }
Value native_set_update(Vm& vm, const Args& args) { return by_name(vm, "update", args); }
Value native_set_intersection_update(Vm& vm, const Args& args) {
    return by_name(vm, "intersection_update", args);
}
Value native_set_difference_update(Vm& vm, const Args& args) {
    return by_name(vm, "difference_update", args);
}
Value native_set_symmetric_difference(Vm& vm, const Args& args) {
    return one_other(vm, "symmetric_difference", args);
}
Value native_set_symmetric_update(Vm& vm, const Args& args) {
    return one_other(vm, "symmetric_difference_update", args);
}
Value native_set_issubset(Vm& vm, const Args& args) { return one_other(vm, "issubset", args); }
Value native_set_issuperset(Vm& vm, const Args& args) { return one_other(vm, "issuperset", args); }
Value native_set_isdisjoint(Vm& vm, const Args& args) { return one_other(vm, "isdisjoint", args); }

Value meada_new_set(Vm& vm, const Args& args) { return set_like(vm, args[0].as_ref<Type>()); }

Value meada_set_candidate(Vm& vm, const Args& args) {
    const SetCandidate found = set_candidate(vm, set_arg(args), hash_argument(vm, args[1]),
                                             static_cast<uint32_t>(args[2].as_int()));
    if (found.key.is_null()) return vm.none();
    const Value parts[] = {found.key, Value::from_int(found.index)};
    return new_tuple(vm, parts);
}

Value meada_set_insert(Vm& vm, const Args& args) {
    const bool done = set_insert_hashed(vm, set_arg(args), args[1], hash_argument(vm, args[2]));
    return done ? vm.none() : Value{};
}

Value meada_set_remove(Vm& vm, const Args& args) {
    set_remove_at(vm, set_arg(args), static_cast<uint32_t>(args[1].as_int()));
    return vm.none();
}

// What hash() gave: any int, of which the lower 64 bits count.
uint64_t hash_argument(const Vm& vm, Value hash) {
    return static_cast<uint64_t>(to_int64(vm, hash).value_or(0));
}

}  // namespace meada
