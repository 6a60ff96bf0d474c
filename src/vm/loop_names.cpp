// Names and attributes: steps of the loop.
#include "vm/loop.h"

namespace meada {

static bool names_are_globals(const Frame& frame) {
    return !frame.locals || frame.locals == frame.globals;
}

static uint32_t name_offset(const uint8_t* base, const Frame& frame, uint32_t index) {
    const auto* code = reinterpret_cast<const CodeObject*>(base + frame.code.offset);
    return reinterpret_cast<const Value*>(base + code->names.offset + Tuple::items_offset)[index]
        .offset();
}

// After a miss, the look-ups by shape and name that all instructions share. The instruction keeps
// the shape it saw first: what is in the block may not depend on what is outside it.
#define FIND_SHARED(use_)                                                                       \
    const uint32_t name = name_offset(base, *FRAME, ARGUMENT);                                  \
    const Vm::ShapeLookup& found = vm.shape_lookup(shape, name, Vm::ShapeUse::use_);            \
    if (!found.is(shape, name, Vm::ShapeUse::use_)) SLOW()

STEP(LOAD_GLOBAL_SLOT) {
    const auto& globals = *reinterpret_cast<const Dict*>(base + FRAME->globals.offset);
    if (globals.slot_version != WORD.cache_key) SLOW();
    const Value value = *reinterpret_cast<const Value*>(base + WORD.cache_target);
    if (value.is_null()) [[unlikely]] SLOW();
    if (ARGUMENT & 1) *sp++ = Value{};
    PUSH_NEXT(value);
}
STEP(LOAD_GLOBAL_BUILTIN) {
    const auto& globals = *reinterpret_cast<const Dict*>(base + FRAME->globals.offset);
    const Value value = *reinterpret_cast<const Value*>(base + WORD.cache_target);
    if (globals.absence_version != WORD.cache_key ||
        vm.block[vm.loop.builtins].slot_version != WORD.cache_extra || value.is_null())
        SLOW();
    if (ARGUMENT & 1) *sp++ = Value{};
    PUSH_NEXT(value);
}
STEP(LOAD_NAME_SLOT) {
    const auto& globals = *reinterpret_cast<const Dict*>(base + FRAME->globals.offset);
    const Value value = *reinterpret_cast<const Value*>(base + WORD.cache_target);
    if (globals.slot_version != WORD.cache_key || !names_are_globals(*FRAME) ||
        value.is_null())
        SLOW();
    PUSH_NEXT(value);
}
STEP(LOAD_NAME_BUILTIN) {
    const auto& globals = *reinterpret_cast<const Dict*>(base + FRAME->globals.offset);
    const Value value = *reinterpret_cast<const Value*>(base + WORD.cache_target);
    if (globals.absence_version != WORD.cache_key || !names_are_globals(*FRAME) ||
        vm.block[vm.loop.builtins].slot_version != WORD.cache_extra || value.is_null())
        SLOW();
    PUSH_NEXT(value);
}
STEP(STORE_NAME_SLOT) {
    const auto& globals = *reinterpret_cast<const Dict*>(base + FRAME->globals.offset);
    const uint32_t slot = WORD.cache_target;
    const Value old = *reinterpret_cast<const Value*>(base + slot);
    if (globals.slot_version != WORD.cache_key || !names_are_globals(*FRAME) ||
        old.is_null())
        SLOW();
    vm.block.move_in(slot, *--sp);
    DROP_NEXT(old);
}
STEP(STORE_GLOBAL_SLOT) {
    const auto& globals = *reinterpret_cast<const Dict*>(base + FRAME->globals.offset);
    const uint32_t slot = WORD.cache_target;
    const Value old = *reinterpret_cast<const Value*>(base + slot);
    if (globals.slot_version != WORD.cache_key || old.is_null())
        SLOW();
    vm.block.move_in(slot, *--sp);
    DROP_NEXT(old);
}

STEP(LOAD_ATTR_SLOT) {
    const Value object = TOP;
    if (!object.is_ref()) SLOW();
    const uint32_t shape = shape_at(base, object);
    uint32_t target = WORD.cache_target;
    if (shape != WORD.cache_key) [[unlikely]] {
        FIND_SHARED(load);
        target = found.target;
    }
    const Value value = *reinterpret_cast<const Value*>(base + object.offset() + target);
    if (value.is_null()) SLOW();
    if (value.is_mortal()) [[unlikely]] vm.block.increment(value);
    TOP = value;
    DROP_NEXT(object);
}
STEP(LOAD_ATTR_MODULE) {
    const Value object = TOP;
    if (vm.block.kind(object) != Kind::module ||
        vm.block[vm.block[object.as_ref<Module>()].attributes].slot_version != WORD.cache_key)
        SLOW();
    const Value value = *reinterpret_cast<const Value*>(base + WORD.cache_target);
    if (value.is_null()) [[unlikely]] SLOW();
    --sp;
    PUSH_NEXT(value);
}
STEP(LOAD_METHOD_SHAPE) {
    const Value object = TOP;
    if (!object.is_ref()) SLOW();
    const uint32_t shape = shape_at(base, object);
    uint32_t target = WORD.cache_target;
    if (shape != WORD.cache_key) [[unlikely]] {
        FIND_SHARED(method);
        target = found.target;
    }
    TOP = Value{target};
    *sp++ = object;
    NEXT();
}
STEP(LOAD_METHOD_MODULE) {
    const Value object = TOP;
    if (vm.block.kind(object) != Kind::module ||
        vm.block[vm.block[object.as_ref<Module>()].attributes].slot_version != WORD.cache_key)
        SLOW();
    const Value value = *reinterpret_cast<const Value*>(base + WORD.cache_target);
    if (value.is_null()) [[unlikely]] SLOW();
    TOP = Value{};
    PUSH_NEXT(value);
}
STEP(STORE_ATTR_SLOT) {
    const Value object = TOP, value = SECOND;
    if (!object.is_ref()) SLOW();
    const uint32_t shape = shape_at(base, object);
    uint32_t target = WORD.cache_target, after = WORD.cache_extra;
    if (shape != WORD.cache_key) [[unlikely]] {
        FIND_SHARED(store);
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
STEP(STORE_ATTR_ADD) { GO(STORE_ATTR_SLOT); }

STEP(LOAD_DEREF) {
    const Value value = reinterpret_cast<const Cell*>(base + locals[ARGUMENT].offset())->content;
    if (value.is_null()) SLOW();
    PUSH_NEXT(value);
}
STEP(STORE_DEREF) {
    const uint32_t cell = locals[ARGUMENT].offset();
    const uint32_t slot = cell + static_cast<uint32_t>(offsetof(Cell, content));
    const Value old = vm.block.load(slot), value = *--sp;
    vm.block.move_in(slot, value);
    if (value.is_mortal()) [[unlikely]] vm.block.note_holder(cell);
    vm.block.decrement_if_mortal(old);
    NEXT_IF_CALM();
}
STEP(LOAD_CLOSURE) {
    PUSH_NEXT(locals[ARGUMENT]);
}
STEP(COPY_FREE_VARS) {
    const uint32_t count = ARGUMENT;
    const uint32_t closure =
        reinterpret_cast<const Function*>(base + FRAME->function.offset)->closure.offset;
    const auto* cells = reinterpret_cast<const Value*>(base + closure + Tuple::items_offset);
    Value* free = locals + reinterpret_cast<const CodeObject*>(base + FRAME->code.offset)->slot_count - count;
    for (uint32_t index = 0; index < count; ++index) PUSH_AT(free[index], cells[index]);
    NEXT();
}
#undef FIND_SHARED

}  // namespace meada
