// What dict.keys(), values() and items() give: as sets, where they are like sets. Inside vm.
#pragma once

#include "vm/operations.h"

namespace meada {

Value new_view(Vm&, Ref<Dict>, DictViewForm);
inline DictViewForm view_form(const Vm& vm, Value view) {
    return static_cast<DictViewForm>(vm.block.object(view).detail);
}
inline Ref<Dict> view_dict(const Vm& vm, Value view) {
    return vm.block[view.as_ref<DictView>()].dict;
}
bool is_set_like(const Vm&, Value);  // sets and views of keys and items
uint32_t set_like_count(const Vm&, Value);
Outcome set_like_contains(Vm&, Value set_like, Value item);
// Both set-like. Outcomes as of operations.h.
Outcome set_like_subset(Vm&, Value part, Value whole);
Outcome view_equal(Vm&, Value view, Value other);
Outcome view_compare(Vm&, CompareOperator, Value left, Value right);
Outcome view_contains(Vm&, Value view, Value item);

}  // namespace meada
