// list and tuple: making, growing, joining.
#include "vm/sequences.h"

#include <algorithm>

#include "vm/operations.h"

namespace meada {

Value new_tuple(Vm& vm, std::span<const Value> items) {
    const Value empty = vm.root(Root::empty_tuple);
    if (items.empty() && empty) return empty;
    const auto tuple = vm.allocate<Tuple>(
        Kind::tuple, Root::type_tuple,
        Tuple::items_offset + static_cast<uint32_t>(items.size()) * 8);
    if (!tuple) return {};
    vm.block.edit(tuple).count = static_cast<uint32_t>(items.size());
    for (uint32_t index = 0; index < items.size(); ++index)
        vm.block.store(tuple.offset + Tuple::items_offset + index * 8, items[index]);
    return Value::from_ref(tuple);
}

Value new_list(Vm& vm, std::span<const Value> items) {
    const auto list = vm.allocate<List>(Kind::list, Root::type_list);
    if (!list) return {};
    if (!items.empty()) {
        if (!list_reserve(vm, list, static_cast<uint32_t>(items.size()))) return {};
        const uint32_t first = vm.block[list].items.offset + Values::first_offset;
        for (uint32_t index = 0; index < items.size(); ++index)
            vm.block.store(first + index * 8, items[index]);
        vm.block.edit(list).count = static_cast<uint32_t>(items.size());
    }
    return Value::from_ref(list);
}

bool list_reserve(Vm& vm, Ref<List> list, uint32_t capacity) {
    if (vm.block[list].capacity >= capacity) return true;
    if (capacity > block_size_bytes_max / 8) {
        vm.raise_value(vm.root(Root::memory_error));
        return false;
    }
    const uint32_t cell = vm.allocate_cell(Kind::values, {}, Values::first_offset + capacity * 8);
    if (cell == 0) return false;
    const List before = vm.block[list];
    const uint32_t size = before.count * 8;
    if (size > 0)  // moved, not copied: the counts go along
        std::memcpy(vm.block.edit_bytes(cell + Values::first_offset, size),
                    vm.block.at<uint8_t>(before.items.offset + Values::first_offset), size);
    if (before.items) vm.block.free_now(before.items.offset);
    List& changed = vm.block.edit(list);
    changed.items = Ref<Values>{cell};
    changed.capacity = (vm.block.cell_size(cell) - Values::first_offset) / 8;
    return true;
}

bool list_append(Vm& vm, Ref<List> list, Value item) {
    const List before = vm.block[list];
    if (before.count == before.capacity &&
        !list_reserve(vm, list, before.count + before.count / 8 + 6))
        return false;
    vm.block.store(list_slot(vm, list, before.count), item);
    ++vm.block.edit(list).count;
    return true;
}

void list_truncate(Vm& vm, Ref<List> list, uint32_t count) {
    while (vm.block[list].count > count) {
        const uint32_t last = vm.block[list].count - 1;
        vm.block.edit(list).count = last;
        vm.block.clear(list_slot(vm, list, last));
    }
}

// Replaces items [start, end) by others; the ones behind move.
bool list_splice(Vm& vm, Ref<List> list, uint32_t start, uint32_t end,
                 std::span<const Value> items) {
    const uint32_t count = vm.block[list].count;
    const auto grown = static_cast<uint32_t>(items.size());
    const uint32_t after = count - (end - start) + grown;
    if (after > vm.block[list].capacity &&
        !list_reserve(vm, list, std::max(after, count + count / 8 + 6)))
        return false;
    for (const Value item : items)
        if (item.is_mortal()) vm.block.increment(item);
    std::vector<Value> gone;
    for (uint32_t index = start; index < end; ++index)
        gone.push_back(vm.block.load(list_slot(vm, list, index)));
    const uint32_t first = vm.block[list].items.offset + Values::first_offset;
    const uint32_t tail = (count - end) * 8;
    if (vm.block[list].capacity > 0) {
        uint8_t* bytes = vm.block.edit_bytes(first, std::max(count, after) * 8);
        std::memmove(bytes + (start + grown) * 8, bytes + end * 8, tail);
        for (uint32_t index = 0; index < grown; ++index)
            std::memcpy(bytes + (start + index) * 8, &items[index], 8);
        if (after < count) std::memset(bytes + after * 8, 0, (count - after) * 8);
    }
    vm.block.edit(list).count = after;
    for (const Value value : gone)
        if (value.is_mortal()) vm.block.decrement(value);
    vm.charge(count - end + grown);
    return true;
}

std::optional<std::vector<Value>> plain_items(const Vm& vm, Value value) {
    const Kind kind = vm.block.kind(value);
    if (kind != Kind::list && kind != Kind::tuple) return std::nullopt;
    std::vector<Value> items;
    const uint32_t count = sequence_count(vm, value);
    for (uint32_t index = 0; index < count; ++index) items.push_back(sequence_item(vm, value, index));
    return items;
}

Computed sequence_concat(Vm& vm, Value left, Value right) {
    const Kind kind = vm.block.kind(left);
    if (kind != vm.block.kind(right) || (kind != Kind::list && kind != Kind::tuple))
        return {Outcome::no};
    std::vector<Value> items = *plain_items(vm, left);
    const std::vector<Value> more = *plain_items(vm, right);
    items.insert(items.end(), more.begin(), more.end());
    vm.charge(items.size());
    const Value made = kind == Kind::list ? new_list(vm, items) : new_tuple(vm, items);
    return {made ? Outcome::yes : Outcome::raised, made};
}

Computed sequence_repeat(Vm& vm, Value sequence, int64_t count) {
    const auto items = plain_items(vm, sequence);
    if (!items) return {Outcome::no};
    if (count < 0) count = 0;
    const bool too_large =
        !items->empty() && static_cast<uint64_t>(count) > block_size_bytes_max / 8 / items->size();
    if (too_large) {
        vm.raise_value(vm.root(Root::memory_error));
        return {Outcome::raised};
    }
    std::vector<Value> repeated;
    repeated.reserve(items->size() * static_cast<size_t>(count));
    for (int64_t turn = 0; turn < count; ++turn)
        repeated.insert(repeated.end(), items->begin(), items->end());
    vm.charge(repeated.size());
    const Value made = vm.block.kind(sequence) == Kind::list ? new_list(vm, repeated)
                                                             : new_tuple(vm, repeated);
    return {made ? Outcome::yes : Outcome::raised, made};
}

Outcome list_extend(Vm& vm, Ref<List> list, Value iterable) {
    const Collected collected = collect_items(vm, iterable);
    if (collected.outcome != Outcome::yes) return collected.outcome;
    const uint32_t count = vm.block[list].count;
    return list_splice(vm, list, count, count, collected.items) ? Outcome::yes : Outcome::raised;
}

Outcome list_repeat_in_place(Vm& vm, Ref<List> list, int64_t count) {
    if (count <= 0) {
        list_truncate(vm, list, 0);
        return Outcome::yes;
    }
    const Computed repeated = sequence_repeat(vm, Value::from_ref(list), count - 1);
    if (repeated.outcome != Outcome::yes) return repeated.outcome;
    return list_extend(vm, list, repeated.result);
}

Collected collect_items(Vm& vm, Value iterable) {
    if (auto items = plain_items(vm, iterable);
        items && !(vm.block[vm.type_of(iterable)].flags & type_heap))
        return {Outcome::yes, std::move(*items)};
    const Computed iterator = iterate(vm, iterable);
    if (iterator.outcome != Outcome::yes) {
        vm.request = {};
        return {iterator.outcome, {}};
    }
    Collected collected{Outcome::yes, {}};
    // Only what can be done to the end: what needs Python anywhere is left to the prelude whole.
    if (!is_native_iterator(vm, iterator.result)) return {Outcome::needs_call, {}};
    for (;;) {
        const Computed next = next_item(vm, iterator.result);
        if (next.outcome == Outcome::no) break;
        if (next.outcome != Outcome::yes) return {next.outcome, {}};
        collected.items.push_back(next.result);
        if (collected.items.size() > block_size_bytes_max / 8) {
            vm.raise_value(vm.root(Root::memory_error));
            return {Outcome::raised, {}};
        }
    }
    vm.charge(collected.items.size());
    return collected;
}

}  // namespace meada
