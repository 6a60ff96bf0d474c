// Lists and tuples where they lie, for the loop's fast cases and the natives; and how natives say
// what became of an operation. Inside vm.
#pragma once

#include <cstring>

#include "vm/containers.h"
#include "vm/numbers.h"
#include "vm/operations.h"

namespace meada {

// The slots of a list's or tuple's items; dead when the list changes its size.
struct Items {
    uint32_t first = 0;
    uint32_t count = 0;
    uint32_t slot(uint32_t index) const { return first + index * 8; }
};
inline Items tuple_items(const Vm& vm, Ref<Tuple> tuple) {
    return {tuple.offset + Tuple::items_offset, vm.block[tuple].count};
}
inline Items list_items(const Vm& vm, Ref<List> list) {
    const List& found = vm.block[list];
    return {found.items.offset + Values::first_offset, found.count};
}
inline Items items_of(const Vm& vm, Value sequence) {
    return vm.block.kind(sequence) == Kind::list ? list_items(vm, sequence.as_ref<List>())
                                                 : tuple_items(vm, sequence.as_ref<Tuple>());
}
inline Value item_at(const Vm& vm, const Items& items, uint32_t index) {
    return vm.block.load(items.slot(index));
}

inline bool is_heap_type(const Vm& vm, Value value) {
    return value.is_ref() && vm.block[vm.type_of(value)].flags & type_heap;
}
// The special method of the built-in type that a class is made over.
inline Value built_in_special(const Vm& vm, Ref<Type> type, Special special) {
    while (vm.block[type].flags & type_heap) type = vm.block[type].base;
    return vm.block[type].specials[static_cast<uint32_t>(special)];
}
// The type's own method may be Python code: what its kind does natively is then not the answer.
// Natives of the library in its own classes count as such too.
inline bool has_own(const Vm& vm, Value value, Special special) {
    if (!value.is_ref()) return false;
    const Object& object = vm.block.object(value);
    const Type& type = vm.block[vm.block[object.shape].type];
    if (!(type.flags & type_heap) && object.kind != Kind::native_object) return false;
    const Value method = type.specials[static_cast<uint32_t>(special)];
    if (method.is_null()) return false;
    if (vm.block.kind(method) != Kind::native)  // a set's __hash__ is None, its subclasses' too
        return method != vm.none() ||
               method != built_in_special(vm, vm.block[object.shape].type, special);
    if (object.kind == Kind::native_object) {
        const Type& base = vm.block[vm.type(Root::type_object)];
        return method != base.specials[static_cast<uint32_t>(special)];
    }
    // A class may have taken another type's native: __str__ = int.__repr__.
    return method != built_in_special(vm, vm.block[object.shape].type, special);
}
// Exactly this built-in type.
inline bool is_exactly(const Vm& vm, Value value, Root type_root) {
    return value.is_ref() && vm.block.object(value).shape == vm.root_shape(type_root);
}

// What a native of the container types ends with.
inline Value done_if(Vm& vm, bool done) { return done ? vm.none() : Value{}; }
inline Value truth_of(Vm& vm, Outcome outcome) {  // not for needs_call
    return outcome == Outcome::raised ? Value{} : vm.boolean(outcome == Outcome::yes);
}

bool list_reserve(Vm&, Ref<List>, uint64_t count);  // room for so many items; false: MemoryError
inline bool list_append_inline(Vm& vm, Ref<List> list, Value item) {
    const List& found = vm.block[list];
    if (found.count == found.capacity) [[unlikely]] {
        if (!list_reserve(vm, list, uint64_t{found.count} + 1)) return false;
    }
    List& changed = vm.block.edit(list);
    const uint32_t slot = changed.items.offset + Values::first_offset + changed.count++ * 8;
    if (item.is_mortal()) [[unlikely]] {
        vm.block.increment(item);
        vm.block.note_holder(list.offset);
    }
    vm.block.move_in(slot, item);  // the slot was null
    return true;
}

// Tuples and lists of `count` nulls, to be filled at once. Null: MemoryError.
Value allocate_tuple(Vm&, uint64_t count);
Value allocate_list(Vm&, uint64_t count);
// A tuple of this class with the items of a tuple or list.
Value tuple_of_type(Vm&, Ref<Type>, Value items);
// A tuple or list just made: a mortal one if it holds mortals.
inline Value made_holder(Vm& vm, Value made, bool holds_mortals) {
    if (!holds_mortals) return made;
    vm.block.make_mortal(made.offset());
    return vm.block.value_of(made.as_ref());
}
// Stores copies of `count` values into null slots; true: there are mortals among them.
bool copy_values(Vm&, uint32_t to, uint32_t from, uint32_t count);
// list[start:…], tuple[…]
Value sequence_slice(Vm&, Value sequence, const SliceBounds&);
// Replaces items [start, stop) by copies of the slots given (which are not of the same list).
bool list_replace(Vm&, Ref<List>, uint32_t start, uint32_t stop, const Items& with);
void list_clear(Vm&, Ref<List>);

// What a built-in type's own method gives, also where a class in Python has overridden it.
Outcome plain_equal(Vm&, Value left, Value right);  // no: also kinds that are never equal
Outcome plain_compare(Vm&, CompareOperator, Value left, Value right);
Outcome plain_contains(Vm&, Value container, Value item);
Computed plain_iterate(Vm&, Value iterable);
Length plain_length(Vm&, Value);
Hashed plain_hash(Vm&, Value);
Computed plain_get_item(Vm&, Value container, Value key);
Outcome plain_set_item(Vm&, Value container, Value key, Value item);
Outcome plain_delete_item(Vm&, Value container, Value key);

// --- iterate.cpp ---
Value new_iterator(Vm&, IteratorForm, Root type, Value source);
// All items appended to a list. needs_call: only Python code can go through it; nothing was taken.
Outcome append_all(Vm&, Ref<List>, Value iterable);

Value raise_not_iterable(Vm&, Value);
uint64_t hash_argument(const Vm&, Value hash);  // what a Python __hash__ gave

}  // namespace meada
