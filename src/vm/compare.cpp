// ==, <, in and truth of everything built in, without running Python code.
#include <algorithm>

#include "vm/byte_strings.h"
#include "vm/dict.h"
#include "vm/range.h"
#include "vm/sequences.h"
#include "vm/set.h"
#include "vm/strings.h"
#include "vm/views.h"

namespace meada {
namespace {

constexpr uint32_t depth_max = 2000;  // of containers in containers, whatever the limit is

struct Comparing {
    Vm& vm;
    uint32_t depth = 0;
    uint32_t limit = 0;

    explicit Comparing(Vm& vm) : vm(vm) {
        const uint32_t set = vm.block.header().recursion_limit;
        const uint32_t used = vm.context ? vm.block[vm.context].depth : 0;
        limit = std::min(depth_max, set > used ? set - used : 0);
    }
    bool enter() {
        if (depth++ < limit) return true;
        vm.raise(Root::RecursionError, "maximum recursion depth exceeded in comparison");
        return false;
    }
    Outcome equal(Value left, Value right);
    Outcome same_or_equal(Value left, Value right) {
        return left == right ? Outcome::yes : equal(left, right);
    }
    Outcome equal_objects(Value left, Value right);
    Outcome equal_items(const Value& left, const Value& right);
    Outcome equal_dicts(Ref<Dict> left, Ref<Dict> right);
    Outcome compare(CompareOperator, Value left, Value right);
    Outcome compare_items(CompareOperator, Value left, Value right);
    Outcome compare_objects(CompareOperator, Value left, Value right);
};

Outcome outcome_of(bool answer) { return answer ? Outcome::yes : Outcome::no; }

bool is_bytes_like(Kind kind) { return kind == Kind::bytes || kind == Kind::bytearray; }

bool is_numeric(const Vm& vm, Value value) {
    return is_number_like(vm, value) || vm.block.kind(value) == Kind::complex;
}

Outcome equal_numbers(const Vm& vm, Value left, Value right) {
    if (is_number_like(vm, left) && is_number_like(vm, right))
        return outcome_of(compare_numbers(vm, left, right) == Ordering::equal);
    const auto real_equal = [&](Value complex, Value other) {
        const Complex& number = vm.block[complex.as_ref<Complex>()];
        if (vm.block.kind(other) == Kind::complex) {
            const Complex& second = vm.block[other.as_ref<Complex>()];
            return number.real == second.real && number.imaginary == second.imaginary;
        }
        return number.imaginary == 0 &&
               compare_numbers(vm, Value::from_float(number.real), other) == Ordering::equal;
    };
    return outcome_of(vm.block.kind(left) == Kind::complex ? real_equal(left, right)
                                                           : real_equal(right, left));
}

Outcome Comparing::equal_items(const Value& left, const Value& right) {
    const uint32_t count = items_of(vm, left).count;
    if (count != items_of(vm, right).count) return Outcome::no;
    if (!enter()) return Outcome::raised;
    uint32_t index = 0;
    Outcome outcome = Outcome::yes;
    for (; index < count && outcome == Outcome::yes; ++index)
        outcome = same_or_equal(item_at(vm, items_of(vm, left), index),
                                item_at(vm, items_of(vm, right), index));
    vm.charge(index);
    --depth;
    return outcome;
}

Outcome Comparing::equal_dicts(Ref<Dict> left, Ref<Dict> right) {
    if (vm.block[left].count != vm.block[right].count) return Outcome::no;
    if (!enter()) return Outcome::raised;
    uint32_t position = 0;
    DictItem item;
    Outcome outcome = Outcome::yes;
    while (outcome == Outcome::yes && dict_next_hashed(vm, left, position, item)) {
        const Found found = dict_get_hashed(vm, right, item.key, item.hash);
        outcome = found.outcome;
        if (outcome == Outcome::yes) outcome = same_or_equal(item.value, found.value);
    }
    vm.charge(position);
    --depth;
    return outcome;
}

Outcome Comparing::equal_objects(Value left, Value right) {
    const Kind kind = vm.block.kind(left), other = vm.block.kind(right);
    switch (kind) {
        case Kind::str: return outcome_of(other == kind && str_equals(vm, left, right));
        case Kind::bytes:
        case Kind::bytearray:
            return outcome_of(is_bytes_like(other) &&
                              bytes_view(vm, left) == bytes_view(vm, right));
        case Kind::list:
        case Kind::tuple: return other == kind ? equal_items(left, right) : Outcome::no;
        case Kind::dict:
            if (other == Kind::mapping_proxy) return equal_objects(right, left);
            return other == kind ? equal_dicts(left.as_ref<Dict>(), right.as_ref<Dict>())
                                 : Outcome::no;
        case Kind::mapping_proxy: {
            const auto dict_of = [&](Value value) {
                return vm.block.kind(value) == Kind::dict ? value.as_ref<Dict>()
                                                          : vm.block[value.as_ref<DictView>()].dict;
            };
            if (other != Kind::dict && other != Kind::mapping_proxy) return Outcome::no;
            return equal_dicts(dict_of(left), dict_of(right));
        }
        case Kind::set:
            if (other == Kind::dict_view) return view_equal(vm, right, left);
            if (other != kind) return Outcome::no;
            if (vm.block[left.as_ref<Set>()].count != vm.block[right.as_ref<Set>()].count)
                return Outcome::no;
            return set_is_subset(vm, left.as_ref<Set>(), right.as_ref<Set>());
        case Kind::dict_view: return view_equal(vm, left, right);
        case Kind::range:
            if (other != kind) return Outcome::no;
            return range_equal(vm, vm.block[left.as_ref<Range>()], vm.block[right.as_ref<Range>()]);
        case Kind::slice: {
            if (other != kind) return Outcome::no;
            const Slice one = vm.block[left.as_ref<Slice>()], two = vm.block[right.as_ref<Slice>()];
            Outcome outcome = same_or_equal(one.start, two.start);
            if (outcome == Outcome::yes) outcome = same_or_equal(one.stop, two.stop);
            return outcome == Outcome::yes ? same_or_equal(one.step, two.step) : outcome;
        }
        case Kind::bound_method: {
            if (other != kind) return Outcome::no;
            const BoundMethod& one = vm.block[left.as_ref<BoundMethod>()];
            const BoundMethod& two = vm.block[right.as_ref<BoundMethod>()];
            return outcome_of(one.self == two.self && one.function == two.function);
        }
        default: return Outcome::no;  // by identity, which was looked at
    }
}

Outcome Comparing::equal(Value left, Value right) {
    if (left.is_int() && right.is_int()) return outcome_of(left == right);
    if (has_own(vm, left, Special::eq_) || has_own(vm, right, Special::eq_))
        return Outcome::needs_call;
    if (is_numeric(vm, left))
        return is_numeric(vm, right) ? equal_numbers(vm, left, right) : Outcome::no;
    if (!right.is_ref()) return Outcome::no;
    if (left == right) return Outcome::yes;
    return equal_objects(left, right);
}

bool holds(CompareOperator operation, int order) {
    switch (operation) {
        case CompareOperator::less: return order < 0;
        case CompareOperator::less_equal: return order <= 0;
        case CompareOperator::greater: return order > 0;
        case CompareOperator::greater_equal: return order >= 0;
        case CompareOperator::equal: return order == 0;
        case CompareOperator::not_equal: return order != 0;
    }
    return false;
}

Special special_of(CompareOperator operation) {
    static constexpr Special specials[] = {Special::lt_, Special::le_, Special::eq_,
                                           Special::ne_, Special::gt_, Special::ge_};
    return specials[static_cast<uint8_t>(operation)];
}

Special reflected(CompareOperator operation) {
    static constexpr Special specials[] = {Special::gt_, Special::ge_, Special::eq_,
                                           Special::ne_, Special::lt_, Special::le_};
    return specials[static_cast<uint8_t>(operation)];
}

// The first items that differ decide, else the lengths.
Outcome Comparing::compare_items(CompareOperator operation, Value left, Value right) {
    if (!enter()) return Outcome::raised;
    const uint32_t left_count = items_of(vm, left).count, right_count = items_of(vm, right).count;
    const uint32_t count = std::min(left_count, right_count);
    Outcome outcome = outcome_of(holds(operation, left_count < right_count   ? -1
                                                  : left_count > right_count ? 1
                                                                             : 0));
    uint32_t index = 0;
    for (; index < count; ++index) {
        const Value one = item_at(vm, items_of(vm, left), index);
        const Value two = item_at(vm, items_of(vm, right), index);
        const Outcome same = same_or_equal(one, two);
        if (same == Outcome::yes) continue;
        outcome = same == Outcome::no ? compare(operation, one, two) : same;
        break;
    }
    vm.charge(index + 1);
    --depth;
    return outcome;
}

Outcome compare_sets(Vm& vm, CompareOperator operation, Ref<Set> left, Ref<Set> right) {
    if (operation == CompareOperator::greater || operation == CompareOperator::greater_equal)
        std::swap(left, right);
    const uint32_t one = vm.block[left].count, two = vm.block[right].count;
    const bool strict =
        operation == CompareOperator::less || operation == CompareOperator::greater;
    if (one > two || (strict && one == two)) return Outcome::no;
    return set_is_subset(vm, left, right);
}

Outcome raise_no_order(Vm& vm, CompareOperator operation, Value left, Value right) {
    static constexpr const char* signs[] = {"<", "<=", "==", "!=", ">", ">="};
    vm.raise(Root::TypeError,
             std::string("'") + signs[static_cast<uint8_t>(operation)] +
                 "' not supported between instances of '" + type_name(vm, left) + "' and '" +
                 type_name(vm, right) + "'");
    return Outcome::raised;
}

Outcome Comparing::compare(CompareOperator operation, Value left, Value right) {
    if (left.is_int() && right.is_int()) {
        const int64_t one = left.as_int(), two = right.as_int();
        return outcome_of(holds(operation, one < two ? -1 : one > two ? 1 : 0));
    }
    if (has_own(vm, left, special_of(operation)) || has_own(vm, right, reflected(operation)))
        return Outcome::needs_call;
    if (is_number_like(vm, left) && is_number_like(vm, right)) {
        const Ordering order = compare_numbers(vm, left, right);
        if (order == Ordering::unordered) return Outcome::no;
        return outcome_of(holds(operation, static_cast<int>(order)));
    }
    return compare_objects(operation, left, right);
}

Outcome Comparing::compare_objects(CompareOperator operation, Value left, Value right) {
    const Kind kind = vm.block.kind(left), other = vm.block.kind(right);
    if (kind == Kind::str && other == kind)
        return outcome_of(holds(operation, str_compare(vm, left, right)));
    if (is_bytes_like(kind) && is_bytes_like(other))
        return outcome_of(
            holds(operation, bytes_view(vm, left).compare(bytes_view(vm, right))));
    if ((kind == Kind::list || kind == Kind::tuple) && other == kind)
        return compare_items(operation, left, right);
    if (kind == Kind::set && other == kind)
        return compare_sets(vm, operation, left.as_ref<Set>(), right.as_ref<Set>());
    if (is_set_like(vm, left) && is_set_like(vm, right))
        return view_compare(vm, operation, left, right);
    return raise_no_order(vm, operation, left, right);
}

Outcome sequence_contains(Vm& vm, Value sequence, Value item) {
    Comparing comparing(vm);
    for (uint32_t index = 0;; ++index) {
        const Items items = items_of(vm, sequence);
        if (index >= items.count) {
            vm.charge(index);
            return Outcome::no;
        }
        const Outcome outcome = comparing.same_or_equal(item_at(vm, items, index), item);
        if (outcome == Outcome::no) continue;
        vm.charge(index + 1);
        return outcome;
    }
}

Outcome text_contains(Vm& vm, Value text, Value item) {
    if (!is_str(vm, item)) {
        vm.raise(Root::TypeError, "'in <string>' requires string as left operand, not " +
                                      type_name(vm, item));
        return Outcome::raised;
    }
    vm.charge(str_length(vm, text) / 8 + 1);
    return outcome_of(str_contains(vm, text, item));
}

// A set in a set is looked for as the frozenset with its items.
Outcome set_contains_value(Vm& vm, Ref<Set> set, Value item) {
    if (is_set(vm, item) && vm.is_instance(item, Root::type_set) &&
        !has_own(vm, item, Special::hash_))
        return set_contains_hashed(vm, set, {item, frozenset_hash(vm, item.as_ref<Set>())});
    return set_contains(vm, set, item);
}

Outcome range_contains_value(Vm& vm, Value value, Value item) {
    const Range range = vm.block[value.as_ref<Range>()];
    if (is_int_like(vm, item)) return range_contains(vm, range, item);
    if (has_own(vm, item, Special::eq_)) return Outcome::needs_call;
    if (!is_float_like(vm, item)) {
        // Only a complex number may still be equal to one of the ints.
        if (vm.block.kind(item) != Kind::complex) return Outcome::no;
        const Complex& number = vm.block[item.as_ref<Complex>()];
        if (number.imaginary != 0) return Outcome::no;
        item = Value::from_float(number.real);
    }
    const double number = float_of(vm, item);
    if (number != number || number - number != 0) return Outcome::no;
    const Value whole = int_from_double(vm, number);
    if (whole.is_null()) return Outcome::raised;
    if (compare_numbers(vm, whole, item) != Ordering::equal) return Outcome::no;
    return range_contains(vm, range, whole);
}

}  // namespace

Outcome equal(Vm& vm, Value left, Value right) {
    if (left.is_int() && right.is_int()) return outcome_of(left == right);
    return Comparing(vm).equal(left, right);
}

Outcome compare(Vm& vm, CompareOperator operation, Value left, Value right) {
    return Comparing(vm).compare(operation, left, right);
}

Outcome plain_equal(Vm& vm, Value left, Value right) {
    return Comparing(vm).equal_objects(left, right);
}

Outcome plain_compare(Vm& vm, CompareOperator operation, Value left, Value right) {
    return Comparing(vm).compare_objects(operation, left, right);
}

Outcome contains(Vm& vm, Value container, Value item) {
    if (has_own(vm, container, Special::contains_)) return Outcome::needs_call;
    return plain_contains(vm, container, item);
}

Outcome plain_contains(Vm& vm, Value container, Value item) {
    switch (vm.block.kind(container)) {
        case Kind::list:
        case Kind::tuple: return sequence_contains(vm, container, item);
        case Kind::dict: return dict_get(vm, container.as_ref<Dict>(), item).outcome;
        case Kind::mapping_proxy:
            return dict_get(vm, vm.block[container.as_ref<DictView>()].dict, item).outcome;
        case Kind::set: return set_contains_value(vm, container.as_ref<Set>(), item);
        case Kind::str: return text_contains(vm, container, item);
        case Kind::bytes:
        case Kind::bytearray: return bytes_contains(vm, container, item);
        case Kind::range: return range_contains_value(vm, container, item);
        case Kind::dict_view: return view_contains(vm, container, item);
        default: break;
    }
    const bool iterable = container.is_ref() && (vm.special(container, Special::iter_) ||
                                                 vm.special(container, Special::getitem_) ||
                                                 vm.special(container, Special::contains_));
    if (iterable) return Outcome::needs_call;
    vm.raise(Root::TypeError,
             "argument of type '" + type_name(vm, container) + "' is not iterable");
    return Outcome::raised;
}

Outcome truth(Vm& vm, Value value) {
    if (value.is_int()) return outcome_of(value != Value::from_int(0));
    if (value.is_float()) return outcome_of(value.as_float() != 0);
    if (has_own(vm, value, Special::bool_)) return Outcome::needs_call;
    if (has_own(vm, value, Special::len_)) {
        const Length length = length_of(vm, value);
        return length.outcome == Outcome::yes ? outcome_of(length.length != 0) : length.outcome;
    }
    switch (vm.block.kind(value)) {
        case Kind::none: return Outcome::no;
        case Kind::boolean: return outcome_of(vm.block.object(value).detail != 0);
        case Kind::integer: return outcome_of(vm.block[value.as_ref<BigInt>()].digit_count != 0);
        case Kind::floating: return outcome_of(float_of(vm, value) != 0);
        case Kind::complex: {
            const Complex& number = vm.block[value.as_ref<Complex>()];
            return outcome_of(number.real != 0 || number.imaginary != 0);
        }
        case Kind::range: {
            const Value length = range_length(vm, vm.block[value.as_ref<Range>()]);
            if (length.is_null()) return Outcome::raised;
            return outcome_of(length != Value::from_int(0));
        }
        default: break;
    }
    const Length length = length_of(vm, value);
    return length.outcome == Outcome::yes ? outcome_of(length.length != 0) : Outcome::yes;
}

}  // namespace meada
