// Methods of list.
#include <algorithm>

#include "vm/sequences.h"
#include "vm/types.h"

namespace meada {
namespace {

Ref<List> list_arg(const Args& args) { return args[0].as_ref<List>(); }

// Into an empty list; the list, or an end of the native.
Value fill(Vm& vm, Value list, Value iterable) {
    const Outcome outcome = list_extend(vm, list.as_ref<List>(), iterable);
    if (outcome == Outcome::needs_call)
        return vm.call_prelude(Root::prelude_list_fill, {list, iterable});
    return outcome == Outcome::yes ? list : Value{};
}

// An index as an int that is a position or beyond one; `done` is what ends the native otherwise.
std::optional<int64_t> index_arg(Vm& vm, Value value, Value& done) {
    const Computed index = index_of(vm, value);
    if (index.outcome != Outcome::yes) {
        done = {};
        if (index.outcome == Outcome::needs_call) done = vm.root(Root::not_implemented);
        return {};
    }
    const auto number = to_int64(vm, index.result);
    if (!number)
        done = vm.raise(Root::OverflowError,
                        "Python int too large to convert to C ssize_t");
    return number;
}

}  // namespace

Value native_list_new(Vm& vm, const Args& args) {
    const Ref<Type> type = args[0].as_ref<Type>();
    const uint32_t cell = vm.allocate_cell(Kind::list, vm.block[type].root_shape, sizeof(List));
    if (cell == 0) return {};
    if (args.has(2) && !(vm.block[type].flags & type_heap))
        return vm.raise(Root::TypeError, "list() takes no keyword arguments");
    const Value made = instance_of_type(vm, type, cell);
    return args.has(1) ? fill(vm, made, args[1]) : made;
}

Value native_list_init(Vm& vm, const Args& args) {
    list_clear(vm, list_arg(args));
    if (!args.has(1)) return vm.none();
    const Outcome outcome = list_extend(vm, list_arg(args), args[1]);
    if (outcome == Outcome::needs_call)
        return vm.call_prelude(Root::prelude_list_extend, {args[0], args[1]});
    return done_if(vm, outcome == Outcome::yes);
}

Value native_list_append(Vm& vm, const Args& args) {
    return done_if(vm, list_append_inline(vm, list_arg(args), args[1]));
}

Value native_list_extend(Vm& vm, const Args& args) {
    const Outcome outcome = list_extend(vm, list_arg(args), args[1]);
    if (outcome == Outcome::needs_call)
        return vm.call_prelude(Root::prelude_list_extend, {args[0], args[1]});
    return done_if(vm, outcome == Outcome::yes);
}

Value native_list_iadd(Vm& vm, const Args& args) {
    const Outcome outcome = list_extend(vm, list_arg(args), args[1]);
    if (outcome == Outcome::needs_call)
        return vm.call_prelude(Root::prelude_list_iadd, {args[0], args[1]});
    return outcome == Outcome::yes ? args[0] : Value{};
}

Value native_list_insert(Vm& vm, const Args& args) {
    const Ref<List> list = list_arg(args);
    Value done;
    const auto number = index_arg(vm, args[1], done);
    if (!number && done.is_null()) return {};
    if (!number) return vm.call_prelude(Root::prelude_list_insert, {args[0], args[1], args[2]});
    const int64_t count = vm.block[list].count;
    const int64_t index = *number < 0 ? std::max<int64_t>(*number + count, 0) : *number;
    const auto at = static_cast<uint32_t>(std::min(index, count));
    const Value item = args[2];
    if (!list_reserve(vm, list, static_cast<uint64_t>(count) + 1)) return {};
    const Items items = list_items(vm, list);
    const uint32_t tail = (static_cast<uint32_t>(count) - at) * 8;
    if (tail > 0)
        std::memmove(vm.block.edit_bytes(items.slot(at + 1), tail), vm.block.at(items.slot(at)),
                     tail);
    vm.block.edit(list).count = static_cast<uint32_t>(count) + 1;
    vm.block.move_in(items.slot(at), {});  // what was there has moved with its count
    vm.block.store(items.slot(at), item);
    if (item.is_mortal()) vm.block.note_holder(list.offset);
    vm.charge(tail / 64 + 1);
    return vm.none();
}

Value native_list_pop(Vm& vm, const Args& args) {
    const Ref<List> list = list_arg(args);
    int64_t index = -1;
    if (args.has(1)) {
        Value done;
        const auto number = index_arg(vm, args[1], done);
        if (!number && done.is_null()) return {};
        if (!number) return vm.call_prelude(Root::prelude_list_pop, {args[0], args[1]});
        index = *number;
    }
    const uint32_t count = vm.block[list].count;
    if (count == 0) return vm.raise(Root::IndexError, "pop from empty list");
    if (index < 0) index += count;
    if (index < 0 || index >= count) return vm.raise(Root::IndexError, "pop index out of range");
    return list_pop(vm, list, static_cast<uint32_t>(index));
}

Value native_list_remove(Vm& vm, const Args& args) {
    const Ref<List> list = list_arg(args);
    for (uint32_t index = 0; index < vm.block[list].count; ++index) {
        const Value item = item_at(vm, list_items(vm, list), index);
        const Outcome outcome = item == args[1] ? Outcome::yes : equal(vm, item, args[1]);
        vm.charge(1);
        if (outcome == Outcome::raised) return {};
        if (outcome == Outcome::needs_call)
            return vm.call_prelude(Root::prelude_list_remove, {args[0], args[1]});
        if (outcome == Outcome::yes)
            return done_if(vm, list_replace(vm, list, index, index + 1, {}));
    }
    return vm.raise(Root::ValueError, "list.remove(x): x not in list");
}

Value native_list_clear(Vm& vm, const Args& args) {
    list_clear(vm, list_arg(args));
    return vm.none();
}

Value native_list_copy(Vm& vm, const Args& args) {
    const uint32_t count = vm.block[list_arg(args)].count;
    const Value made = allocate_list(vm, count);
    if (made.is_null() || count == 0) return made;
    const uint32_t to = list_items(vm, made.as_ref<List>()).first;
    vm.charge(count / 8 + 1);
    return made_holder(vm, made,
                       copy_values(vm, to, list_items(vm, list_arg(args)).first, count));
}

Value native_list_reverse(Vm& vm, const Args& args) {
    const Items items = list_items(vm, list_arg(args));
    if (items.count < 2) return vm.none();
    auto* slots = reinterpret_cast<Value*>(vm.block.edit_bytes(items.first, items.count * 8));
    std::reverse(slots, slots + items.count);
    vm.charge(items.count / 4 + 1);
    return vm.none();
}

Value native_list_reversed(Vm& vm, const Args& args) {
    const Value iterator = new_iterator(vm, IteratorForm::reversed_list,
                                        Root::type_list_reverse_iterator, args[0]);
    if (!iterator.is_null())
        vm.block.edit(iterator.as_ref<Iterator>()).index = vm.block[list_arg(args)].count;
    return iterator;
}

// For the prelude: the list with these items instead.
Value meada_replace_items(Vm& vm, const Args& args) {
    const Ref<List> list = list_arg(args);
    const Value copy = args[0] == args[1] ? Value{} : args[1];
    if (copy.is_null()) return vm.none();
    return done_if(vm, list_replace(vm, list, 0, vm.block[list].count, items_of(vm, copy)));
}

// ==, as far as no Python is needed: True, False, or None.
Value meada_native_equal(Vm& vm, const Args& args) {
    const Outcome outcome = equal(vm, args[0], args[1]);
    if (outcome == Outcome::raised) return {};
    return outcome == Outcome::needs_call ? vm.none() : vm.boolean(outcome == Outcome::yes);
}

}  // namespace meada
