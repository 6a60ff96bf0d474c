// What dict's own methods, its iterators and the prelude need beside containers.h. Inside vm.
#pragma once

#include "vm/containers.h"

namespace meada {

struct DictItem {
    Value key, value;
    uint64_t hash = 0;
};
bool dict_next_hashed(const Vm&, Ref<Dict>, uint32_t& position, DictItem& out);
// Entries ever added and not yet compacted away: where a reversed iteration starts.
uint32_t dict_entry_count(const Vm&, Ref<Dict>);
bool dict_previous(const Vm&, Ref<Dict>, uint32_t& position, Value& key, Value& value);

// For keys whose equality needs Python: the n-th key with this hash, with its value's slot; null:
// there are no more. The prelude compares and then uses the slot or inserts.
struct DictCandidate {
    Value key = {};
    uint32_t slot = 0;
};
DictCandidate dict_candidate(Vm&, Ref<Dict>, uint64_t hash, uint32_t number);
bool dict_insert_hashed(Vm&, Ref<Dict>, Value key, uint64_t hash, Value value);
void dict_delete_slot(Vm&, Ref<Dict>, uint32_t value_slot);
Outcome dict_set_hashed(Vm&, Ref<Dict>, Value key, uint64_t hash, Value value);
Outcome dict_delete_hashed(Vm&, Ref<Dict>, Value key, uint64_t hash);
// Takes the entry out that was added last; false: there is none.
bool dict_pop_last(Vm&, Ref<Dict>, DictItem& out);
// Into a dict: the items of another one, later ones winning. The outcome needs_call: some key's
// equality is Python code; what was copied by then stays.
Outcome dict_merge_from(Vm&, Ref<Dict>, Ref<Dict> other);
Value new_dict_of_type(Vm&, Ref<Type>);

}  // namespace meada
