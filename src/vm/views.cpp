#include "vm/views.h"

#include "vm/dict.h"
#include "vm/sequences.h"
#include "vm/set.h"

namespace meada {

Value new_view(Vm& vm, Ref<Dict> dict, DictViewForm form) {
    static constexpr Root types[] = {Root::type_dict_keys, Root::type_dict_values,
                                     Root::type_dict_items, Root::type_mapping_proxy};
    const auto index = static_cast<uint16_t>(form);
    const Kind kind = form == DictViewForm::proxy ? Kind::mapping_proxy : Kind::dict_view;
    const auto view = vm.allocate<DictView>(kind, types[index]);
    if (!view) return {};
    DictView& made = vm.block.edit(view);
    made.detail = index;
    made.dict = dict;
    if (const Value held = vm.block.value_of(dict); held.is_mortal()) {
        vm.block.increment(held);
        vm.block.make_mortal(view.offset);
    }
    return vm.block.value_of(view);
}

bool is_set_like(const Vm& vm, Value value) {
    const Kind kind = vm.block.kind(value);
    return kind == Kind::set ||
           (kind == Kind::dict_view && view_form(vm, value) != DictViewForm::values);
}

uint32_t set_like_count(const Vm& vm, Value value) {
    return is_set(vm, value) ? vm.block[value.as_ref<Set>()].count
                             : vm.block[view_dict(vm, value)].count;
}

Outcome view_contains(Vm& vm, Value view, Value item) {
    const Ref<Dict> dict = view_dict(vm, view);
    switch (view_form(vm, view)) {
        case DictViewForm::keys: return dict_get(vm, dict, item).outcome;
        case DictViewForm::items: {
            if (vm.block.kind(item) != Kind::tuple) return Outcome::no;
            const Items pair = tuple_items(vm, item.as_ref<Tuple>());
            if (pair.count != 2) return Outcome::no;
            const Value wanted = item_at(vm, pair, 1);
            const Found found = dict_get(vm, dict, item_at(vm, pair, 0));
            if (found.outcome != Outcome::yes) return found.outcome;
            return found.value == wanted ? Outcome::yes : equal(vm, found.value, wanted);
        }
        default: {
            uint32_t position = 0;
            DictItem entry;
            while (dict_next_hashed(vm, dict, position, entry)) {
                const Outcome outcome =
                    entry.value == item ? Outcome::yes : equal(vm, entry.value, item);
                if (outcome != Outcome::no) return outcome;
            }
            vm.charge(position);
            return Outcome::no;
        }
    }
}

Outcome set_like_contains(Vm& vm, Value set_like, Value item) {
    return is_set(vm, set_like) ? set_contains(vm, set_like.as_ref<Set>(), item)
                                : view_contains(vm, set_like, item);
}

namespace {

Outcome set_in_set_like(Vm& vm, Ref<Set> part, Value whole) {
    uint32_t position = 0;
    HashedKey key;
    while (set_next_hashed(vm, part, position, key)) {
        const Outcome outcome = set_like_contains(vm, whole, key.key);
        if (outcome != Outcome::yes) return outcome;
    }
    return Outcome::yes;
}

Outcome view_in_set_like(Vm& vm, Value view, Value whole) {
    const Ref<Dict> dict = view_dict(vm, view);
    const bool items = view_form(vm, view) == DictViewForm::items;
    uint32_t position = 0;
    DictItem entry;
    while (dict_next_hashed(vm, dict, position, entry)) {
        Value item = entry.key;
        if (items) {
            const Value pair[] = {entry.key, entry.value};
            item = new_tuple(vm, pair);
            if (item.is_null()) return Outcome::raised;
        }
        const Outcome outcome = set_like_contains(vm, whole, item);
        if (outcome != Outcome::yes) return outcome;
    }
    return Outcome::yes;
}

}  // namespace

Outcome set_like_subset(Vm& vm, Value part, Value whole) {
    if (set_like_count(vm, part) > set_like_count(vm, whole)) return Outcome::no;
    vm.charge(set_like_count(vm, part));
    return is_set(vm, part) ? set_in_set_like(vm, part.as_ref<Set>(), whole)
                            : view_in_set_like(vm, part, whole);
}

Outcome view_equal(Vm& vm, Value view, Value other) {
    if (!is_set_like(vm, view) || !is_set_like(vm, other)) return Outcome::no;
    if (set_like_count(vm, view) != set_like_count(vm, other)) return Outcome::no;
    return set_like_subset(vm, view, other);
}

Outcome view_compare(Vm& vm, CompareOperator operation, Value left, Value right) {
    if (operation == CompareOperator::greater || operation == CompareOperator::greater_equal)
        std::swap(left, right);
    const bool strict =
        operation == CompareOperator::less || operation == CompareOperator::greater;
    if (strict && set_like_count(vm, left) >= set_like_count(vm, right)) return Outcome::no;
    return set_like_subset(vm, left, right);
}

}  // namespace meada
