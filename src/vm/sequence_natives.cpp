// Natives of list and tuple, and what all containers' natives share.
#include <algorithm>

#include "vm/numbers.h"
#include "vm/operations.h"
#include "vm/sequences.h"
#include "vm/strings.h"
#include "vm/text_like.h"
#include "vm/types.h"

namespace meada {
namespace {

Ref<List> list_arg(const Args& args) { return args[0].as_ref<List>(); }

// An answer that may need Python: the prelude's function gives the same.
Value answer(Vm& vm, Outcome outcome, Root prelude, std::initializer_list<Value> arguments) {
    if (outcome == Outcome::raised) return {};
    if (outcome == Outcome::needs_call) return vm.call_prelude(prelude, arguments);
    return vm.boolean(outcome == Outcome::yes);
}

Value of_computed(Vm& vm, const Computed& computed) {
    if (computed.outcome == Outcome::yes) return computed.result;
    if (computed.outcome == Outcome::no) return vm.root(Root::not_implemented);
    return {};
}

Value same_kind_compare(Vm& vm, const Args& args, CompareOperator operation) {
    const bool same = vm.block.kind(args[0]) == vm.block.kind(args[1]);
    if (!same) return vm.root(Root::not_implemented);
    const bool equality =
        operation == CompareOperator::equal || operation == CompareOperator::not_equal;
    const Outcome outcome = equality ? equal_contents(vm, args[0], args[1])
                                     : compare_contents(vm, operation, args[0], args[1]);
    if (operation == CompareOperator::not_equal && outcome <= Outcome::yes)
        return vm.boolean(outcome == Outcome::no);
    return answer(vm, outcome, Root::prelude_compare_contents,
                  {Value::from_int(static_cast<int64_t>(operation)), args[0], args[1]});
}

// A list made of any iterable, in a fresh or given list object.
Value fill_list(Vm& vm, Ref<List> list, Value iterable) {
    const Collected collected = collect_items(vm, iterable);
    if (collected.outcome == Outcome::raised) return {};
    const Value object = vm.block.value_of(list);
    if (collected.outcome == Outcome::needs_call)
        return vm.call_prelude(Root::prelude_list_fill, {object, iterable});
    const uint32_t count = vm.block[list].count;
    return list_splice(vm, list, 0, count, collected.items) ? object : Value{};
}

}  // namespace

Value native_self(Vm&, const Args& args) { return args[0]; }

Value native_len(Vm& vm, const Args& args) {
    const Ref<Type> type = vm.type_of(args[0]);
    (void)type;
    const Length length = plain_length(vm, args[0]);
    return length.outcome == Outcome::yes ? new_int(vm, length.length) : Value{};
}

Value native_iter(Vm& vm, const Args& args) { return of_computed(vm, plain_iterate(vm, args[0])); }

Value native_contains(Vm& vm, const Args& args) {
    return answer(vm, plain_contains(vm, args[0], args[1]), Root::prelude_contains_plain,
                  {args[1], args[0]});
}

Value native_getitem(Vm& vm, const Args& args) { return of_computed(vm, get_item(vm, args[0], args[1])); }

Value native_setitem(Vm& vm, const Args& args) {
    return set_item(vm, args[0], args[1], args[2]) == Outcome::yes ? vm.none() : Value{};
}

Value native_delitem(Vm& vm, const Args& args) {
    return delete_item(vm, args[0], args[1]) == Outcome::yes ? vm.none() : Value{};
}

Value native_add(Vm& vm, const Args& args) {
    const Computed computed = sequence_concat(vm, args[0], args[1]);
    if (computed.outcome == Outcome::no) {
        const char* noun = vm.block.kind(args[0]) == Kind::list ? "list" : "tuple";
        return vm.raise(Root::TypeError, std::string("can only concatenate ") + noun + " (not \"" +
                                             type_name(vm, args[1]) + "\") to " + noun);
    }
    return of_computed(vm, computed);
}

Value native_mul(Vm& vm, const Args& args) {
    if (!is_int_like(vm, args[1])) return vm.root(Root::not_implemented);
    return of_computed(vm, sequence_repeat(vm, args[0], to_int64(vm, args[1]).value_or(INT64_MAX)));
}

Value native_same_kind_eq(Vm& vm, const Args& args) {
    return same_kind_compare(vm, args, CompareOperator::equal);
}
Value native_same_kind_ne(Vm& vm, const Args& args) {
    return same_kind_compare(vm, args, CompareOperator::not_equal);
}
Value native_same_kind_lt(Vm& vm, const Args& args) {
    return same_kind_compare(vm, args, CompareOperator::less);
}
Value native_same_kind_le(Vm& vm, const Args& args) {
    return same_kind_compare(vm, args, CompareOperator::less_equal);
}
Value native_same_kind_gt(Vm& vm, const Args& args) {
    return same_kind_compare(vm, args, CompareOperator::greater);
}
Value native_same_kind_ge(Vm& vm, const Args& args) {
    return same_kind_compare(vm, args, CompareOperator::greater_equal);
}

Value native_hash(Vm& vm, const Args& args) {
    const Hashed hashed = hash_of_contents(vm, args[0]);
    if (hashed.outcome == Outcome::needs_call)
        return vm.call_prelude(Root::prelude_hash, {args[0]});
    if (hashed.outcome != Outcome::yes) return {};
    return new_int(vm, static_cast<int64_t>(hashed.hash));
}

Value native_repr(Vm& vm, const Args& args) {
    return vm.call_prelude(Root::prelude_repr, {args[0]});
}

Value native_class_getitem(Vm& vm, const Args& args) {
    return vm.call_prelude(Root::prelude_class_getitem, {args[0], args[1]});
}

Value native_list_new(Vm& vm, const Args& args) {
    const Ref<Type> type = args[0].as_ref<Type>();
    const bool heap = vm.block[type].flags & type_heap;
    const uint32_t cell =
        vm.allocate_cell(Kind::list, vm.block[type].root_shape, sizeof(List));
    if (cell == 0) return {};
    if (args.has(2) && !heap)
        return vm.raise(Root::TypeError, "list() takes no keyword arguments");
    if (!args.has(1)) return Value{cell};
    return fill_list(vm, Ref<List>{cell}, args[1]);
}

Value native_list_init(Vm& vm, const Args& args) {
    list_truncate(vm, list_arg(args), 0);
    if (!args.has(1)) return vm.none();
    const Value filled = fill_list(vm, list_arg(args), args[1]);
    return filled ? vm.none() : Value{};
}

Value native_list_append(Vm& vm, const Args& args) {
    return list_append(vm, list_arg(args), args[1]) ? vm.none() : Value{};
}

Value native_list_extend(Vm& vm, const Args& args) {
    const Outcome outcome = list_extend(vm, list_arg(args), args[1]);
    if (outcome == Outcome::needs_call)
        return vm.call_prelude(Root::prelude_list_extend, {args[0], args[1]});
    return outcome == Outcome::yes ? vm.none() : Value{};
}

Value native_list_insert(Vm& vm, const Args& args) {
    const Ref<List> list = list_arg(args);
    int64_t index;
    if (!take_index(vm, args[1], index)) return {};
    const int64_t count = vm.block[list].count;
    if (index < 0) index = std::max<int64_t>(index + count, 0);
    const auto at = static_cast<uint32_t>(std::min(index, count));
    const Value item = args[2];
    return list_splice(vm, list, at, at, {&item, 1}) ? vm.none() : Value{};
}

Value native_list_pop(Vm& vm, const Args& args) {
    const Ref<List> list = list_arg(args);
    const uint32_t count = vm.block[list].count;
    int64_t index = -1;
    if (args.has(1) && !take_index(vm, args[1], index)) return {};
    if (count == 0) return vm.raise(Root::IndexError, "pop from empty list");
    if (index < 0) index += count;
    if (index < 0 || index >= count) return vm.raise(Root::IndexError, "pop index out of range");
    const auto at = static_cast<uint32_t>(index);
    const Value item = vm.block.load(list_slot(vm, list, at));
    if (at + 1 == count) list_truncate(vm, list, at);
    else if (!list_splice(vm, list, at, at + 1, {})) return {};
    return item;
}

Value native_list_remove(Vm& vm, const Args& args) {
    const Ref<List> list = list_arg(args);
    for (uint32_t index = 0; index < vm.block[list].count; ++index) {
        const Value item = vm.block.load(list_slot(vm, list, index));
        const Outcome outcome = item == args[1] ? Outcome::yes : equal(vm, item, args[1]);
        if (outcome == Outcome::raised) return {};
        if (outcome == Outcome::needs_call)
            return vm.call_prelude(Root::prelude_list_remove, {args[0], args[1]});
        if (outcome == Outcome::yes)
            return list_splice(vm, list, index, index + 1, {}) ? vm.none() : Value{};
    }
    return vm.raise(Root::ValueError, "list.remove(x): x not in list");
}

Value native_list_clear(Vm& vm, const Args& args) {
    list_truncate(vm, list_arg(args), 0);
    return vm.none();
}

Value native_list_copy(Vm& vm, const Args& args) { return new_list(vm, *plain_items(vm, args[0])); }

Value native_list_reverse(Vm& vm, const Args& args) {
    std::vector<Value> items = *plain_items(vm, args[0]);
    std::reverse(items.begin(), items.end());
    const auto count = static_cast<uint32_t>(items.size());
    return list_splice(vm, list_arg(args), 0, count, items) ? vm.none() : Value{};
}

Value native_list_reversed(Vm& vm, const Args& args) {
    const Value iterator = new_iterator(vm, Root::type_list_reverse_iterator,
                                        IteratorForm::reversed_list, args[0]);
    if (iterator)
        vm.block.edit(iterator.as_ref<Iterator>()).index = sequence_count(vm, args[0]);
    return iterator;
}

Value native_list_iadd(Vm& vm, const Args& args) {
    const Outcome outcome = list_extend(vm, list_arg(args), args[1]);
    if (outcome == Outcome::needs_call)
        return vm.call_prelude(Root::prelude_list_iadd, {args[0], args[1]});
    return outcome == Outcome::yes ? args[0] : Value{};
}

Value native_list_imul(Vm& vm, const Args& args) {
    if (!is_int_like(vm, args[1])) return vm.root(Root::not_implemented);
    const int64_t count = to_int64(vm, args[1]).value_or(INT64_MAX);
    return list_repeat_in_place(vm, list_arg(args), count) == Outcome::yes ? args[0] : Value{};
}

Value native_sequence_index(Vm& vm, const Args& args) {
    int64_t start = 0, stop = INT64_MAX;
    const int64_t count = sequence_count(vm, args[0]);
    if (args.has(2) && !take_index(vm, args[2], start)) return {};
    if (args.has(3) && !take_index(vm, args[3], stop)) return {};
    if (start < 0) start = std::max<int64_t>(start + count, 0);
    if (stop < 0) stop = std::max<int64_t>(stop + count, 0);
    for (int64_t index = start; index < std::min(stop, count); ++index) {
        const Value item = sequence_item(vm, args[0], static_cast<uint32_t>(index));
        const Outcome outcome = item == args[1] ? Outcome::yes : equal(vm, item, args[1]);
        if (outcome == Outcome::yes) return new_int(vm, index);
        if (outcome == Outcome::raised) return {};
        if (outcome == Outcome::needs_call)
            return vm.call_prelude(Root::prelude_sequence_index,
                                   {args[0], args[1], new_int(vm, start), new_int(vm, stop)});
    }
    if (vm.block.kind(args[0]) == Kind::tuple)
        return vm.raise(Root::ValueError, "tuple.index(x): x not in tuple");
    std::string text;
    if (append_repr(vm, text, args[1]) != Outcome::yes)
        return vm.has_exception() ? Value{} : vm.raise(Root::ValueError, "x is not in list");
    return vm.raise(Root::ValueError, text + " is not in list");
}

Value native_sequence_count(Vm& vm, const Args& args) {
    int64_t found = 0;
    const uint32_t count = sequence_count(vm, args[0]);
    for (uint32_t index = 0; index < count; ++index) {
        const Value item = sequence_item(vm, args[0], index);
        const Outcome outcome = item == args[1] ? Outcome::yes : equal(vm, item, args[1]);
        if (outcome == Outcome::raised) return {};
        if (outcome == Outcome::needs_call)
            return vm.call_prelude(Root::prelude_sequence_count, {args[0], args[1]});
        found += outcome == Outcome::yes;
    }
    return new_int(vm, found);
}

Value native_tuple_new(Vm& vm, const Args& args) {
    const Ref<Type> type = args[0].as_ref<Type>();
    const bool exact = type == vm.type(Root::type_tuple);
    std::vector<Value> items;
    if (args.has(1)) {
        if (exact && vm.block.kind(args[1]) == Kind::tuple && vm.type_of(args[1]) == type)
            return args[1];
        Collected collected = collect_items(vm, args[1]);
        if (collected.outcome == Outcome::raised) return {};
        if (collected.outcome == Outcome::needs_call)
            return vm.call_prelude(Root::prelude_tuple_new, {args[0], args[1]});
        items = std::move(collected.items);
    }
    if (exact) return new_tuple(vm, items);
    const uint32_t cell =
        vm.allocate_cell(Kind::tuple, vm.block[type].root_shape,
                         Tuple::items_offset + static_cast<uint32_t>(items.size()) * 8);
    if (cell == 0) return {};
    if (vm.block[type].flags & type_mortal) vm.block.make_mortal(cell);
    vm.block.edit(Ref<Tuple>{cell}).count = static_cast<uint32_t>(items.size());
    for (uint32_t index = 0; index < items.size(); ++index)
        vm.block.store(cell + Tuple::items_offset + index * 8, items[index]);
    return vm.block.value_of(Ref<Tuple>{cell});
}

// --- sorting ---

namespace {

// Keys that C++ can order: all numbers, all strs, or tuples and lists of such.
struct Less {
    Vm& vm;
    Outcome& failure;
    bool operator()(const std::pair<Value, Value>& left, const std::pair<Value, Value>& right) {
        if (failure != Outcome::yes) return false;
        const Value a = left.first, b = right.first;
        if (a.is_int() && b.is_int()) return a.as_int() < b.as_int();
        const Outcome outcome = compare(vm, CompareOperator::less, a, b);
        if (outcome == Outcome::raised || outcome == Outcome::needs_call) failure = outcome;
        return outcome == Outcome::yes;
    }
};

// Bottom-up merge sort: never out of bounds, whatever the comparisons say.
Outcome sort_stably(Vm& vm, std::vector<std::pair<Value, Value>>& pairs) {
    Outcome failure = Outcome::yes;
    Less less{vm, failure};
    std::vector<std::pair<Value, Value>> other(pairs.size());
    for (size_t width = 1; width < pairs.size() && failure == Outcome::yes; width *= 2) {
        for (size_t begin = 0; begin < pairs.size(); begin += 2 * width) {
            const size_t middle = std::min(begin + width, pairs.size());
            const size_t end = std::min(begin + 2 * width, pairs.size());
            size_t left = begin, right = middle, at = begin;
            if (middle < end && !less(pairs[middle], pairs[middle - 1])) {
                std::copy(pairs.begin() + static_cast<int64_t>(begin),
                          pairs.begin() + static_cast<int64_t>(end),
                          other.begin() + static_cast<int64_t>(begin));
                continue;
            }
            while (left < middle && right < end)
                other[at++] = less(pairs[right], pairs[left]) ? pairs[right++] : pairs[left++];
            while (left < middle) other[at++] = pairs[left++];
            while (right < end) other[at++] = pairs[right++];
        }
        std::swap(pairs, other);
    }
    vm.charge(pairs.size() * 8);
    return failure;
}

}  // namespace

// Sorts in place: the items by their keys. True: done; False: Python has to compare.
Value meada_sort_pairs(Vm& vm, const Args& args) {
    const std::vector<Value> keys = *plain_items(vm, args[0]), items = *plain_items(vm, args[1]);
    if (keys.size() != items.size()) return vm.raise(Root::ValueError, "list modified during sort");
    const bool reverse = args[2] == vm.boolean(true);
    std::vector<std::pair<Value, Value>> pairs;
    for (size_t index = 0; index < keys.size(); ++index) {
        const size_t at = reverse ? keys.size() - 1 - index : index;
        pairs.emplace_back(keys[at], items[at]);
    }
    const Outcome outcome = sort_stably(vm, pairs);
    if (outcome == Outcome::raised) return {};
    if (outcome == Outcome::needs_call) return vm.boolean(false);
    if (reverse) std::reverse(pairs.begin(), pairs.end());
    std::vector<Value> sorted;
    for (const auto& pair : pairs) sorted.push_back(pair.second);
    const Ref<List> list = args[1].as_ref<List>();
    return list_splice(vm, list, 0, vm.block[list].count, sorted) ? vm.boolean(true) : Value{};
}

Value native_list_sort(Vm& vm, const Args& args) {
    const Value key = args.has(1) ? args[1] : vm.none();
    const Value reverse = args.has(2) ? args[2] : vm.boolean(false);
    return vm.call_prelude(Root::prelude_list_sort, {args[0], key, reverse});
}

Value meada_replace_items(Vm& vm, const Args& args) {
    const Ref<List> list = list_arg(args);
    const std::vector<Value> items = *plain_items(vm, args[1]);
    return list_splice(vm, list, 0, vm.block[list].count, items) ? vm.none() : Value{};
}

// ==, as far as no Python is needed: True, False, or None.
Value meada_native_equal(Vm& vm, const Args& args) {
    const Outcome outcome = equal(vm, args[0], args[1]);
    if (outcome == Outcome::raised) return {};
    return outcome == Outcome::needs_call ? vm.none() : vm.boolean(outcome == Outcome::yes);
}

}  // namespace meada
