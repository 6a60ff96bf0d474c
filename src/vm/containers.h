// tuple, list, dict and set from C++. All return null or `raised` when the block is full.
#pragma once

#include "vm/vm.h"

namespace meada {

// A slice against a length, as slice.indices gives it, and how many items that is.
struct SliceBounds {
    int64_t start = 0, stop = 0, step = 1;
    uint32_t count = 0;
};
// yes; raised; needs_call: a bound has a Python __index__.
Outcome slice_bounds(Vm&, Value slice, uint32_t length, SliceBounds& out);

Value new_tuple(Vm&, std::span<const Value> items);
Value new_list(Vm&, std::span<const Value> items);
bool list_append(Vm&, Ref<List>, Value item);  // false: raised
bool list_drop_first(Vm&, Ref<List>, uint32_t count);  // likewise
Value list_pop(Vm&, Ref<List>, uint32_t index);  // null: MemoryError

Value new_dict(Vm&);
// Keys whose hash and equality are native; others give needs_call.
struct Found {
    Outcome outcome;    // yes, no, raised, needs_call
    Value value = {};
    uint32_t slot = 0;  // offset of the entry's value slot, for inline caches
};
Found dict_get(Vm&, Ref<Dict>, Value key);
Found dict_get_hashed(Vm&, Ref<Dict>, Value key, uint64_t hash);
Outcome dict_set(Vm&, Ref<Dict>, Value key, Value value);       // yes: done
Outcome dict_delete(Vm&, Ref<Dict>, Value key);                 // no: was not there
Found dict_find_str(Vm&, Ref<Dict>, Value interned_name);       // with the slot; yes or no
Value dict_get_str(Vm&, Ref<Dict>, Value interned_name);  // the fast way for names; null: none
bool dict_set_str(Vm&, Ref<Dict>, Value interned_name, Value value);
// Entries in order: call with 0, then with the returned position; false at the end.
bool dict_next(const Vm&, Ref<Dict>, uint32_t& position, Value& key, Value& value);
Ref<Dict> dict_copy(Vm&, Ref<Dict>);
void dict_clear(Vm&, Ref<Dict>);

Value new_set(Vm&, Root type = Root::type_set);
Outcome set_add(Vm&, Ref<Set>, Value key);
Outcome set_contains(Vm&, Ref<Set>, Value key);
Outcome set_discard(Vm&, Ref<Set>, Value key);                  // no: was not there
bool set_next(const Vm&, Ref<Set>, uint32_t& position, Value& key);

}  // namespace meada
