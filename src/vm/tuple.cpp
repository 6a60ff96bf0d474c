// tuple: making them, and its methods.
#include "vm/sequences.h"
#include "vm/exceptions.h"

namespace meada {

Value allocate_tuple(Vm& vm, uint64_t count) {
    if (count == 0 && !vm.root(Root::empty_tuple).is_null()) return vm.root(Root::empty_tuple);
    if (count > block_size_bytes_max / 8) return raise_memory_error(vm);
    const auto size = Tuple::items_offset + static_cast<uint32_t>(count) * 8;
    const Ref<Tuple> tuple = vm.allocate<Tuple>(Kind::tuple, Root::type_tuple, size);
    if (!tuple) return {};
    vm.block.edit(tuple).count = static_cast<uint32_t>(count);
    return Value::from_ref(tuple);
}

Value new_tuple(Vm& vm, std::span<const Value> items) {
    const Value tuple = allocate_tuple(vm, items.size());
    if (tuple.is_null() || items.empty()) return tuple;
    bool mortals = false;
    for (const Value item : items)
        if (item.is_mortal()) [[unlikely]] {
            vm.block.increment(item);
            mortals = true;
        }
    const auto size = static_cast<uint32_t>(items.size() * 8);
    std::memcpy(vm.block.edit_bytes(tuple.offset() + Tuple::items_offset, size), items.data(),
                size);
    return made_holder(vm, tuple, mortals);
}

Value tuple_of_type(Vm& vm, Ref<Type> type, Value items) {
    if (type == vm.type(Root::type_tuple) &&
        is_exactly(vm, items, Root::type_tuple))
        return items;
    const Items before = items_of(vm, items);
    if (type == vm.type(Root::type_tuple)) {
        const Value made = allocate_tuple(vm, before.count);
        if (made.is_null() || before.count == 0) return made;
        const uint32_t to = tuple_items(vm, made.as_ref<Tuple>()).first;
        return made_holder(vm, made,
                           copy_values(vm, to, items_of(vm, items).first, before.count));
    }
    const auto cell = vm.allocate_cell(Kind::tuple, vm.block[type].root_shape,
                                       Tuple::items_offset + before.count * 8);
    if (cell == 0) return {};
    vm.block.edit(Ref<Tuple>{cell}).count = before.count;
    copy_values(vm, cell + Tuple::items_offset, items_of(vm, items).first, before.count);
    return Value{cell};
}

Value native_tuple_new(Vm& vm, const Args& args) {
    const Ref<Type> type = args[0].as_ref<Type>();
    if (!args.has(1)) return tuple_of_type(vm, type, vm.root(Root::empty_tuple));
    const Value iterable = args[1];
    const Kind kind = vm.block.kind(iterable);
    if ((kind == Kind::tuple || kind == Kind::list) && !has_own(vm, iterable, Special::iter_)) {
        vm.charge(items_of(vm, iterable).count);
        return tuple_of_type(vm, type, iterable);
    }
    const Value list = allocate_list(vm, 0);
    if (list.is_null()) return {};
    const Outcome outcome = append_all(vm, list.as_ref<List>(), iterable);
    if (outcome == Outcome::yes) return tuple_of_type(vm, type, list);
    if (outcome == Outcome::raised) return {};
    return vm.call_prelude(Root::prelude_tuple_new, {args[0], iterable});
}

Value native_tuple_getnewargs(Vm& vm, const Args& args) {
    const Value copy = tuple_of_type(vm, vm.type(Root::type_tuple), args[0]);
    return copy.is_null() ? copy : new_tuple(vm, {&copy, 1});
}

}  // namespace meada
