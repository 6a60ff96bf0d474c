// Names and attributes, where something must be counted or looked up: steps of the loop.
#include "vm/loop_calls.h"

namespace meada {

// The top goes, `sent` comes in its place.
STEP(replace_top) {
    const Value old = TOP;
    PUSH_AT(TOP, vm.loop.sent);
    DROP_NEXT(old);
}

STEP(STORE_ATTR_ADD) { GO(store_attribute); }
STEP(store_attribute) {
    const Value object = TOP, value = SECOND;
    if (!object.is_ref()) SLOW();
    const uint32_t shape = shape_at(base, object);
    uint32_t target = WORD.cache_target, after = WORD.cache_extra;
    if (shape != WORD.cache_key) [[unlikely]] {
        const uint32_t name = name_offset(base, *frame, ARGUMENT);
        const Vm::ShapeLookup& found = vm.shape_lookup(shape, name, Vm::ShapeUse::store);
        if (!found.is(shape, name, Vm::ShapeUse::store)) SLOW();
        target = found.target;
        after = found.extra;
    }
    const uint32_t slot = object.offset() + target;
    Value old;
    if (after != 0) {
        if (target + 8 > vm.block.cell_size(object.offset())) SLOW();
        vm.block.edit(object.as_ref<Object>()).shape.offset = after;
    } else {
        old = vm.block.load(slot);
    }
    vm.block.move_in(slot, value);
    if (value.is_mortal()) [[unlikely]] vm.block.note_holder(object.offset());
    sp -= 2;
    if (object.is_mortal()) [[unlikely]] vm.block.decrement(object);
    if (old.is_mortal()) [[unlikely]] vm.block.decrement(old);
    NEXT_IF_CALM();
}

// The property's function is called, with the object where its result will be.
STEP(LOAD_ATTR_PROPERTY) {
    if (!TOP.is_ref()) SLOW();
    const uint32_t shape = shape_at(base, TOP);
    if (shape != WORD.cache_key) {  // of another class it may be an attribute like others
        const uint32_t name = name_offset(base, *frame, ARGUMENT);
        const Vm::ShapeLookup& found = vm.shape_lookup(shape, name, Vm::ShapeUse::load);
        if (!found.is(shape, name, Vm::ShapeUse::load)) SLOW();
        vm.loop.sent = vm.block.load(found.target + (found.extra ? 0 : TOP.offset()));
        if (vm.loop.sent.is_null()) SLOW();
        GO(replace_top);
    }
    const auto& function = *reinterpret_cast<const Function*>(base + WORD.cache_target);
    const SimpleCall call{function,
                          *reinterpret_cast<const CodeObject*>(base + function.code.offset),
                          sp - 1, 1, ReturnMode::push};
    if (!fits(vm, base, call)) SLOW();
    ENTER_CALLEE(call, sp - 1);
    NEXT();
}

STEP(store_cell) {
    const uint32_t cell = LOCALS[ARGUMENT].offset();
    const uint32_t slot = cell + static_cast<uint32_t>(offsetof(Cell, content));
    const Value old = vm.block.load(slot), value = *--sp;
    vm.block.move_in(slot, value);
    if (value.is_mortal()) [[unlikely]] vm.block.note_holder(cell);
    vm.block.decrement_if_mortal(old);
    NEXT_IF_CALM();
}

STEP(COPY_FREE_VARS) {
    const uint32_t count = ARGUMENT;
    const uint32_t closure =
        reinterpret_cast<const Function*>(base + frame->function.offset)->closure.offset;
    const auto* cells = reinterpret_cast<const Value*>(base + closure + Tuple::items_offset);
    const auto& code = *reinterpret_cast<const CodeObject*>(base + frame->code.offset);
    Value* free = LOCALS + code.slot_count - count;
    for (uint32_t index = 0; index < count; ++index) PUSH_AT(free[index], cells[index]);
    NEXT();
}

}  // namespace meada
