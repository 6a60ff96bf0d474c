// What dict's own methods, its iterators and the prelude need beside containers.h. Inside vm.
#pragma once

#include "vm/containers.h"

namespace meada {

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
uint32_t dict_value_slot(const Vm&, Ref<Dict>, uint32_t entry);

}  // namespace meada
