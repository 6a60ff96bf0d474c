// Union, intersection and differences of sets, frozensets and views of dicts: each in the order
// in which CPython goes through its operands, because the result's order shows it.
#include "vm/dict.h"
#include "vm/iterators.h"
#include "vm/set.h"
#include "vm/set_operations.h"
#include "vm/strings.h"
#include "vm/views.h"

namespace meada {

Ref<Type> set_base_type(const Vm& vm, Value set) {
    return vm.is_instance(set, Root::type_set) ? vm.type(Root::type_set)
                                               : vm.type(Root::type_frozenset);
}

namespace {

// Calls take(HashedKey) for each item of a set, dict or other native iterable until it says
// anything but yes.
template <typename Take>
Outcome for_each_key(Vm& vm, Value iterable, Take&& take) {
    uint32_t position = 0;
    const Kind kind = vm.block.kind(iterable);
    if (kind == Kind::set) {
        HashedKey key;
        while (set_next_hashed(vm, iterable.as_ref<Set>(), position, key))
            if (const Outcome outcome = take(key); outcome != Outcome::yes) return outcome;
        vm.charge(position / 4 + 1);
        return Outcome::yes;
    }
    if (kind == Kind::dict && !has_own(vm, iterable, Special::iter_)) {
        DictItem item;
        while (dict_next_hashed(vm, iterable.as_ref<Dict>(), position, item))
            if (const Outcome outcome = take(HashedKey{item.key, item.hash});
                outcome != Outcome::yes)
                return outcome;
        vm.charge(position);
        return Outcome::yes;
    }
    const Computed iterator = iterate(vm, iterable);
    if (iterator.outcome != Outcome::yes) return iterator.outcome;
    if (!steps_natively(vm, iterator.result)) return Outcome::needs_call;
    for (;; vm.charge(1)) {
        const Computed item = next_item(vm, iterator.result);
        if (item.outcome == Outcome::no) return Outcome::yes;
        if (item.outcome != Outcome::yes) return item.outcome;
        const Hashed hashed = hash_of(vm, item.result);
        if (hashed.outcome != Outcome::yes) return hashed.outcome;
        if (const Outcome outcome = take(HashedKey{item.result, hashed.hash});
            outcome != Outcome::yes)
            return outcome;
    }
}

// An iterator would be used up by a first attempt: its items go into a list for Python's turn.
bool can_be_repeated(const Vm& vm, Value iterable) {
    return vm.block.kind(iterable) != Kind::iterator;
}

Outcome done(Outcome outcome) { return outcome == Outcome::no ? Outcome::yes : outcome; }

}  // namespace

Value call_set_operation(Vm& vm, std::string_view name, Value set, std::span<const Value> others) {
    const Value text = new_str(vm, name), tuple = new_tuple(vm, others);
    if (text.is_null() || tuple.is_null()) return {};
    return vm.call_prelude(Root::prelude_set_operation, {text, set, tuple});
}

Outcome set_update(Vm& vm, Ref<Set> set, Value iterable) {
    if (!can_be_repeated(vm, iterable)) return Outcome::needs_call;
    if (is_set(vm, iterable) && !has_own(vm, iterable, Special::iter_))
        return set_merge(vm, set, iterable.as_ref<Set>());
    if (is_exactly(vm, iterable, Root::type_dict) &&
        !set_reserve_for(vm, set, vm.block[iterable.as_ref<Dict>()].count))
        return Outcome::raised;
    return for_each_key(vm, iterable,
                        [&](const HashedKey& key) { return set_add_hashed(vm, set, key); });
}

Computed set_union(Vm& vm, Value set, Value other) {
    const Value copy = set_copy(vm, set, set_base_type(vm, set));
    if (copy.is_null()) return {Outcome::raised};
    return {set_update(vm, copy.as_ref<Set>(), other), copy};
}

Computed set_intersection(Vm& vm, Value set, Value other) {
    if (set == other) {
        const Value copy = set_copy(vm, set, set_base_type(vm, set));
        return {copy.is_null() ? Outcome::raised : Outcome::yes, copy};
    }
    if (!can_be_repeated(vm, other)) return {Outcome::needs_call};
    const Value result = set_copy(vm, {}, set_base_type(vm, set));
    if (result.is_null()) return {Outcome::raised};
    if (is_set(vm, other) &&
        vm.block[other.as_ref<Set>()].count > vm.block[set.as_ref<Set>()].count)
        std::swap(set, other);
    const Outcome outcome = for_each_key(vm, other, [&](const HashedKey& key) {
        const Outcome found = set_contains_hashed(vm, set.as_ref<Set>(), key);
        if (found != Outcome::yes) return done(found);
        return set_add_hashed(vm, result.as_ref<Set>(), key);
    });
    return {outcome, result};
}

Outcome set_difference_update(Vm& vm, Ref<Set> set, Value other) {
    if (vm.block.value_of(set) == other) {
        set_clear(vm, set);
        return Outcome::yes;
    }
    if (!can_be_repeated(vm, other)) return Outcome::needs_call;
    if (is_set(vm, other) && vm.block[other.as_ref<Set>()].count >> 3 > vm.block[set].count) {
        const Computed common = set_intersection(vm, vm.block.value_of(set), other);
        if (common.outcome != Outcome::yes) return common.outcome;
        other = common.result;
    }
    const Outcome outcome = for_each_key(vm, other, [&](const HashedKey& key) {
        return done(set_discard_hashed(vm, set, key));
    });
    if (outcome != Outcome::yes) return outcome;
    return set_drop_dummies(vm, set) ? Outcome::yes : Outcome::raised;
}

Computed set_difference(Vm& vm, Value set, Value other) {
    const Ref<Type> type = set_base_type(vm, set);
    const auto copy_and_take_out = [&]() -> Computed {
        const Value copy = set_copy(vm, set, type);
        if (copy.is_null()) return {Outcome::raised};
        return {set_difference_update(vm, copy.as_ref<Set>(), other), copy};
    };
    const uint32_t count = vm.block[set.as_ref<Set>()].count;
    const bool is_dict = is_exactly(vm, other, Root::type_dict);
    if (!is_set(vm, other) && !is_dict) return copy_and_take_out();
    if (count == 0) {
        const Value copy = set_copy(vm, set, type);
        return {copy.is_null() ? Outcome::raised : Outcome::yes, copy};
    }
    const uint32_t other_count = is_dict ? vm.block[other.as_ref<Dict>()].count
                                         : vm.block[other.as_ref<Set>()].count;
    if (count >> 2 > other_count) return copy_and_take_out();
    const Value result = set_copy(vm, {}, type);
    if (result.is_null()) return {Outcome::raised};
    const Outcome outcome = for_each_key(vm, set, [&](const HashedKey& key) {
        const Outcome found =
            is_dict ? dict_get_hashed(vm, other.as_ref<Dict>(), key.key, key.hash).outcome
                    : set_contains_hashed(vm, other.as_ref<Set>(), key);
        if (found == Outcome::no) return set_add_hashed(vm, result.as_ref<Set>(), key);
        return found;
    });
    return {outcome, result};
}

Outcome set_symmetric_difference_update(Vm& vm, Ref<Set> set, Value other) {
    if (vm.block.value_of(set) == other) {
        set_clear(vm, set);
        return Outcome::yes;
    }
    if (!can_be_repeated(vm, other)) return Outcome::needs_call;
    if (!is_set(vm, other) && !is_exactly(vm, other, Root::type_dict)) {
        const Value keys = set_copy(vm, {}, set_base_type(vm, vm.block.value_of(set)));
        if (keys.is_null()) return Outcome::raised;
        const Outcome outcome = set_update(vm, keys.as_ref<Set>(), other);
        if (outcome != Outcome::yes) return outcome;
        other = keys;
    }
    // Undoing half of it in Python is impossible: look first whether Python is needed.
    const Outcome checked = for_each_key(vm, other, [&](const HashedKey& key) {
        return done(set_contains_hashed(vm, set, key));
    });
    if (checked != Outcome::yes) return checked;
    return for_each_key(vm, other, [&](const HashedKey& key) {
        const Outcome found = set_discard_hashed(vm, set, key);
        return found == Outcome::no ? set_add_hashed(vm, set, key) : found;
    });
}

Computed set_symmetric_difference(Vm& vm, Value set, Value other) {
    const Value result = set_copy(vm, {}, set_base_type(vm, set));
    if (result.is_null()) return {Outcome::raised};
    const Outcome outcome = set_update(vm, result.as_ref<Set>(), other);
    if (outcome != Outcome::yes) return {outcome};
    return {set_symmetric_difference_update(vm, result.as_ref<Set>(), set), result};
}

namespace {

// keys | keys, items & set, …: a set of the left one's items, changed by the right one.
Computed view_binary(Vm& vm, BinaryOperator operation, Value left, Value right) {
    if (!can_be_repeated(vm, right)) return {Outcome::needs_call};
    if (operation == BinaryOperator::bit_and) {
        if (vm.block.kind(left) != Kind::dict_view) std::swap(left, right);
        if (is_exactly(vm, right, Root::type_set) &&
            set_like_count(vm, left) <= vm.block[right.as_ref<Set>()].count)
            return set_intersection(vm, right, left);
        // The longer view is asked, the other one gone through.
        if (is_set_like(vm, right) && set_like_count(vm, right) > set_like_count(vm, left) &&
            vm.block.kind(right) == Kind::dict_view)
            std::swap(left, right);
        const Value result = new_set(vm);
        if (result.is_null()) return {Outcome::raised};
        const Outcome outcome = for_each_key(vm, right, [&](const HashedKey& key) {
            const Outcome found = set_like_contains(vm, left, key.key);
            if (found != Outcome::yes) return done(found);
            return set_add_hashed(vm, result.as_ref<Set>(), key);
        });
        return {outcome, result};
    }
    const Value result = new_set(vm);
    if (result.is_null()) return {Outcome::raised};
    const bool keys = vm.block.kind(left) == Kind::dict_view &&
                      view_form(vm, left) == DictViewForm::keys;
    Outcome outcome = set_update(vm, result.as_ref<Set>(),
                                 keys ? vm.block.value_of(view_dict(vm, left)) : left);
    if (outcome != Outcome::yes) return {outcome};
    switch (operation) {
        case BinaryOperator::bit_or: outcome = set_update(vm, result.as_ref<Set>(), right); break;
        case BinaryOperator::subtract:
            outcome = set_difference_update(vm, result.as_ref<Set>(), right);
            break;
        default: outcome = set_symmetric_difference_update(vm, result.as_ref<Set>(), right);
    }
    return {outcome, result};
}

const char* method_name(BinaryOperator operation) {
    switch (operation) {
        case BinaryOperator::bit_or: return "union";
        case BinaryOperator::bit_and: return "intersection";
        case BinaryOperator::subtract: return "difference";
        default: return "symmetric_difference";
    }
}

// Python's turn: the prelude does the whole again.
Computed in_prelude(Vm& vm, const Computed& computed, BinaryOperator operation, Value left,
                    Value right) {
    if (computed.outcome == Outcome::needs_call)
        call_set_operation(vm, method_name(operation), left, {&right, 1});
    return computed;
}

}  // namespace

Computed set_binary(Vm& vm, BinaryOperator operation, Value left, Value right) {
    const bool sets = is_set(vm, left) && is_set(vm, right);
    const auto is_view = [&](Value value) {
        return vm.block.kind(value) == Kind::dict_view && is_set_like(vm, value);
    };
    if (!sets && !is_view(left) && !is_view(right)) return {Outcome::no};
    if (!sets) {
        const bool iterable = right.is_ref() && (vm.special(right, Special::iter_) ||
                                                 vm.special(right, Special::getitem_));
        const bool left_iterable = left.is_ref() && (vm.special(left, Special::iter_) ||
                                                     vm.special(left, Special::getitem_));
        if (!iterable || !left_iterable) return {Outcome::no};
        return in_prelude(vm, view_binary(vm, operation, left, right), operation, left, right);
    }
    switch (operation) {
        case BinaryOperator::bit_or:
            return in_prelude(vm, set_union(vm, left, right), operation, left, right);
        case BinaryOperator::bit_and:
            return in_prelude(vm, set_intersection(vm, left, right), operation, left, right);
        case BinaryOperator::subtract:
            return in_prelude(vm, set_difference(vm, left, right), operation, left, right);
        case BinaryOperator::bit_xor:
            return in_prelude(vm, set_symmetric_difference(vm, left, right), operation, left,
                              right);
        default: return {Outcome::no};
    }
}

Outcome set_binary_in_place(Vm& vm, BinaryOperator operation, Value set, Value other) {
    if (!is_set(vm, other)) return Outcome::no;
    const auto ref = set.as_ref<Set>();
    Outcome outcome;
    switch (operation) {
        case BinaryOperator::bit_or: outcome = set_update(vm, ref, other); break;
        case BinaryOperator::bit_and: {
            const Computed common = set_intersection(vm, set, other);
            outcome = common.outcome;
            if (outcome == Outcome::yes) set_swap(vm, ref, common.result.as_ref<Set>());
            break;
        }
        case BinaryOperator::subtract: outcome = set_difference_update(vm, ref, other); break;
        case BinaryOperator::bit_xor:
            outcome = set_symmetric_difference_update(vm, ref, other);
            break;
        default: return Outcome::no;
    }
    if (outcome == Outcome::needs_call)
        call_set_operation(vm, std::string(method_name(operation)) + "=", set, {&other, 1});
    return outcome;
}

Computed dict_union(Vm& vm, Value left, Value right) {
    const auto dict_of = [&](Value value) {
        return vm.block.kind(value) == Kind::dict ? value.as_ref<Dict>() : view_dict(vm, value);
    };
    const Ref<Dict> copy = dict_copy(vm, dict_of(left));
    if (!copy) return {Outcome::raised};
    const Outcome outcome = dict_merge_from(vm, copy, dict_of(right));
    if (outcome == Outcome::needs_call) vm.call_prelude(Root::prelude_dict_or, {left, right});
    return {outcome, Value::from_ref(copy)};
}

Outcome dict_union_in_place(Vm& vm, Value dict, Value other) {
    const Kind kind = vm.block.kind(other);
    Outcome outcome = Outcome::needs_call;
    if (kind == Kind::dict && !is_heap_type(vm, other))
        outcome = dict_merge_from(vm, dict.as_ref<Dict>(), other.as_ref<Dict>());
    if (outcome == Outcome::needs_call)
        vm.call_prelude(Root::prelude_dict_update, {dict, other, vm.none(), dict});
    return outcome;
}

}  // namespace meada
