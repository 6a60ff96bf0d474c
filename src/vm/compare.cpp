// ==, <, in and truth of built-in objects.
#include <cmath>

#include "vm/byte_strings.h"
#include "vm/numbers.h"
#include "vm/operations.h"
#include "vm/sequences.h"
#include "vm/strings.h"

namespace meada {
namespace {

constexpr uint32_t compare_depth_max = 200;

bool has_python(const Vm& vm, Value value, Special name) {
    if (!value.is_ref()) return false;
    if (!(vm.block[vm.type_of(value)].flags & type_heap)) return false;
    return vm.block.kind(vm.special(value, name)) == Kind::function;
}

Outcome outcome_of(bool value) { return value ? Outcome::yes : Outcome::no; }

Outcome equal_at(Vm& vm, Value left, Value right, uint32_t depth);

// Items of containers: the same object counts as equal, whatever its __eq__ says.
Outcome same_or_equal(Vm& vm, Value left, Value right, uint32_t depth) {
    return left == right ? Outcome::yes : equal_at(vm, left, right, depth);
}

Outcome equal_sequences(Vm& vm, Value left, Value right, uint32_t depth) {
    const uint32_t count = sequence_count(vm, left);
    if (count != sequence_count(vm, right)) return Outcome::no;
    for (uint32_t index = 0; index < count; ++index) {
        const Outcome outcome = same_or_equal(vm, sequence_item(vm, left, index),
                                              sequence_item(vm, right, index), depth + 1);
        if (outcome != Outcome::yes) return outcome;
    }
    vm.charge(count);
    return Outcome::yes;
}

Outcome equal_dicts(Vm& vm, Value left, Value right, uint32_t depth) {
    const Ref<Dict> first = left.as_ref<Dict>(), second = right.as_ref<Dict>();
    if (vm.block[first].count != vm.block[second].count) return Outcome::no;
    uint32_t position = 0;
    Value key, value;
    while (dict_next(vm, first, position, key, value)) {
        const Found found = dict_get(vm, second, key);
        if (found.outcome != Outcome::yes) return found.outcome;
        const Outcome outcome = same_or_equal(vm, value, found.value, depth + 1);
        if (outcome != Outcome::yes) return outcome;
    }
    return Outcome::yes;
}

Outcome is_subset(Vm& vm, Value left, Value right) {
    uint32_t position = 0;
    Value key;
    while (set_next(vm, left.as_ref<Set>(), position, key)) {
        const Outcome outcome = set_contains(vm, right.as_ref<Set>(), key);
        if (outcome != Outcome::yes) return outcome;
    }
    return Outcome::yes;
}

Outcome equal_ranges(Vm& vm, Value left, Value right) {
    const auto count = range_length(vm, left.as_ref<Range>());
    if (count != range_length(vm, right.as_ref<Range>())) return Outcome::no;
    const Range first = vm.block[left.as_ref<Range>()], second = vm.block[right.as_ref<Range>()];
    if (count == 0) return Outcome::yes;
    if (equal(vm, first.start, second.start) != Outcome::yes) return Outcome::no;
    if (count == 1) return Outcome::yes;
    return equal(vm, first.step, second.step);
}

Outcome equal_views(Vm& vm, Value left, Value right) {
    const Length first = length_of(vm, left), second = length_of(vm, right);
    if (second.outcome != Outcome::yes || first.length != second.length) return Outcome::no;
    const Collected items = collect_items(vm, left);
    if (items.outcome != Outcome::yes) return items.outcome;
    for (const Value item : items.items) {
        const Outcome outcome = contains(vm, right, item);
        if (outcome != Outcome::yes) return outcome;
    }
    return Outcome::yes;
}

Outcome equal_same_kind(Vm& vm, Kind kind, Value left, Value right, uint32_t depth) {
    switch (kind) {
        case Kind::str: return outcome_of(str_equals(vm, left, right));
        case Kind::tuple:
        case Kind::list: return equal_sequences(vm, left, right, depth);
        case Kind::dict: return equal_dicts(vm, left, right, depth);
        case Kind::set:
            if (vm.block[left.as_ref<Set>()].count != vm.block[right.as_ref<Set>()].count)
                return Outcome::no;
            return is_subset(vm, left, right);
        case Kind::range: return equal_ranges(vm, left, right);
        case Kind::slice: {
            const Slice first = vm.block[left.as_ref<Slice>()],
                        second = vm.block[right.as_ref<Slice>()];
            const Value pairs[][2] = {{first.start, second.start}, {first.stop, second.stop},
                                      {first.step, second.step}};
            for (const auto& pair : pairs) {
                const Outcome outcome = same_or_equal(vm, pair[0], pair[1], depth + 1);
                if (outcome != Outcome::yes) return outcome;
            }
            return Outcome::yes;
        }
        case Kind::bound_method: {
            const BoundMethod& first = vm.block[left.as_ref<BoundMethod>()];
            const BoundMethod& second = vm.block[right.as_ref<BoundMethod>()];
            return outcome_of(first.self == second.self && first.function == second.function);
        }
        case Kind::dict_view:
            if (vm.block.object(left).detail == static_cast<uint16_t>(DictViewForm::values))
                return Outcome::no;
            return equal_views(vm, left, right);
        default: return Outcome::no;
    }
}

bool is_bytes_kind(Kind kind) { return kind == Kind::bytes || kind == Kind::bytearray; }

Outcome equal_at(Vm& vm, Value left, Value right, uint32_t depth) {
    if (depth > compare_depth_max) {
        vm.raise(Root::RecursionError, "maximum recursion depth exceeded in comparison");
        return Outcome::raised;
    }
    if (has_python(vm, left, Special::eq_) || has_python(vm, right, Special::eq_))
        return Outcome::needs_call;
    if (is_number_like(vm, left) && is_number_like(vm, right))
        return outcome_of(compare_numbers(vm, left, right) == Ordering::equal);
    if (left == right) return Outcome::yes;
    const Kind kind = vm.block.kind(left), other = vm.block.kind(right);
    if (kind == other && left.is_ref()) return equal_same_kind(vm, kind, left, right, depth);
    if (is_bytes_kind(kind) && is_bytes_kind(other))
        return outcome_of(bytes_view(vm, left) == bytes_view(vm, right));
    const auto first = complex_parts(vm, left), second = complex_parts(vm, right);
    if (first && second)
        return outcome_of(first->real == second->real && first->imaginary == second->imaginary);
    const auto is_set_like = [&](Kind each) {
        return each == Kind::set || each == Kind::dict_view;
    };
    if (is_set_like(kind) && is_set_like(other)) return equal_views(vm, left, right);
    return Outcome::no;
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

Outcome compare_sequences(Vm& vm, CompareOperator operation, Value left, Value right) {
    const uint32_t first = sequence_count(vm, left), second = sequence_count(vm, right);
    for (uint32_t index = 0; index < std::min(first, second); ++index) {
        const Value a = sequence_item(vm, left, index), b = sequence_item(vm, right, index);
        const Outcome outcome = same_or_equal(vm, a, b, 1);
        if (outcome == Outcome::no) return compare(vm, operation, a, b);
        if (outcome != Outcome::yes) return outcome;
    }
    return outcome_of(holds(operation, first < second ? -1 : first > second));
}

Outcome compare_sets(Vm& vm, CompareOperator operation, Value left, Value right) {
    if (operation == CompareOperator::greater || operation == CompareOperator::greater_equal) {
        std::swap(left, right);
        operation = operation == CompareOperator::greater ? CompareOperator::less
                                                          : CompareOperator::less_equal;
    }
    const Length first = length_of(vm, left), second = length_of(vm, right);
    const bool fits = operation == CompareOperator::less ? first.length < second.length
                                                         : first.length <= second.length;
    if (!fits) return Outcome::no;
    const Collected items = collect_items(vm, left);
    if (items.outcome != Outcome::yes) return items.outcome;
    for (const Value item : items.items) {
        const Outcome outcome = contains(vm, right, item);
        if (outcome != Outcome::yes) return outcome;
    }
    return Outcome::yes;
}

Outcome raise_no_order(Vm& vm, CompareOperator operation, Value left, Value right) {
    static constexpr const char* signs[] = {"<", "<=", "==", "!=", ">", ">="};
    vm.raise(Root::TypeError, std::string("'") + signs[static_cast<uint8_t>(operation)] +
                                  "' not supported between instances of '" + type_name(vm, left) +
                                  "' and '" + type_name(vm, right) + "'");
    return Outcome::raised;
}

}  // namespace

std::string type_name(const Vm& vm, Value value) {
    if (value.is_null()) return "NULL";
    return to_utf8(vm, Value::from_ref(vm.block[vm.type_of(value)].name));
}

Outcome equal(Vm& vm, Value left, Value right) { return equal_at(vm, left, right, 0); }

Outcome equal_contents(Vm& vm, Value left, Value right) {
    return equal_same_kind(vm, vm.block.kind(left), left, right, 0);
}

Outcome compare_contents(Vm& vm, CompareOperator operation, Value left, Value right) {
    const Kind kind = vm.block.kind(left);
    return kind == Kind::list || kind == Kind::tuple
               ? compare_sequences(vm, operation, left, right)
               : compare_sets(vm, operation, left, right);
}

Outcome compare(Vm& vm, CompareOperator operation, Value left, Value right) {
    static constexpr Special names[] = {Special::lt_, Special::le_, Special::eq_,
                                        Special::ne_, Special::gt_, Special::ge_};
    static constexpr Special swapped[] = {Special::gt_, Special::ge_, Special::eq_,
                                          Special::ne_, Special::lt_, Special::le_};
    const auto which = static_cast<uint8_t>(operation);
    if (has_python(vm, left, names[which]) || has_python(vm, right, swapped[which]))
        return Outcome::needs_call;
    if (is_number_like(vm, left) && is_number_like(vm, right)) {
        const Ordering order = compare_numbers(vm, left, right);
        if (order == Ordering::unordered) return Outcome::no;
        return outcome_of(holds(operation, static_cast<int>(order)));
    }
    const Kind kind = vm.block.kind(left), other = vm.block.kind(right);
    if (kind == Kind::str && other == Kind::str)
        return outcome_of(holds(operation, str_compare(vm, left, right)));
    if (is_bytes_kind(kind) && is_bytes_kind(other))
        return outcome_of(holds(operation, bytes_view(vm, left).compare(bytes_view(vm, right))));
    if (kind == other && (kind == Kind::list || kind == Kind::tuple))
        return compare_sequences(vm, operation, left, right);
    const auto is_set_like = [&](Kind each, Value value) {
        return each == Kind::set ||
               (each == Kind::dict_view && vm.block.object(value).detail !=
                                               static_cast<uint16_t>(DictViewForm::values));
    };
    if (is_set_like(kind, left) && is_set_like(other, right))
        return compare_sets(vm, operation, left, right);
    return raise_no_order(vm, operation, left, right);
}

namespace {

Outcome contains_by_iteration(Vm& vm, Value container, Value item) {
    const Collected items = collect_items(vm, container);
    if (items.outcome != Outcome::yes) return items.outcome;
    for (const Value each : items.items) {
        const Outcome outcome = same_or_equal(vm, each, item, 0);
        if (outcome != Outcome::no) return outcome;
    }
    return Outcome::no;
}

Outcome range_contains(Vm& vm, Ref<Range> ref, Value item) {
    const auto number = to_int64(vm, item);
    const Range range = vm.block[ref];
    const auto start = to_int64(vm, range.start), step = to_int64(vm, range.step);
    const auto length = range_length(vm, ref);
    if (!number || !start || !step || !length) return Outcome::needs_call;
    const __int128 offset = static_cast<__int128>(*number) - *start;
    if (offset % *step != 0) return Outcome::no;
    const __int128 index = offset / *step;
    return outcome_of(index >= 0 && index < *length);
}

Outcome view_contains(Vm& vm, Value container, Value item) {
    const DictView view = vm.block[container.as_ref<DictView>()];
    switch (static_cast<DictViewForm>(view.detail)) {
        case DictViewForm::keys:
        case DictViewForm::proxy: return dict_get(vm, view.dict, item).outcome;
        case DictViewForm::values: return contains_by_iteration(vm, container, item);
        case DictViewForm::items: break;
    }
    if (vm.block.kind(item) != Kind::tuple || sequence_count(vm, item) != 2) return Outcome::no;
    const Found found = dict_get(vm, view.dict, sequence_item(vm, item, 0));
    if (found.outcome != Outcome::yes) return found.outcome;
    return same_or_equal(vm, found.value, sequence_item(vm, item, 1), 0);
}

}  // namespace

Outcome contains(Vm& vm, Value container, Value item) {
    if (has_python(vm, container, Special::contains_) || has_python(vm, container, Special::iter_))
        return Outcome::needs_call;
    return plain_contains(vm, container, item);
}

Outcome plain_contains(Vm& vm, Value container, Value item) {
    switch (vm.block.kind(container)) {
        case Kind::list:
        case Kind::tuple: {
            const uint32_t count = sequence_count(vm, container);
            vm.charge(count);
            for (uint32_t index = 0; index < count; ++index) {
                const Outcome outcome =
                    same_or_equal(vm, sequence_item(vm, container, index), item, 0);
                if (outcome != Outcome::no) return outcome;
            }
            return Outcome::no;
        }
        case Kind::dict: return dict_get(vm, container.as_ref<Dict>(), item).outcome;
        case Kind::set: {
            if (vm.block.kind(item) == Kind::set && !set_is_frozen(vm, item))
                return contains_by_iteration(vm, container, item);
            return set_contains(vm, container.as_ref<Set>(), item);
        }
        case Kind::str:
            if (!is_str(vm, item)) {
                vm.raise(Root::TypeError, "'in <string>' requires string as left operand, not " +
                                              type_name(vm, item));
                return Outcome::raised;
            }
            return outcome_of(str_contains(vm, container, item));
        case Kind::bytes:
        case Kind::bytearray: return bytes_contains(vm, container, item);
        case Kind::range:
            return is_int_like(vm, item) ? range_contains(vm, container.as_ref<Range>(), item)
                                         : contains_by_iteration(vm, container, item);
        case Kind::dict_view:
        case Kind::mapping_proxy: return view_contains(vm, container, item);
        default: return Outcome::needs_call;
    }
}

Outcome truth(Vm& vm, Value value) {
    if (value.is_int()) return outcome_of(value.as_int() != 0);
    if (value.is_float()) return outcome_of(value.as_float() != 0);
    if (vm.block[vm.type_of(value)].flags & type_heap) {
        if (has_python(vm, value, Special::bool_)) return Outcome::needs_call;
        if (vm.special(value, Special::bool_).is_null() && has_python(vm, value, Special::len_))
            return Outcome::needs_call;
    }
    switch (vm.block.kind(value)) {
        case Kind::none: return Outcome::no;
        case Kind::boolean: return outcome_of(vm.block.object(value).detail);
        case Kind::integer: return outcome_of(to_int64(vm, value) != 0);
        case Kind::floating: return outcome_of(float_of(vm, value) != 0);
        case Kind::complex: {
            const auto parts = complex_parts(vm, value);
            return outcome_of(parts->real != 0 || parts->imaginary != 0);
        }
        case Kind::native_object:
        case Kind::instance: break;
        default: {
            const Length length = length_of(vm, value);
            if (length.outcome == Outcome::yes) return outcome_of(length.length != 0);
        }
    }
    return Outcome::yes;
}

}  // namespace meada
