// Lists and tuples from inside vm: their slots, splicing, and collecting any iterable's items.
#pragma once

#include "vm/containers.h"
#include "vm/operations.h"

namespace meada {

bool list_reserve(Vm&, Ref<List>, uint32_t capacity);
void list_truncate(Vm&, Ref<List>, uint32_t count);
bool list_splice(Vm&, Ref<List>, uint32_t start, uint32_t end, std::span<const Value> items);

inline uint32_t list_slot(const Vm& vm, Ref<List> list, uint32_t index) {
    return vm.block[list].items.offset + Values::first_offset + index * 8;
}
// Of a list or a tuple.
inline uint32_t sequence_count(const Vm& vm, Value value) {
    return vm.block.kind(value) == Kind::list ? vm.block[value.as_ref<List>()].count
                                              : vm.block[value.as_ref<Tuple>()].count;
}
inline Value sequence_item(const Vm& vm, Value value, uint32_t index) {
    if (vm.block.kind(value) == Kind::list)
        return vm.block.load(list_slot(vm, value.as_ref<List>(), index));
    return vm.block.load(value.offset() + Tuple::items_offset + index * 8);
}
std::optional<std::vector<Value>> plain_items(const Vm&, Value list_or_tuple);

struct Collected {
    Outcome outcome;  // yes, raised (not iterable), needs_call
    std::vector<Value> items;
};
Collected collect_items(Vm&, Value iterable);
// Its steps never need Python.
bool is_native_iterator(const Vm&, Value iterator);

// What a built-in type's own method gives, also where a subclass in Python has overridden it.
Outcome equal_contents(Vm&, Value left, Value right);  // of one kind
Outcome compare_contents(Vm&, CompareOperator, Value left, Value right);
Outcome plain_contains(Vm&, Value container, Value item);
Computed plain_iterate(Vm&, Value iterable);
Length plain_length(Vm&, Value);
Hashed hash_of_contents(Vm&, Value);

// --- iterate.cpp ---
Value new_iterator(Vm&, Root type, IteratorForm, Value source);

// --- range.cpp ---
Value new_range(Vm&, Value start, Value stop, Value step);  // ints; step is not 0
// Length, if it fits 64 bits.
std::optional<int64_t> range_length(Vm&, Ref<Range>);
Value range_item(Vm&, Ref<Range>, int64_t index);            // index within the length

// --- set.cpp ---
bool set_is_frozen(const Vm&, Value);
Value set_like(Vm&, Ref<Type>);  // an empty one of this type

uint64_t hash_argument(const Vm&, Value hash);
void set_remove_at(Vm&, Ref<Set>, uint32_t index);
void set_clear(Vm&, Ref<Set>);
bool set_update_from_set(Vm&, Ref<Set>, Ref<Set> other);
// For keys whose equality needs Python: the n-th key with this hash; null: there are no more.
struct SetCandidate {
    Value key = {};
    uint32_t index = 0;
};
SetCandidate set_candidate(Vm&, Ref<Set>, uint64_t hash, uint32_t number);
bool set_insert_hashed(Vm&, Ref<Set>, Value key, uint64_t hash);

}  // namespace meada
