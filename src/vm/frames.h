// Frames: where they live, entering and leaving them. Inside vm.
#pragma once

#include "vm/vm.h"

namespace meada {

// Room for a frame of this code on the context's stack, its header filled in and its slots null
// (the value stack's memory is not cleared). 0: raised (recursion limit, block full).
uint32_t push_frame(Vm&, Ref<Function>, Ref<CodeObject>, ReturnMode);
// Takes the innermost frame away: its slots are cleared, its memory is free again. The caller's
// becomes the context's frame. A generator's frame only loses its link.
void pop_frame(Vm&);
inline uint32_t frame_size_bytes(const CodeObject& code) {
    return Frame::slots_offset + (code.slot_count + code.stack_size) * 8;
}
inline Frame& frame_at(Vm& vm, uint32_t frame) { return vm.block.edit(Ref<Frame>{frame}); }
inline Context& context_of(Vm& vm) { return vm.block.edit(vm.context); }
// Marks the cards of a frame that is about to run: the interpreter stores into it unmarked.
[[gnu::always_inline]] inline void activate_frame(Vm& vm, uint32_t frame) {
    vm.block.mark_here(frame, frame_size_bytes(vm.block[vm.block.at<Frame>(frame)->code]));
}

// Before the context runs or something is delivered into its frames: a collection that finds the
// context's own card unmarked passes all its frames over.
inline void activate_context(Vm& vm, Ref<Context> context) {
    vm.block.mark(context.offset, sizeof(Context));
}

// Index of the instruction at Frame::next_word.
uint32_t instruction_index(const Vm&, const Frame&);
uint32_t word_offset(const Vm&, Ref<CodeObject>, uint32_t instruction);

// The value stack of a frame that does not run.
inline void push_value(Vm& vm, uint32_t frame, Value value) {
    if (value.is_mortal()) vm.block.increment(value);
    const uint32_t slot = vm.block.at<Frame>(frame)->stack_end;
    vm.block.move_in(slot, value);
    frame_at(vm, frame).stack_end = slot + 8;
}
inline Value pop_value(Vm& vm, uint32_t frame) {  // keeps the count: give it back by drop_value
    Frame& found = frame_at(vm, frame);
    found.stack_end -= 8;
    return vm.block.load(found.stack_end);
}
inline void drop_value(Vm& vm, Value value) {  // of a value popped
    if (value.is_mortal()) vm.block.decrement(value);
}
void cut_values(Vm&, uint32_t frame, uint32_t count);  // to so many values, dropping the rest
uint32_t value_count(const Vm&, uint32_t frame);

}  // namespace meada
