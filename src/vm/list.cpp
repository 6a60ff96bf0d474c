// list: its storage, what instructions and operators need of it. Its methods: list_natives.cpp;
// sorting: sort.cpp.
#include <algorithm>

#include "vm/sequences.h"
#include "vm/exceptions.h"
#include "vm/set.h"

namespace meada {

Value allocate_list(Vm& vm, uint64_t count) {
    const auto list = vm.allocate<List>(Kind::list, Root::type_list);
    if (!list || count == 0) return list ? Value::from_ref(list) : Value{};
    if (count > block_size_bytes_max / 8) return raise_memory_error(vm);
    const auto items = Ref<Values>{vm.allocate_cell(
        Kind::values, {}, Values::first_offset + static_cast<uint32_t>(count) * 8)};
    if (!items) return {};
    List& made = vm.block.edit(list);
    made.items = items;
    made.count = made.capacity = static_cast<uint32_t>(count);
    return Value::from_ref(list);
}

bool copy_values(Vm& vm, uint32_t to, uint32_t from, uint32_t count) {
    if (count == 0) return false;
    bool mortals = false;
    const Value* source = vm.block.at<Value>(from);
    for (uint32_t index = 0; index < count; ++index)
        if (source[index].is_mortal()) [[unlikely]] {
            vm.block.increment(source[index]);
            mortals = true;
        }
    std::memcpy(vm.block.edit_bytes(to, count * 8), vm.block.at<Value>(from), count * 8);
    return mortals;
}

Value new_list(Vm& vm, std::span<const Value> items) {
    const Value list = allocate_list(vm, items.size());
    if (list.is_null() || items.empty()) return list;
    const Items slots = list_items(vm, list.as_ref<List>());
    bool mortals = false;
    for (const Value item : items)
        if (item.is_mortal()) [[unlikely]] {
            vm.block.increment(item);
            mortals = true;
        }
    std::memcpy(vm.block.edit_bytes(slots.first, slots.count * 8), items.data(), slots.count * 8);
    return made_holder(vm, list, mortals);
}

// Values are moved to the new storage with their counts.
static bool set_capacity(Vm& vm, Ref<List> list, uint64_t capacity) {
    if (capacity > block_size_bytes_max / 8) {
        raise_memory_error(vm);
        return false;
    }
    const Ref<Values> old = vm.block[list].items;
    Ref<Values> items;
    if (capacity > 0) {
        items = Ref<Values>{vm.allocate_cell(
            Kind::values, {}, Values::first_offset + static_cast<uint32_t>(capacity) * 8)};
        if (!items) return false;
        if (const uint32_t count = vm.block[list].count; count > 0)
            std::memcpy(vm.block.edit_bytes(items.offset + Values::first_offset, count * 8),
                        vm.block.at<Value>(old.offset + Values::first_offset), count * 8);
    }
    List& changed = vm.block.edit(list);
    changed.items = items;
    changed.capacity = static_cast<uint32_t>(capacity);
    if (old) vm.block.free_now(old.offset);
    return true;
}

// CPython's growth: by an eighth and a little.
bool list_reserve(Vm& vm, Ref<List> list, uint64_t count) {
    const List& found = vm.block[list];
    if (count <= found.capacity) return true;
    uint64_t capacity = (count + (count >> 3) + 6) & ~uint64_t{3};
    if (count - found.count > capacity - count) capacity = (count + 3) & ~uint64_t{3};
    return set_capacity(vm, list, capacity);
}

bool list_append(Vm& vm, Ref<List> list, Value item) { return list_append_inline(vm, list, item); }

namespace {

// After items were taken out: the rest of the storage is null already.
bool shrink(Vm& vm, Ref<List> list, uint32_t count) {
    vm.block.edit(list).count = count;
    const uint32_t capacity = vm.block[list].capacity;
    if (count >= capacity / 2) return true;
    const uint64_t wanted = count == 0 ? 0 : (uint64_t{count} + (count >> 3) + 6) & ~uint64_t{3};
    return set_capacity(vm, list, wanted);
}

void zero_slots(Vm& vm, uint32_t slot, uint32_t count) {
    if (count > 0) std::memset(vm.block.edit_bytes(slot, count * 8), 0, count * 8);
}

void clear_slots_from_end(Vm& vm, uint32_t slot, uint32_t count) {
    // From the end, as CPython: scripts see in which order things die.
    for (uint32_t index = count; index-- > 0;) vm.block.clear(slot + index * 8);
}

}  // namespace

bool list_replace(Vm& vm, Ref<List> list, uint32_t start, uint32_t stop, const Items& with) {
    const uint32_t count = vm.block[list].count, removed = stop - start;
    const uint64_t after = uint64_t{count} - removed + with.count;
    if (with.count > removed && !list_reserve(vm, list, after)) return false;
    const Items items = list_items(vm, list);
    const uint32_t tail = count - stop;
    // The removed ones die last, as in CPython; here their counts go after the list is whole again.
    std::vector<Value> dropped;
    for (uint32_t index = start; index < stop; ++index)
        if (const Value value = item_at(vm, items, index); value.is_mortal())
            dropped.push_back(value);
    if (with.count != removed && tail > 0) {
        uint8_t* to = vm.block.edit_bytes(items.slot(start + with.count), tail * 8);
        std::memmove(to, vm.block.at<Value>(items.slot(stop)), tail * 8);
    }
    if (copy_values(vm, items.slot(start), with.first, with.count))
        vm.block.note_holder(list.offset);
    if (after < count) zero_slots(vm, items.slot(static_cast<uint32_t>(after)),
                            count - static_cast<uint32_t>(after));
    vm.charge(uint64_t{removed} + with.count + 1);
    const bool done = after < count
                          ? shrink(vm, list, static_cast<uint32_t>(after))
                          : (vm.block.edit(list).count = static_cast<uint32_t>(after), true);
    for (; !dropped.empty(); dropped.pop_back()) vm.block.decrement(dropped.back());
    return done;
}

bool list_drop_first(Vm& vm, Ref<List> list, uint32_t count) {
    return list_replace(vm, list, 0, count, {});
}

void list_clear(Vm& vm, Ref<List> list) {
    const List found = vm.block[list];
    if (!found.items) return;
    List& changed = vm.block.edit(list);
    changed.items = {};
    changed.count = changed.capacity = 0;
    clear_slots_from_end(vm, found.items.offset + Values::first_offset, found.count);
    vm.block.free_now(found.items.offset);
    vm.charge(found.count / 8 + 1);
}

Value list_pop(Vm& vm, Ref<List> list, uint32_t index) {
    const Items items = list_items(vm, list);
    const Value value = item_at(vm, items, index);
    if (value.is_mortal()) vm.block.increment(value);
    bool done = true;
    if (index + 1 == items.count) {
        vm.block.clear(items.slot(index));
        done = shrink(vm, list, index);
    } else {
        done = list_replace(vm, list, index, index + 1, {});
        vm.charge((items.count - index) / 8);
    }
    // Nobody holds it now but who asked for it.
    if (value.is_mortal()) vm.block.decrement(value);
    return done ? value : Value{};
}

Value sequence_slice(Vm& vm, Value sequence, const SliceBounds& bounds) {
    const bool list = vm.block.kind(sequence) == Kind::list;
    const Value made = list ? allocate_list(vm, bounds.count) : allocate_tuple(vm, bounds.count);
    if (made.is_null() || bounds.count == 0) return made;
    const Items from = items_of(vm, sequence), to = items_of(vm, made);
    vm.charge(bounds.count);
    if (bounds.step == 1) {
        const uint32_t first = from.slot(static_cast<uint32_t>(bounds.start));
        return made_holder(vm, made, copy_values(vm, to.first, first, bounds.count));
    }
    int64_t at = bounds.start;
    bool mortals = false;
    for (uint32_t index = 0; index < bounds.count; ++index, at += bounds.step) {
        const Value item = item_at(vm, from, static_cast<uint32_t>(at));
        mortals |= item.is_mortal();
        vm.block.store(to.slot(index), item);
    }
    return made_holder(vm, made, mortals);
}

Computed sequence_concat(Vm& vm, Value left, Value right) {
    const bool list = vm.block.kind(left) == Kind::list;
    const uint32_t first = items_of(vm, left).count, second = items_of(vm, right).count;
    if (!list && second == 0 && is_exactly(vm, left, Root::type_tuple)) return {Outcome::yes, left};
    if (!list && first == 0 && is_exactly(vm, right, Root::type_tuple))
        return {Outcome::yes, right};
    const uint64_t count = uint64_t{first} + second;
    const Value made = list ? allocate_list(vm, count) : allocate_tuple(vm, count);
    if (made.is_null()) return {Outcome::raised};
    if (count == 0) return {Outcome::yes, made};
    const Items to = items_of(vm, made);
    bool mortals = copy_values(vm, to.first, items_of(vm, left).first, first);
    mortals |= copy_values(vm, to.slot(first), items_of(vm, right).first, second);
    vm.charge(count);
    return {Outcome::yes, made_holder(vm, made, mortals)};
}

Computed sequence_repeat(Vm& vm, Value sequence, int64_t times) {
    const bool list = vm.block.kind(sequence) == Kind::list;
    const uint32_t count = items_of(vm, sequence).count;
    if (!list && (times == 1 || count == 0) && is_exactly(vm, sequence, Root::type_tuple))
        return {Outcome::yes, sequence};
    if (count > 0 && times > int64_t{block_size_bytes_max}) {
        raise_memory_error(vm);
        return {Outcome::raised};
    }
    const uint64_t total = count * static_cast<uint64_t>(std::max<int64_t>(times, 0));
    const Value made = list ? allocate_list(vm, total) : allocate_tuple(vm, total);
    if (made.is_null()) return {Outcome::raised};
    if (total == 0) return {Outcome::yes, made};
    const Items from = items_of(vm, sequence), to = items_of(vm, made);
    vm.charge(total / 4 + 1);
    if (count == 1) {
        const Value value = item_at(vm, from, 0);
        if (!value.is_mortal()) {
            auto* slots = reinterpret_cast<Value*>(
                vm.block.edit_bytes(to.first, static_cast<uint32_t>(total) * 8));
            std::fill(slots, slots + total, value);
            return {Outcome::yes, made};
        }
    }
    bool mortals = false;
    for (uint32_t done = 0; done < total; done += count)
        mortals |= copy_values(vm, to.slot(done), from.first, count);
    return {Outcome::yes, made_holder(vm, made, mortals)};
}

Outcome list_repeat_in_place(Vm& vm, Ref<List> list, int64_t times) {
    const uint32_t count = vm.block[list].count;
    if (times <= 0 || count == 0) {
        list_clear(vm, list);
        return Outcome::yes;
    }
    if (times > int64_t{block_size_bytes_max}) {
        raise_memory_error(vm);
        return Outcome::raised;
    }
    const uint64_t total = count * static_cast<uint64_t>(times);
    if (!list_reserve(vm, list, total)) return Outcome::raised;
    const Items items = list_items(vm, list);
    for (uint32_t done = count; done < total; done += count)
        copy_values(vm, items.slot(done), items.first, count);
    vm.block.edit(list).count = static_cast<uint32_t>(total);
    vm.charge(total / 4 + 1);
    return Outcome::yes;
}

Outcome list_extend(Vm& vm, Ref<List> list, Value iterable) {
    const Kind kind = vm.block.kind(iterable);
    const bool sequence = (kind == Kind::list || kind == Kind::tuple) &&
                          !has_own(vm, iterable, Special::iter_);
    if (!sequence) return append_all(vm, list, iterable);
    const uint32_t count = vm.block[list].count, more = items_of(vm, iterable).count;
    if (!list_reserve(vm, list, uint64_t{count} + more)) return Outcome::raised;
    // Its own items after it grew, if it is extended by itself.
    if (copy_values(vm, list_items(vm, list).slot(count), items_of(vm, iterable).first, more))
        vm.block.note_holder(list.offset);
    vm.block.edit(list).count = count + more;
    vm.charge(more);
    return Outcome::yes;
}

}  // namespace meada
