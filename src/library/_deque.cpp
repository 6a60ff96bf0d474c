// The common methods of a deque, on its members: `_items`, `_head`, `_maxlen`, in this order.
#include "library/natives.h"

namespace meada {
namespace {

constexpr uint32_t member_count = 3;

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
    if (vm.block.kind(self) == Kind::instance &&
        vm.block[vm.type_of(self)].member_slots >= member_count) {
        const Value items = vm.block.load(member(self, 0)), head = vm.block.load(member(self, 1));
        if (vm.block.kind(items) == Kind::list && head.is_int() && head.as_int() >= 0 &&
            head.as_int() <= vm.block[items.as_ref<List>()].count)
            return true;
    }
    vm.raise(Root::TypeError, "descriptor requires a 'collections.deque' object but received a '" +
                                  type_name(vm, self) + "'");
    return false;
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

}  // namespace

Value library_deque_append(Vm& vm, const Args& args) {
    const Value self = args[0];
    if (!is_deque(vm, self) || !list_append(vm, list_of(vm, self), args[1])) return {};
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
    return take_first(vm, args[0]);
}

Value library_deque_length(Vm& vm, const Args& args) {
    if (!is_deque(vm, args[0])) return {};
    return Value::from_int(length_of_deque(vm, args[0]));
}

}  // namespace meada
