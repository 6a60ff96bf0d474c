// list.sort and sorted, over keys that C++ can compare: a stable merge sort. Python takes over when
// a comparison needs it, and compares as CPython does (builtins_sorting.py); here that can be seen
// only where NaNs make the order depend on it, so that short lists are sorted like CPython's.
#include <algorithm>

#include "vm/sequences.h"
#include "vm/strings.h"

namespace meada {
namespace {

struct Pair {
    Value key, item;
};

constexpr size_t run_length = 16;
constexpr size_t short_count = 64;  // fewer: one run, by binary insertion

template <typename Less>
void insert_rest(std::vector<Pair>& pairs, size_t ordered, Less&& less) {
    for (size_t index = ordered; index < pairs.size(); ++index) {
        const Pair moved = pairs[index];
        size_t low = 0, high = index;
        while (low < high) {
            const size_t middle = (low + high) / 2;
            if (less(moved, pairs[middle])) high = middle;
            else low = middle + 1;
        }
        for (size_t at = index; at > low; --at) pairs[at] = pairs[at - 1];
        pairs[low] = moved;
    }
}

// less(a, b) must not throw; once it fails, it goes on answering false.
template <typename Less>
void merge_sort(std::vector<Pair>& pairs, Less&& less) {
    const size_t count = pairs.size();
    // What is sorted already, or upside down without equal neighbours, costs one pass.
    size_t ordered = 1;
    while (ordered < count && !less(pairs[ordered], pairs[ordered - 1])) ++ordered;
    if (ordered >= count) return;
    if (ordered == 1) {
        while (ordered < count && less(pairs[ordered], pairs[ordered - 1])) ++ordered;
        std::reverse(pairs.begin(), pairs.begin() + static_cast<ptrdiff_t>(ordered));
        if (ordered == count) return;
    }
    if (count < short_count) return insert_rest(pairs, ordered, less);
    for (size_t begin = 0; begin < count; begin += run_length) {
        const size_t end = std::min(begin + run_length, count);
        for (size_t index = begin + 1; index < end; ++index) {
            const Pair moved = pairs[index];
            size_t at = index;
            for (; at > begin && less(moved, pairs[at - 1]); --at) pairs[at] = pairs[at - 1];
            pairs[at] = moved;
        }
    }
    std::vector<Pair> other(count);
    for (size_t width = run_length; width < count; width *= 2) {
        for (size_t begin = 0; begin < count; begin += 2 * width) {
            const size_t middle = std::min(begin + width, count);
            const size_t end = std::min(begin + 2 * width, count);
            size_t left = begin, right = middle, at = begin;
            if (middle < end && less(pairs[middle], pairs[middle - 1])) {
                while (left < middle && right < end)
                    other[at++] = less(pairs[right], pairs[left]) ? pairs[right++] : pairs[left++];
            }
            while (left < middle) other[at++] = pairs[left++];
            while (right < end) other[at++] = pairs[right++];
        }
        pairs.swap(other);
    }
}

// Tuples by the first items that differ, where those are ints or strs; else needs_call.
Outcome tuple_less(const Vm& vm, Value left, Value right) {
    const Items one = tuple_items(vm, left.as_ref<Tuple>());
    const Items two = tuple_items(vm, right.as_ref<Tuple>());
    for (uint32_t index = 0; index < std::min(one.count, two.count); ++index) {
        const Value a = item_at(vm, one, index), b = item_at(vm, two, index);
        if (a == b) continue;
        if (a.is_int() && b.is_int()) return a.as_int() < b.as_int() ? Outcome::yes : Outcome::no;
        if (!a.is_ref() || !b.is_ref() || !is_exact_str(vm, a) || !is_exact_str(vm, b))
            return Outcome::needs_call;
        if (const int order = str_compare(vm, a, b); order != 0)
            return order < 0 ? Outcome::yes : Outcome::no;
    }
    return one.count < two.count ? Outcome::yes : Outcome::no;
}

enum class Keys { ints, floats, strs, tuples, others };

Keys kind_of_keys(const Vm& vm, const std::vector<Pair>& pairs) {
    const auto all = [&](auto&& is) {
        return std::all_of(pairs.begin(), pairs.end(),
                           [&](const Pair& pair) { return is(pair.key); });
    };
    if (all([](Value key) { return key.is_int(); })) return Keys::ints;
    if (all([](Value key) { return key.is_float() && key.as_float() == key.as_float(); }))
        return Keys::floats;
    if (all([&](Value key) { return key.is_ref() && is_exact_str(vm, key); })) return Keys::strs;
    if (all([&](Value key) { return vm.block.kind(key) == Kind::tuple && !is_heap_type(vm, key); }))
        return Keys::tuples;
    return Keys::others;
}

Outcome sort_pairs(Vm& vm, std::vector<Pair>& pairs) {
    uint64_t compared = 0;
    Outcome outcome = Outcome::yes;
    const auto any_less = [&](Value left, Value right) {
        const Outcome less = compare(vm, CompareOperator::less, left, right);
        if (less == Outcome::raised || less == Outcome::needs_call) outcome = less;
        return less == Outcome::yes;
    };
    switch (kind_of_keys(vm, pairs)) {
        case Keys::ints:
            merge_sort(pairs, [&](const Pair& left, const Pair& right) {
                ++compared;
                return left.key.as_int() < right.key.as_int();
            });
            break;
        case Keys::floats:
            merge_sort(pairs, [&](const Pair& left, const Pair& right) {
                ++compared;
                return left.key.as_float() < right.key.as_float();
            });
            break;
        case Keys::strs:
            merge_sort(pairs, [&](const Pair& left, const Pair& right) {
                ++compared;
                return str_compare(vm, left.key, right.key) < 0;
            });
            break;
        case Keys::tuples:
            merge_sort(pairs, [&](const Pair& left, const Pair& right) {
                if (outcome != Outcome::yes) return false;
                ++compared;
                const Outcome less = tuple_less(vm, left.key, right.key);
                return less == Outcome::needs_call ? any_less(left.key, right.key)
                                                   : less == Outcome::yes;
            });
            break;
        case Keys::others:
            merge_sort(pairs, [&](const Pair& left, const Pair& right) {
                if (outcome != Outcome::yes) return false;
                ++compared;
                return any_less(left.key, right.key);
            });
    }
    vm.charge(compared);
    return outcome;
}

std::vector<Pair> pairs_of(const Vm& vm, Value keys, Value items, bool reverse) {
    const Items from = items_of(vm, keys), what = items_of(vm, items);
    std::vector<Pair> pairs(from.count);
    for (uint32_t index = 0; index < from.count; ++index) {
        // Reversed before and after, equal ones keep their order.
        const uint32_t at = reverse ? from.count - 1 - index : index;
        pairs[index] = {item_at(vm, from, at), item_at(vm, what, at)};
    }
    return pairs;
}

// The items are the same ones as before, so their counts stay.
void put_back(Vm& vm, Ref<List> list, std::vector<Pair>& pairs, bool reverse) {
    if (pairs.empty()) return;
    if (reverse) std::reverse(pairs.begin(), pairs.end());
    const Items items = list_items(vm, list);
    auto* slots = reinterpret_cast<Value*>(vm.block.edit_bytes(items.first, items.count * 8));
    for (const Pair& pair : pairs) *slots++ = pair.item;
}

}  // namespace

// Sorts in place: the items by their keys. True: done; False: Python has to compare.
Value meada_sort_pairs(Vm& vm, const Args& args) {
    const bool reverse = args[2] == vm.boolean(true);
    if (items_of(vm, args[0]).count != items_of(vm, args[1]).count)
        return vm.raise(Root::ValueError, "list modified during sort");
    std::vector<Pair> pairs = pairs_of(vm, args[0], args[1], reverse);
    const Outcome outcome = sort_pairs(vm, pairs);
    if (outcome == Outcome::raised) return {};
    if (outcome == Outcome::needs_call) return vm.boolean(false);
    put_back(vm, args[1].as_ref<List>(), pairs, reverse);
    return vm.boolean(true);
}

// Without a key and without Python comparisons: here; else the prelude does the whole.
Value native_list_sort(Vm& vm, const Args& args) {
    const Value key = args.has(1) ? args[1] : vm.none();
    const Value given = args.has(2) ? args[2] : vm.boolean(false);
    const Outcome truth_value = is_int_like(vm, given) ? truth(vm, given) : Outcome::raised;
    if (truth_value == Outcome::raised && given.is_ref() && vm.special(given, Special::index_))
        return vm.call_prelude(Root::prelude_list_sort, {args[0], key, given});
    if (truth_value == Outcome::raised)
        return vm.raise(Root::TypeError, "'" + type_name(vm, given) +
                                             "' object cannot be interpreted as an integer");
    const bool reverse = truth_value == Outcome::yes;
    if (key == vm.none()) {
        std::vector<Pair> pairs = pairs_of(vm, args[0], args[0], reverse);
        const Outcome outcome = sort_pairs(vm, pairs);
        if (outcome == Outcome::yes) {
            put_back(vm, args[0].as_ref<List>(), pairs, reverse);
            return vm.none();
        }
        // CPython leaves a list whose comparison failed in some order; ours stays as it was.
        if (outcome == Outcome::raised) return {};
    }
    return vm.call_prelude(Root::prelude_list_sort, {args[0], key, vm.boolean(reverse)});
}

}  // namespace meada
