// Methods of set and frozenset, and the set methods of views of dicts.
#include "vm/numbers.h"
#include "vm/builtins.h"
#include "vm/sequences.h"
#include "vm/set.h"
#include "vm/set_operations.h"
#include "vm/strings.h"
#include "vm/views.h"

namespace meada {
namespace {

Ref<Set> set_arg(const Args& args) { return args[0].as_ref<Set>(); }

bool has_python_init(const Vm& vm, Ref<Type> type) {
    return vm.block.kind(vm.block[type].specials[static_cast<uint32_t>(Special::init_)]) ==
           Kind::function;
}

Value make_set(Vm& vm, const Args& args, Ref<Type> type) {
    const Value set = set_copy(vm, {}, type);
    if (set.is_null() || !args.has(1)) return set;
    const Outcome outcome = set_update(vm, set.as_ref<Set>(), args[1]);
    if (outcome == Outcome::needs_call)
        return vm.call_prelude(Root::prelude_set_new, {args[0], args[1]});
    return outcome == Outcome::yes ? set : Value{};
}

// One after the other with each of *others; Python starts again from the beginning if it must.
template <typename Operation>
Value with_each(Vm& vm, const Args& args, const char* name, Operation&& operation) {
    const Ref<Tuple> others = args[1].as_ref<Tuple>();
    const uint32_t count = vm.block[others].count;
    Value set = args[0];
    if (count == 0) return set_copy(vm, set, set_base_type(vm, set));
    for (uint32_t index = 0; index < count; ++index) {
        const Value other = item_at(vm, tuple_items(vm, others), index);
        const Computed computed = operation(vm, set, other);
        if (computed.outcome == Outcome::needs_call) {
            std::vector<Value> all;
            for (uint32_t at = 0; at < count; ++at)
                all.push_back(item_at(vm, tuple_items(vm, others), at));
            return call_set_operation(vm, name, args[0], all);
        }
        if (computed.outcome != Outcome::yes) return {};
        set = computed.result;
    }
    return set;
}

// In place: what was done before Python takes over is not done again.
template <typename Operation>
Value update_with_each(Vm& vm, const Args& args, const char* name, Operation&& operation) {
    const Ref<Tuple> others = args[1].as_ref<Tuple>();
    const uint32_t count = vm.block[others].count;
    for (uint32_t index = 0; index < count; ++index) {
        const Value other = item_at(vm, tuple_items(vm, others), index);
        const Outcome outcome = operation(vm, set_arg(args), other);
        if (outcome == Outcome::needs_call) {
            std::vector<Value> rest;
            for (uint32_t at = index; at < count; ++at)
                rest.push_back(item_at(vm, tuple_items(vm, others), at));
            return call_set_operation(vm, name, args[0], rest);
        }
        if (outcome != Outcome::yes) return {};
    }
    return vm.none();
}

Value with_one(Vm& vm, const Args& args, const char* name, const Computed& computed) {
    if (computed.outcome == Outcome::needs_call) {
        const Value other = args[1];
        return call_set_operation(vm, name, args[0], {&other, 1});
    }
    return computed.outcome == Outcome::yes ? computed.result : Value{};
}

Value operate(Vm& vm, const Args& args, BinaryOperator operation) {
    return of_computed(vm, set_binary(vm, operation, args[0], args[1]));
}
Value operate_in_place(Vm& vm, const Args& args, BinaryOperator operation) {
    return of_computed(vm, {set_binary_in_place(vm, operation, args[0], args[1]), args[0]});
}

// A set as a key stands for the frozenset of its items.
Outcome find_or_discard(Vm& vm, const Args& args) {
    const Value key = args[1];
    if (is_set(vm, key) && vm.is_instance(key, Root::type_set) && !has_own(vm, key, Special::hash_))
        return set_discard_hashed(vm, set_arg(args), {key, frozenset_hash(vm, key.as_ref<Set>())});
    return set_discard(vm, set_arg(args), key);
}

}  // namespace

Value native_set_new(Vm& vm, const Args& args) {
    const Ref<Type> type = args[0].as_ref<Type>();
    return has_python_init(vm, type) ? set_copy(vm, {}, type) : make_set(vm, args, type);
}

Value native_frozenset_new(Vm& vm, const Args& args) {
    const Ref<Type> type = args[0].as_ref<Type>();
    if (args.has(1) && type == vm.type(Root::type_frozenset) &&
        is_exactly(vm, args[1], Root::type_frozenset))
        return args[1];
    return make_set(vm, args, type);
}

Value native_set_init(Vm& vm, const Args& args) {
    set_clear(vm, set_arg(args));
    if (!args.has(1)) return vm.none();
    const Outcome outcome = set_update(vm, set_arg(args), args[1]);
    if (outcome == Outcome::needs_call)
        return vm.call_prelude(Root::prelude_set_update, {args[0], args[1]});
    return done_if(vm, outcome == Outcome::yes);
}

Value native_set_add(Vm& vm, const Args& args) {
    const Outcome outcome = set_add(vm, set_arg(args), args[1]);
    if (outcome == Outcome::needs_call)
        return vm.call_prelude(Root::prelude_set_add, {args[0], args[1]});
    return done_if(vm, outcome == Outcome::yes);
}

Value native_set_remove(Vm& vm, const Args& args) {
    const Outcome outcome = find_or_discard(vm, args);
    if (outcome == Outcome::needs_call)
        return vm.call_prelude(Root::prelude_set_remove, {args[0], args[1]});
    if (outcome == Outcome::no) return vm.raise(Root::KeyError, {args[1]});
    return done_if(vm, outcome == Outcome::yes);
}

Value native_set_discard(Vm& vm, const Args& args) {
    const Outcome outcome = find_or_discard(vm, args);
    if (outcome == Outcome::needs_call)
        return vm.call_prelude(Root::prelude_set_discard, {args[0], args[1]});
    return done_if(vm, outcome != Outcome::raised);
}

Value native_set_pop(Vm& vm, const Args& args) { return set_pop(vm, set_arg(args)); }

Value native_set_clear(Vm& vm, const Args& args) {
    set_clear(vm, set_arg(args));
    return vm.none();
}

Value native_set_copy(Vm& vm, const Args& args) {
    if (is_exactly(vm, args[0], Root::type_frozenset)) return args[0];
    return set_copy(vm, args[0], set_base_type(vm, args[0]));
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
// Of views: the other operand is the left one.
Value native_set_rand(Vm& vm, const Args& args) {
    return of_computed(vm, set_binary(vm, BinaryOperator::bit_and, args[1], args[0]));
}
Value native_set_ror(Vm& vm, const Args& args) {
    return of_computed(vm, set_binary(vm, BinaryOperator::bit_or, args[1], args[0]));
}
Value native_set_rsub(Vm& vm, const Args& args) {
    return of_computed(vm, set_binary(vm, BinaryOperator::subtract, args[1], args[0]));
}
Value native_set_rxor(Vm& vm, const Args& args) {
    return of_computed(vm, set_binary(vm, BinaryOperator::bit_xor, args[1], args[0]));
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

// The first operation makes a new set, the others change that.
Value native_set_union(Vm& vm, const Args& args) {
    Value result;
    return with_each(vm, args, "union", [&](Vm&, Value set, Value other) -> Computed {
        if (result.is_null()) {
            const Computed made = set_union(vm, set, other);
            result = made.result;
            return made;
        }
        return {set_update(vm, result.as_ref<Set>(), other), result};
    });
}
Value native_set_intersection(Vm& vm, const Args& args) {
    return with_each(vm, args, "intersection", set_intersection);
}
Value native_set_difference(Vm& vm, const Args& args) {
    Value result;
    return with_each(vm, args, "difference", [&](Vm&, Value set, Value other) -> Computed {
        if (result.is_null()) {
            const Computed made = set_difference(vm, set, other);
            result = made.result;
            return made;
        }
        return {set_difference_update(vm, result.as_ref<Set>(), other), result};
    });
}
Value native_set_update(Vm& vm, const Args& args) {
    return update_with_each(vm, args, "update", set_update);
}
Value native_set_difference_update(Vm& vm, const Args& args) {
    return update_with_each(vm, args, "difference_update", set_difference_update);
}
Value native_set_intersection_update(Vm& vm, const Args& args) {
    const Value kept = with_each(vm, args, "intersection_update", set_intersection);
    if (kept.is_null()) return {};
    set_swap(vm, set_arg(args), kept.as_ref<Set>());
    return vm.none();
}
Value native_set_symmetric_difference(Vm& vm, const Args& args) {
    return with_one(vm, args, "symmetric_difference",
                    set_symmetric_difference(vm, args[0], args[1]));
}
Value native_set_symmetric_update(Vm& vm, const Args& args) {
    const Outcome outcome = set_symmetric_difference_update(vm, set_arg(args), args[1]);
    return with_one(vm, args, "symmetric_difference_update", {outcome, vm.none()});
}

Value native_set_issubset(Vm& vm, const Args& args) {
    const Value other = args[1];
    if (!is_set(vm, other)) {
        const Computed common = set_intersection(vm, args[0], other);
        if (common.outcome != Outcome::yes) return with_one(vm, args, "issubset", common);
        return vm.boolean(vm.block[common.result.as_ref<Set>()].count ==
                          vm.block[set_arg(args)].count);
    }
    const Outcome outcome = set_is_subset(vm, set_arg(args), other.as_ref<Set>());
    if (outcome == Outcome::needs_call)
        return call_set_operation(vm, "issubset", args[0], {&other, 1});
    return truth_of(vm, outcome);
}

Value native_set_issuperset(Vm& vm, const Args& args) {
    const Value other = args[1];
    if (!is_set(vm, other)) return call_set_operation(vm, "issuperset", args[0], {&other, 1});
    const Outcome outcome = set_is_subset(vm, other.as_ref<Set>(), set_arg(args));
    if (outcome == Outcome::needs_call)
        return call_set_operation(vm, "issuperset", args[0], {&other, 1});
    return truth_of(vm, outcome);
}

Value native_set_isdisjoint(Vm& vm, const Args& args) {
    const Value other = args[1];
    if (!is_set(vm, args[0]) || !is_set(vm, other))
        return call_set_operation(vm, "isdisjoint", args[0], {&other, 1});
    Ref<Set> shorter = set_arg(args), longer = other.as_ref<Set>();
    if (vm.block[shorter].count > vm.block[longer].count) std::swap(shorter, longer);
    uint32_t position = 0;
    HashedKey key;
    while (set_next_hashed(vm, shorter, position, key)) {
        const Outcome outcome = set_contains_hashed(vm, longer, key);
        if (outcome == Outcome::needs_call)
            return call_set_operation(vm, "isdisjoint", args[0], {&other, 1});
        if (outcome != Outcome::no)
            return truth_of(vm, outcome == Outcome::yes ? Outcome::no : outcome);
    }
    vm.charge(position);
    return vm.boolean(true);
}

// --- for the prelude: keys whose hash or equality is Python code ---

// What hash() gave: any int, of which the lower 64 bits count.
uint64_t hash_argument(const Vm& vm, Value hash) {
    return static_cast<uint64_t>(to_int64(vm, hash).value_or(0));
}

Value meada_new_set(Vm& vm, const Args& args) { return set_copy(vm, {}, args[0].as_ref<Type>()); }

Value meada_set_copy(Vm& vm, const Args& args) {
    return set_copy(vm, args[0], set_base_type(vm, args[0]));
}

// (key,), in a tuple because None may be a key; None: there are no more.
Value meada_set_candidate(Vm& vm, const Args& args) {
    const Value key = set_candidate(vm, set_arg(args), hash_argument(vm, args[1]),
                                    static_cast<uint32_t>(args[2].as_int()));
    return key.is_null() ? vm.none() : new_tuple(vm, {&key, 1});
}

Value meada_set_insert(Vm& vm, const Args& args) {
    return done_if(vm, set_insert_new(vm, set_arg(args), {args[1], hash_argument(vm, args[2])}));
}

Value meada_set_remove(Vm& vm, const Args& args) {
    set_remove_key(vm, set_arg(args), {args[1], hash_argument(vm, args[2])});
    return vm.none();
}

// The two change what is in them.
Value meada_set_swap(Vm& vm, const Args& args) {
    set_swap(vm, set_arg(args), args[1].as_ref<Set>());
    return vm.none();
}

}  // namespace meada
