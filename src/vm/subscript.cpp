// container[key], container[key] = item, del container[key]. Where Python code is needed, the
// request is set: what it gives is the operation's result.
#include "vm/byte_strings.h"
#include "vm/range.h"
#include "vm/sequences.h"
#include "vm/strings.h"
#include "vm/types.h"
#include "vm/views.h"

namespace meada {
namespace {

Computed needs_prelude(Vm& vm, Root function, std::initializer_list<Value> arguments) {
    vm.call_prelude(function, arguments);
    return {Outcome::needs_call};
}

std::string quoted_type(const Vm& vm, Value value) {
    return "'" + type_name(vm, value) + "' object";
}

// An index as a position; `no`: out of range; needs_call: a Python __index__.
struct Position {
    Outcome outcome;
    uint32_t index = 0;
};
Position position_of(const Vm& vm, Value key, uint32_t count) {
    int64_t index;
    if (key.is_int()) {
        index = key.as_int();
    } else {
        const auto found = to_int64(vm, key);
        if (!found) return {Outcome::no};
        index = *found;
    }
    if (index < 0) index += count;
    if (index < 0 || index >= count) return {Outcome::no};
    return {Outcome::yes, static_cast<uint32_t>(index)};
}

bool has_index(const Vm& vm, Value key) {
    return key.is_ref() && !vm.special(key, Special::index_).is_null();
}

Computed sequence_get_item(Vm& vm, Value sequence, Value key) {
    const char* name = vm.block.kind(sequence) == Kind::list ? "list" : "tuple";
    if (is_int_like(vm, key)) {
        const Items items = items_of(vm, sequence);
        const Position position = position_of(vm, key, items.count);
        if (position.outcome == Outcome::yes)
            return {Outcome::yes, item_at(vm, items, position.index)};
        if (!to_int64(vm, key))
            return raised(vm, Root::IndexError,
                          "cannot fit 'int' into an index-sized integer");
        return raised(vm, Root::IndexError, std::string(name) + " index out of range");
    }
    if (vm.block.kind(key) == Kind::slice) {
        SliceBounds bounds;
        const Outcome outcome = slice_bounds(vm, key, items_of(vm, sequence).count, bounds);
        if (outcome == Outcome::raised) return {outcome};
        if (outcome == Outcome::needs_call)
            return needs_prelude(vm, Root::prelude_get_item, {sequence, key});
        const bool whole = vm.block.kind(sequence) == Kind::tuple && bounds.step == 1 &&
                           bounds.count == items_of(vm, sequence).count &&
                           is_exactly(vm, sequence, Root::type_tuple);
        const Value part = whole ? sequence : sequence_slice(vm, sequence, bounds);
        return {part.is_null() ? Outcome::raised : Outcome::yes, part};
    }
    if (has_index(vm, key)) return needs_prelude(vm, Root::prelude_get_item, {sequence, key});
    return raised(vm, Root::TypeError, std::string(name) + " indices must be integers or slices, " +
                                           "not " + type_name(vm, key));
}

Computed dict_get_item(Vm& vm, Value container, Value key) {
    const Found found = dict_get(vm, container.as_ref<Dict>(), key);
    switch (found.outcome) {
        case Outcome::yes: return {Outcome::yes, found.value};
        case Outcome::raised: return {Outcome::raised};
        case Outcome::needs_call:
            return needs_prelude(vm, Root::prelude_dict_get,
                                 {container, key, vm.root(Root::not_implemented)});
        case Outcome::no: break;
    }
    if (is_heap_type(vm, container)) {
        const Value missing = vm.special(container, Special::missing_);
        if (!missing.is_null()) {
            vm.call(missing, {container, key});
            return {Outcome::needs_call};
        }
    }
    vm.raise(Root::KeyError, {key});
    return {Outcome::raised};
}

// Strs and bytes leave a key with a Python __index__ to the caller.
Computed with_request(Vm& vm, const Computed& computed, Value container, Value key) {
    if (computed.outcome != Outcome::needs_call || vm.request.kind != Vm::Request::Kind::none)
        return computed;
    return needs_prelude(vm, Root::prelude_get_item, {container, key});
}

Computed call_special(Vm& vm, Value method, std::initializer_list<Value> arguments) {
    vm.call(method, arguments);
    return {Outcome::needs_call};
}

}  // namespace

Computed get_item(Vm& vm, Value container, Value key) {
    if (!container.is_ref())
        return raised(vm, Root::TypeError, quoted_type(vm, container) + " is not subscriptable");
    if (has_own(vm, container, Special::getitem_))
        return call_special(vm, vm.special(container, Special::getitem_), {container, key});
    return plain_get_item(vm, container, key);
}

Computed plain_get_item(Vm& vm, Value container, Value key) {
    switch (vm.block.kind(container)) {
        case Kind::list:
        case Kind::tuple: return sequence_get_item(vm, container, key);
        case Kind::dict: return dict_get_item(vm, container, key);
        case Kind::mapping_proxy:
            return dict_get_item(vm, vm.block.value_of(view_dict(vm, container)), key);
        case Kind::str:
            return with_request(vm, str_get_item(vm, container, key), container, key);
        case Kind::bytes:
        case Kind::bytearray:
            return with_request(vm, bytes_get_item(vm, container, key), container, key);
        case Kind::range:
            return with_request(vm, range_get_item(vm, container, key), container, key);
        case Kind::type:
            if (vm.special(container, Special::getitem_)) break;  // of the metaclass
            return needs_prelude(vm, Root::prelude_class_getitem, {container, key});
        default: break;
    }
    const Value method = vm.special(container, Special::getitem_);
    if (!method.is_null()) return call_special(vm, method, {container, key});
    return raised(vm, Root::TypeError, quoted_type(vm, container) + " is not subscriptable");
}

namespace {

Outcome set_list_slice(Vm& vm, Value list, Value key, Value item) {
    const auto ref = list.as_ref<List>();
    SliceBounds bounds;
    const Outcome outcome = slice_bounds(vm, key, vm.block[ref].count, bounds);
    if (outcome == Outcome::raised) return outcome;
    if (outcome == Outcome::needs_call)
        return needs_prelude(vm, Root::prelude_set_item, {list, key, item}).outcome;
    Value source = item;
    const Kind kind = vm.block.kind(item);
    const bool plain = (kind == Kind::list || kind == Kind::tuple) && item != list &&
                       !has_own(vm, item, Special::iter_);
    if (!plain) {
        source = allocate_list(vm, 0);
        if (source.is_null()) return Outcome::raised;
        const bool iterable = item.is_ref() && (vm.special(item, Special::iter_) ||
                                                vm.special(item, Special::getitem_));
        if (!iterable)
            return raised(vm, Root::TypeError,
                          bounds.step == 1 ? "can only assign an iterable"
                                           : "must assign iterable to extended slice")
                .outcome;
        const Outcome copied = append_all(vm, source.as_ref<List>(), item);
        if (copied == Outcome::raised) return copied;
        if (copied == Outcome::needs_call)
            return needs_prelude(vm, Root::prelude_set_slice, {list, key, item}).outcome;
    }
    const Items with = items_of(vm, source);
    if (bounds.step == 1) {
        const auto start = static_cast<uint32_t>(bounds.start);
        return list_replace(vm, ref, start, start + bounds.count, with) ? Outcome::yes
                                                                        : Outcome::raised;
    }
    if (with.count != bounds.count)
        return raised(vm, Root::ValueError,
                      "attempt to assign sequence of size " + std::to_string(with.count) +
                          " to extended slice of size " + std::to_string(bounds.count))
            .outcome;
    const Items items = list_items(vm, ref);
    vm.charge(with.count);
    int64_t at = bounds.start;
    for (uint32_t index = 0; index < with.count; ++index, at += bounds.step) {
        const Value item = item_at(vm, with, index);
        vm.block.store(items.slot(static_cast<uint32_t>(at)), item);
        if (item.is_mortal()) vm.block.note_holder(ref.offset);
    }
    return Outcome::yes;
}

Outcome delete_list_slice(Vm& vm, Value list, Value key) {
    const auto ref = list.as_ref<List>();
    SliceBounds bounds;
    const Outcome outcome = slice_bounds(vm, key, vm.block[ref].count, bounds);
    if (outcome == Outcome::raised) return outcome;
    if (outcome == Outcome::needs_call)
        return needs_prelude(vm, Root::prelude_delete_item, {list, key}).outcome;
    if (bounds.count == 0) return Outcome::yes;
    if (bounds.step < 0) {  // the same items from the front
        bounds.start += bounds.step * (int64_t{bounds.count} - 1);
        bounds.step = -bounds.step;
    }
    const auto start = static_cast<uint32_t>(bounds.start);
    if (bounds.step == 1)
        return list_replace(vm, ref, start, start + bounds.count, {}) ? Outcome::yes
                                                                      : Outcome::raised;
    // The ones that stay move together, the others go to the end, where they are cut off.
    const Items items = list_items(vm, ref);
    std::vector<Value> removed;
    auto* slots = reinterpret_cast<Value*>(vm.block.edit_bytes(items.first, items.count * 8));
    uint32_t to = start;
    int64_t next = bounds.start;
    for (uint32_t from = start; from < items.count; ++from) {
        if (from == next && removed.size() < bounds.count) {
            removed.push_back(slots[from]);
            next += bounds.step;
        } else {
            slots[to++] = slots[from];
        }
    }
    for (const Value value : removed) slots[to++] = value;
    vm.charge(items.count - start);
    return list_replace(vm, ref, items.count - bounds.count, items.count, {}) ? Outcome::yes
                                                                              : Outcome::raised;
}

// What is done to one item or to a slice of a list. A null item: delete.
Outcome change_list(Vm& vm, Value list, Value key, Value item) {
    const auto ref = list.as_ref<List>();
    if (is_int_like(vm, key)) {
        const Items items = list_items(vm, ref);
        const Position position = position_of(vm, key, items.count);
        if (position.outcome != Outcome::yes) {
            const bool fits = to_int64(vm, key).has_value();
            return raised(vm, Root::IndexError,
                          fits ? "list assignment index out of range"
                               : "cannot fit 'int' into an index-sized integer")
                .outcome;
        }
        if (item.is_null())
            return list_replace(vm, ref, position.index, position.index + 1, {}) ? Outcome::yes
                                                                                 : Outcome::raised;
        vm.block.store(items.slot(position.index), item);
        if (item.is_mortal()) vm.block.note_holder(ref.offset);
        return Outcome::yes;
    }
    if (vm.block.kind(key) == Kind::slice)
        return item.is_null() ? delete_list_slice(vm, list, key)
                              : set_list_slice(vm, list, key, item);
    if (has_index(vm, key))
        return item.is_null()
                   ? needs_prelude(vm, Root::prelude_delete_item, {list, key}).outcome
                   : needs_prelude(vm, Root::prelude_set_item, {list, key, item}).outcome;
    return raised(vm, Root::TypeError,
                  "list indices must be integers or slices, not " + type_name(vm, key))
        .outcome;
}

// What CPython asks as a sequence to delete an item says so in other words.
bool deletes_as_sequence(const Vm& vm, Value container, Value key) {
    const bool index = key.is_int() || vm.block.kind(key) == Kind::integer;
    switch (vm.block.kind(container)) {
        case Kind::tuple:
        case Kind::str:
        case Kind::bytes:
        case Kind::range:
        case Kind::set:
        case Kind::dict_view:
        case Kind::mapping_proxy: return index;
        default: return index && is_heap_type(vm, container);
    }
}

Outcome change_other(Vm& vm, Value container, Special special,
                     std::initializer_list<Value> arguments, const char* what) {
    const Value method = container.is_ref() ? vm.special(container, special) : Value{};
    if (!method.is_null()) return call_special(vm, method, arguments).outcome;
    return raised(vm, Root::TypeError, quoted_type(vm, container) + what).outcome;
}

}  // namespace

Outcome set_item(Vm& vm, Value container, Value key, Value item) {
    if (has_own(vm, container, Special::setitem_))
        return call_special(vm, vm.special(container, Special::setitem_), {container, key, item})
            .outcome;
    return plain_set_item(vm, container, key, item);
}

Outcome plain_set_item(Vm& vm, Value container, Value key, Value item) {
    Outcome outcome;
    switch (vm.block.kind(container)) {
        case Kind::list: return change_list(vm, container, key, item);
        case Kind::dict:
            outcome = dict_set(vm, container.as_ref<Dict>(), key, item);
            if (outcome != Outcome::needs_call) return outcome;
            return needs_prelude(vm, Root::prelude_dict_set, {container, key, item}).outcome;
        case Kind::bytearray:
            outcome = bytearray_set_item(vm, container, key, item);
            if (outcome != Outcome::needs_call || vm.request.kind != Vm::Request::Kind::none)
                return outcome;
            return needs_prelude(vm, Root::prelude_text_set_item, {container, key, item}).outcome;
        default:
            return change_other(vm, container, Special::setitem_, {container, key, item},
                                " does not support item assignment");
    }
}

Outcome delete_item(Vm& vm, Value container, Value key) {
    if (has_own(vm, container, Special::delitem_))
        return call_special(vm, vm.special(container, Special::delitem_), {container, key}).outcome;
    return plain_delete_item(vm, container, key);
}

Outcome plain_delete_item(Vm& vm, Value container, Value key) {
    Outcome outcome;
    switch (vm.block.kind(container)) {
        case Kind::list: return change_list(vm, container, key, {});
        case Kind::dict:
            outcome = dict_delete(vm, container.as_ref<Dict>(), key);
            if (outcome == Outcome::no) {
                vm.raise(Root::KeyError, {key});
                return Outcome::raised;
            }
            if (outcome != Outcome::needs_call) return outcome;
            return needs_prelude(vm, Root::prelude_dict_delete, {container, key}).outcome;
        case Kind::bytearray:
            outcome = bytearray_set_item(vm, container, key, {});
            if (outcome != Outcome::needs_call || vm.request.kind != Vm::Request::Kind::none)
                return outcome;
            return needs_prelude(vm, Root::prelude_delete_item, {container, key}).outcome;
        default:
            return change_other(vm, container, Special::delitem_, {container, key},
                                deletes_as_sequence(vm, container, key)
                                    ? " doesn't support item deletion"
                                    : " does not support item deletion");
    }
}

}  // namespace meada
