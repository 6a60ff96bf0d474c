// Iterators over built-in containers, and those that combine others. Inside vm.
#pragma once

#include "vm/sequences.h"

namespace meada {

Computed plain_next(Vm&, Value iterator);  // as next_item, also of a class with its own __next__
// next_item answers without Python code, for every item that is left.
bool steps_natively(Vm&, Value iterator);
// The next item of what is stepped without allocating or raising; null: plain_next knows.
inline Value direct_next(Vm& vm, Value iterator) {
    if (vm.block.kind(iterator) != Kind::iterator) return {};
    const auto ref = iterator.as_ref<Iterator>();
    const Iterator& object = vm.block[ref];
    const auto form = static_cast<IteratorForm>(object.detail);
    if (form == IteratorForm::range) {
        if (object.limit == 0) return {};
        const Value item = object.next;
        Iterator& range = vm.block.edit(ref);
        --range.limit;
        range.next = Value::from_int(static_cast<int64_t>(item.bits + range.step.bits));
        return item;
    }
    if ((form != IteratorForm::list && form != IteratorForm::tuple) || object.source.is_null())
        return {};
    const Items items = items_of(vm, object.source);
    if (object.index >= items.count) return {};
    return item_at(vm, items, vm.block.edit(ref).index++);
}
// What enumerate gives for an item of its source.
Computed enumerate_pair(Vm&, Ref<Iterator>, Value item);
Value iterate_dict_reversed(Vm&, Ref<Dict>, DictViewForm);

}  // namespace meada
