// What the slow operations have in common: the innermost frame's slots and value stack. Inside vm.
#pragma once

#include "vm/calls.h"
#include "vm/frames.h"
#include "vm/operations.h"
#include "vm/quick.h"
#include "vm/sequences.h"

namespace meada {

inline uint32_t frame_offset_of(const Vm& vm) { return vm.block[vm.context].frame; }
inline const Frame& current_frame(const Vm& vm) { return *vm.block.at<Frame>(frame_offset_of(vm)); }
inline uint32_t slot_offset(const Vm& vm, uint32_t index) {
    return frame_offset_of(vm) + Frame::slots_offset + index * 8;
}
inline Value slot(const Vm& vm, uint32_t index) { return vm.block.load(slot_offset(vm, index)); }
inline void store_slot(Vm& vm, uint32_t index, Value value) {
    vm.block.store(slot_offset(vm, index), value);
}
inline void push(Vm& vm, Value value) { push_value(vm, frame_offset_of(vm), value); }
// Keeps the count: every popped value goes to drop_value at the end.
inline Value pop(Vm& vm) { return pop_value(vm, frame_offset_of(vm)); }
inline Value peek(const Vm& vm, uint32_t depth) {
    return vm.block.load(current_frame(vm).stack_end - 8 - depth * 8);
}
inline void pop_drop(Vm& vm, uint32_t count) {
    for (uint32_t left = count; left > 0; --left) drop_value(vm, pop(vm));
}
inline Value tuple_item(const Vm& vm, Ref<Tuple> tuple, uint32_t index) {
    return vm.block.load(tuple.offset + Tuple::items_offset + index * 8);
}
inline Value name_at(const Vm& vm, uint32_t index) {
    return tuple_item(vm, vm.block[current_frame(vm).code].names, index);
}
inline Value constant_at(const Vm& vm, uint32_t index) {
    return tuple_item(vm, vm.block[current_frame(vm).code].constants, index);
}
inline void jump(Vm& vm, uint32_t target) {
    const Ref<CodeObject> code = current_frame(vm).code;
    frame_at(vm, frame_offset_of(vm)).next_word = word_offset(vm, code, target);
}
// The instruction that is being done runs again: what it called puts its result on the stack.
inline void repeat(Vm& vm) {
    frame_at(vm, frame_offset_of(vm)).next_word -= static_cast<uint32_t>(sizeof(CodeWord));
}

// An operator as a number: BINARY_OP's argument, or first_comparison and COMPARE_OP's.
constexpr uint32_t first_comparison = 100;
// The left operand's method in Python, where that is what the operator calls first; else null.
Value operator_method(const Vm&, uint32_t operation, Value left, Value right);

// Where the exception that the innermost handler handles is kept.
inline uint32_t handled_slot(const Vm& vm) {
    const uint32_t item = vm.block[vm.context].handled_item;
    return item != 0 ? item + static_cast<uint32_t>(offsetof(Generator, handled))
                     : vm.context.offset + static_cast<uint32_t>(offsetof(Context, handled));
}

// A dict's version for a cache: it changes when a key comes or goes.
inline uint32_t version_of(Vm& vm, Ref<Dict> dict) {
    if (vm.block[dict].slot_version == 0)
        vm.block.edit(dict).slot_version = static_cast<uint32_t>(++vm.block.header().epoch);
    return vm.block[dict].slot_version;
}

// That what is no key now still is none.
inline uint32_t absence_version_of(Vm& vm, Ref<Dict> dict) {
    if (vm.block[dict].absence_version == 0)
        vm.block.edit(dict).absence_version = static_cast<uint32_t>(++vm.block.header().epoch);
    return vm.block[dict].absence_version;
}
inline void quicken(Vm& vm, Quick form, uint32_t key, uint32_t target, uint32_t extra = 0) {
    const uint32_t at = current_frame(vm).next_word - static_cast<uint32_t>(sizeof(CodeWord));
    CodeWord& word = vm.block.edit(Ref<CodeWord>{at});
    word = {static_cast<uint32_t>(form) | (word.word & ~0xffu), key, target, extra};
}

}  // namespace meada
