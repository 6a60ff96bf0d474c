// The common methods of a deque, on its members: `_items`, `_head`, `_maxlen`, `_changes`, in this
// order.
#include "library/natives.h"

namespace meada {
namespace {

constexpr uint32_t member_count = 4;

uint32_t member(Value self, uint32_t index) {
    return self.offset() + Instance::slots_offset + index * 8;
}
Ref<List> list_of(const Vm& vm, Value self) {
    return vm.block.load(member(self, 0)).as_ref<List>();
}
uint32_t head_of(const Vm& vm, Value self) {
    return static_cast<uint32_t>(vm.block.load(member(self, 1)).as_int());
}
uint32_t length_of_deque(const Vm& vm, Value self) {
    return vm.block[list_of(vm, self)].count - head_of(vm, self);
}

// A script may call these on anything.
bool is_deque(Vm& vm, Value self) {
    if (has_members(vm, self, member_count)) {
        const Value items = vm.block.load(member(self, 0)), head = vm.block.load(member(self, 1));
        if (vm.block.kind(items) == Kind::list && head.is_int() && head.as_int() >= 0 &&
            head.as_int() <= vm.block[items.as_ref<List>()].count)
            return true;
    }
    vm.raise(Root::TypeError, "descriptor requires a 'collections.deque' object but received a '" +
                                  type_name(vm, self) + "'");
    return false;
}

void note_change(Vm& vm, Value self) {
    const int64_t changes = vm.block.load(member(self, 3)).as_int();
    vm.block.store(member(self, 3), Value::from_int((changes + 1) & 0xffff'ffff));
}

// Its list keeps None where an item was, until half of it is free.
Value take_first(Vm& vm, Value self) {
    constexpr uint32_t head_most = 32;
    const Ref<List> items = list_of(vm, self);
    const uint32_t slot = vm.block[items].items.offset + Values::first_offset;
    uint32_t head = head_of(vm, self);
    const Value first = vm.block.load(slot + head * 8);
    vm.block.store(slot + head * 8, vm.none());
    ++head;
    if (head > head_most && head * 2 > vm.block[items].count) {
        if (!list_drop_first(vm, items, head)) return {};
        head = 0;
    }
    vm.block.store(member(self, 1), Value::from_int(head));
    return first;
}

Value take_last(Vm& vm, Value self) {
    const Ref<List> items = list_of(vm, self);
    return list_pop(vm, items, vm.block[items].count - 1);
}

// Moves the items up, so that there is as much room in front of them; false: raised.
bool make_room(Vm& vm, Value self) {
    const Ref<List> items = list_of(vm, self);
    const uint32_t count = vm.block[items].count, room = count + 4;
    for (uint32_t index = 0; index < room; ++index)
        if (!list_append(vm, items, vm.none())) return false;
    const uint32_t first = vm.block[items].items.offset + Values::first_offset;
    for (uint32_t index = count; index-- > 0;) {
        vm.block.move_in(first + (index + room) * 8, vm.block.load(first + index * 8));
        vm.block.move_in(first + index * 8, vm.none());
    }
    vm.charge(count);
    vm.block.store(member(self, 1), Value::from_int(room));
    return true;
}

}  // namespace

Value library_deque_append(Vm& vm, const Args& args) {
    const Value self = args[0];
    if (!is_deque(vm, self) || !list_append(vm, list_of(vm, self), args[1])) return {};
    note_change(vm, self);
    const Value most = vm.block.load(member(self, 2));
    if (most.is_int() && length_of_deque(vm, self) > most.as_int() &&
        take_first(vm, self).is_null())
        return {};
    return vm.none();
}

Value library_deque_popleft(Vm& vm, const Args& args) {
    if (!is_deque(vm, args[0])) return {};
    if (length_of_deque(vm, args[0]) == 0)
        return vm.raise(Root::IndexError, "pop from an empty deque");
    note_change(vm, args[0]);
    return take_first(vm, args[0]);
}

Value library_deque_pop(Vm& vm, const Args& args) {
    const Value self = args[0];
    if (!is_deque(vm, self)) return {};
    if (length_of_deque(vm, self) == 0)
        return vm.raise(Root::IndexError, "pop from an empty deque");
    note_change(vm, self);
    return take_last(vm, self);
}

// In front of the items there is room for as many more, once the first was put there.
Value library_deque_appendleft(Vm& vm, const Args& args) {
    const Value self = args[0];
    if (!is_deque(vm, self)) return {};
    if (head_of(vm, self) == 0 && !make_room(vm, self)) return {};
    const uint32_t head = head_of(vm, self) - 1;
    vm.block.store(member(self, 1), Value::from_int(head));
    vm.block.store(vm.block[list_of(vm, self)].items.offset + Values::first_offset + head * 8,
                   args[1]);
    if (args[1].is_mortal()) vm.block.note_holder(list_of(vm, self).offset);
    note_change(vm, self);
    const Value most = vm.block.load(member(self, 2));
    if (most.is_int() && length_of_deque(vm, self) > most.as_int()) take_last(vm, self);
    return vm.none();
}

Value library_deque_getitem(Vm& vm, const Args& args) {
    const Value self = args[0], index = args[1];
    if (!is_deque(vm, self)) return {};
    if (!index.is_int()) return call_library(vm, "_deque", "_get_item", {self, index});
    const int64_t length = length_of_deque(vm, self);
    const int64_t place = index.as_int() < 0 ? index.as_int() + length : index.as_int();
    if (place < 0 || place >= length)
        return vm.raise(Root::IndexError, "deque index out of range");
    const uint32_t at = head_of(vm, self) + static_cast<uint32_t>(place);
    return vm.block.load(vm.block[list_of(vm, self)].items.offset + Values::first_offset + at * 8);
}

Value library_deque_length(Vm& vm, const Args& args) {
    if (!is_deque(vm, args[0])) return {};
    return Value::from_int(length_of_deque(vm, args[0]));
}

}  // namespace meada
