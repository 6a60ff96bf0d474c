// container[key], its assignment and deletion, for built-in containers.
#include "vm/byte_strings.h"
#include "vm/containers.h"
#include "vm/numbers.h"
#include "vm/operations.h"
#include "vm/sequences.h"
#include "vm/strings.h"
#include "vm/text_like.h"
#include "vm/types.h"

namespace meada {
namespace {

Computed made(Value value) { return {value ? Outcome::yes : Outcome::raised, value}; }
Outcome failed(Vm& vm, Root type, const std::string& message) {
    vm.raise(type, message);
    return Outcome::raised;
}

const char* sequence_noun(Kind kind) { return kind == Kind::list ? "list" : "tuple"; }

// An index of a sequence of this length; raised otherwise. needs_call: a Python __index__.
struct Position {
    Outcome outcome;
    uint32_t index = 0;
};
Position position_of(Vm& vm, Value key, uint32_t count, const std::string& noun,
                     const char* range_message) {
    if (!is_int_like(vm, key)) {
        if (key.is_ref() && vm.special(key, Special::index_)) return {Outcome::needs_call};
        return {failed(vm, Root::TypeError, noun + " indices must be integers or slices, not " +
                                                type_name(vm, key))};
    }
    const auto number = to_int64(vm, key);
    if (!number)
        return {failed(vm, Root::IndexError, "cannot fit 'int' into an index-sized integer")};
    int64_t index = *number;
    if (index < 0) index += count;
    if (index < 0 || index >= count) return {failed(vm, Root::IndexError, range_message)};
    return {Outcome::yes, static_cast<uint32_t>(index)};
}

Computed slice_sequence(Vm& vm, Value sequence, Value key) {
    SliceBounds bounds;
    if (!take_slice(vm, key, sequence_count(vm, sequence), bounds)) return {Outcome::raised};
    std::vector<Value> items;
    int64_t at = bounds.start;
    for (uint32_t left = bounds.count; left > 0; --left, at += bounds.step)
        items.push_back(sequence_item(vm, sequence, static_cast<uint32_t>(at)));
    vm.charge(items.size());
    return made(vm.block.kind(sequence) == Kind::list ? new_list(vm, items)
                                                      : new_tuple(vm, items));
}

Computed get_from_sequence(Vm& vm, Value sequence, Value key) {
    const Kind kind = vm.block.kind(sequence);
    if (vm.block.kind(key) == Kind::slice) return slice_sequence(vm, sequence, key);
    const std::string noun = sequence_noun(kind);
    const Position position = position_of(vm, key, sequence_count(vm, sequence), noun,
                                          kind == Kind::list ? "list index out of range"
                                                             : "tuple index out of range");
    if (position.outcome != Outcome::yes) return {position.outcome};
    return {Outcome::yes, sequence_item(vm, sequence, position.index)};
}

Computed get_from_dict(Vm& vm, Value container, Value key) {
    const Found found = dict_get(vm, container.as_ref<Dict>(), key);
    if (found.outcome == Outcome::yes) return {Outcome::yes, found.value};
    if (found.outcome == Outcome::raised) return {Outcome::raised};
    if (found.outcome == Outcome::needs_call) {
        vm.call_prelude(Root::prelude_dict_get, {container, key, vm.root(Root::not_implemented)});
        return {Outcome::needs_call};
    }
    if (vm.block[vm.type_of(container)].flags & type_heap) {
        if (const Value missing = vm.special(container, Special::missing_)) {
            vm.call(missing, {container, key});
            return {Outcome::needs_call};
        }
    }
    vm.raise(Root::KeyError, {key});
    return {Outcome::raised};
}

Computed get_from_range(Vm& vm, Value container, Value key) {
    const Ref<Range> range = container.as_ref<Range>();
    const auto length = range_length(vm, range);
    if (vm.block.kind(key) == Kind::slice) {
        SliceBounds bounds;
        if (!length || *length > UINT32_MAX) {
            vm.raise(Root::OverflowError, "range too large to slice");
            return {Outcome::raised};
        }
        if (!take_slice(vm, key, static_cast<uint32_t>(*length), bounds)) return {Outcome::raised};
        const Value step = int_binary(vm, BinaryOperator::multiply, vm.block[range].step,
                                      new_int(vm, bounds.step)).result;
        const Value start = range_item(vm, range, bounds.start);
        const Value stop = range_item(vm, range, bounds.stop);
        return made(new_range(vm, start, stop, step));
    }
    if (!is_int_like(vm, key)) {
        if (key.is_ref() && vm.special(key, Special::index_)) return {Outcome::needs_call};
        vm.raise(Root::TypeError,
                 "range indices must be integers or slices, not " + type_name(vm, key));
        return {Outcome::raised};
    }
    const auto number = to_int64(vm, key);
    if (number && length) {
        const int64_t index = *number < 0 ? *number + *length : *number;
        if (index >= 0 && index < *length) return made(range_item(vm, range, index));
    }
    vm.raise(Root::IndexError, "range object index out of range");
    return {Outcome::raised};
}

// list[int] and Class[item]: generic aliases and __class_getitem__.
Computed get_from_type(Vm& vm, Value container, Value key) {
    const Value hook = vm.block[container.as_ref<Type>()]
                           .specials[static_cast<uint32_t>(Special::class_getitem_)];
    const Value of_meta = vm.special(container, Special::getitem_);
    if (of_meta) {
        vm.call(of_meta, {container, key});
    } else if (hook || !(vm.block[container.as_ref<Type>()].flags & type_heap)) {
        vm.call_prelude(Root::prelude_class_getitem, {container, key});
    } else {
        const std::string name =
            to_utf8(vm, Value::from_ref(vm.block[container.as_ref<Type>()].name));
        vm.raise(Root::TypeError, "type '" + name + "' is not subscriptable");
        return {Outcome::raised};
    }
    return {Outcome::needs_call};
}

}  // namespace

Computed get_item(Vm& vm, Value container, Value key) {
    Computed computed{Outcome::no};
    switch (vm.block.kind(container)) {
        case Kind::list:
        case Kind::tuple: computed = get_from_sequence(vm, container, key); break;
        case Kind::dict: return get_from_dict(vm, container, key);
        case Kind::str: return str_get_item(vm, container, key);
        case Kind::bytes:
        case Kind::bytearray: return bytes_get_item(vm, container, key);
        case Kind::range: computed = get_from_range(vm, container, key); break;
        case Kind::mapping_proxy:
            return get_from_dict(
                vm, Value::from_ref(vm.block[container.as_ref<DictView>()].dict), key);
        case Kind::type: return get_from_type(vm, container, key);
        default:
            if (const Value method = container.is_ref() ? vm.special(container, Special::getitem_)
                                                        : Value{}) {
                vm.call(method, {container, key});
                return {Outcome::needs_call};
            }
            vm.raise(Root::TypeError,
                     "'" + type_name(vm, container) + "' object is not subscriptable");
            return {Outcome::raised};
    }
    if (computed.outcome == Outcome::needs_call && vm.request.kind == Vm::Request::Kind::none)
        vm.call_prelude(Root::prelude_get_item, {container, key});
    return computed;
}

namespace {

Outcome set_list_slice(Vm& vm, Ref<List> list, Value key, Value items) {
    SliceBounds bounds;
    if (!take_slice(vm, key, vm.block[list].count, bounds)) return Outcome::raised;
    const Value step = vm.block[key.as_ref<Slice>()].step;
    Collected collected = collect_items(vm, items);
    if (collected.outcome == Outcome::needs_call) {
        vm.call_prelude(Root::prelude_set_slice, {Value::from_ref(list), key, items});
        return Outcome::needs_call;
    }
    if (collected.outcome != Outcome::yes) {
        vm.block.clear(vm.context.offset + static_cast<uint32_t>(offsetof(Context, exception)));
        return failed(vm, Root::TypeError, step == vm.none() || step == Value::from_int(1)
                                               ? "can only assign an iterable"
                                               : "must assign iterable to extended slice");
    }
    if (bounds.step == 1) {
        const auto start = static_cast<uint32_t>(bounds.start);
        return list_splice(vm, list, start, start + bounds.count, collected.items)
                   ? Outcome::yes
                   : Outcome::raised;
    }
    if (collected.items.size() != bounds.count)
        return failed(vm, Root::ValueError,
                      "attempt to assign sequence of size " +
                          std::to_string(collected.items.size()) + " to extended slice of size " +
                          std::to_string(bounds.count));
    int64_t at = bounds.start;
    for (const Value item : collected.items) {
        vm.block.store(list_slot(vm, list, static_cast<uint32_t>(at)), item);
        at += bounds.step;
    }
    return Outcome::yes;
}

Outcome delete_list_slice(Vm& vm, Ref<List> list, Value key) {
    SliceBounds bounds;
    if (!take_slice(vm, key, vm.block[list].count, bounds)) return Outcome::raised;
    if (bounds.count == 0) return Outcome::yes;
    if (bounds.step == 1) {
        const auto start = static_cast<uint32_t>(bounds.start);
        return list_splice(vm, list, start, start + bounds.count, {}) ? Outcome::yes
                                                                      : Outcome::raised;
    }
    std::vector<bool> gone(vm.block[list].count);
    int64_t at = bounds.start;
    for (uint32_t left = bounds.count; left > 0; --left, at += bounds.step)
        gone[static_cast<size_t>(at)] = true;
    std::vector<Value> kept;
    for (uint32_t index = 0; index < gone.size(); ++index)
        if (!gone[index]) kept.push_back(vm.block.load(list_slot(vm, list, index)));
    return list_splice(vm, list, 0, vm.block[list].count, kept) ? Outcome::yes : Outcome::raised;
}

Outcome change_list(Vm& vm, Value container, Value key, Value item) {
    const Ref<List> list = container.as_ref<List>();
    if (vm.block.kind(key) == Kind::slice)
        return item ? set_list_slice(vm, list, key, item) : delete_list_slice(vm, list, key);
    const Position position =
        position_of(vm, key, vm.block[list].count, "list",
                    item ? "list assignment index out of range"
                         : "list assignment index out of range");
    if (position.outcome == Outcome::needs_call) {
        if (item) vm.call_prelude(Root::prelude_set_item, {container, key, item});
        else vm.call_prelude(Root::prelude_delete_item, {container, key});
    }
    if (position.outcome != Outcome::yes) return position.outcome;
    if (!item)
        return list_splice(vm, list, position.index, position.index + 1, {}) ? Outcome::yes
                                                                             : Outcome::raised;
    vm.block.store(list_slot(vm, list, position.index), item);
    return Outcome::yes;
}

Outcome by_method(Vm& vm, Value container, Value key, Value item) {
    const Special name = item ? Special::setitem_ : Special::delitem_;
    if (const Value method = container.is_ref() ? vm.special(container, name) : Value{}) {
        if (item) vm.call(method, {container, key, item});
        else vm.call(method, {container, key});
        return Outcome::needs_call;
    }
    return failed(vm, Root::TypeError, "'" + type_name(vm, container) +
                                           "' object does not support item " +
                                           (item ? "assignment" : "deletion"));
}

}  // namespace

Outcome set_item(Vm& vm, Value container, Value key, Value item) {
    switch (vm.block.kind(container)) {
        case Kind::list: return change_list(vm, container, key, item);
        case Kind::dict: {
            const Outcome outcome = dict_set(vm, container.as_ref<Dict>(), key, item);
            if (outcome == Outcome::needs_call)
                vm.call_prelude(Root::prelude_dict_set, {container, key, item});
            return outcome;
        }
        default: return by_method(vm, container, key, item);
    }
}

Outcome delete_item(Vm& vm, Value container, Value key) {
    switch (vm.block.kind(container)) {
        case Kind::list: return change_list(vm, container, key, {});
        case Kind::dict: {
            const Outcome outcome = dict_delete(vm, container.as_ref<Dict>(), key);
            if (outcome == Outcome::needs_call)
                vm.call_prelude(Root::prelude_dict_delete, {container, key});
            if (outcome != Outcome::no) return outcome;
            vm.raise(Root::KeyError, {key});
            return Outcome::raised;
        }
        default: return by_method(vm, container, key, {});
    }
}

}  // namespace meada
