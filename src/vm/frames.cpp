#include "vm/frames.h"

#include <algorithm>

namespace meada {
namespace {

bool push_chunk(Vm& vm, uint32_t least_bytes) {
    const uint32_t size = std::max(stack_chunk_size_bytes, StackChunk::first_offset + least_bytes);
    const uint32_t cell = vm.allocate_cell(Kind::stack_chunk, {}, size);
    if (cell == 0) return false;
    StackChunk& chunk = vm.block.edit(Ref<StackChunk>{cell});
    chunk.previous = context_of(vm).chunk;
    chunk.top = cell + StackChunk::first_offset;
    chunk.end = cell + vm.block.cell_size(cell);
    context_of(vm).chunk = cell;
    return true;
}

bool has_room(const Vm& vm, uint32_t chunk, uint32_t size) {
    if (chunk == 0) return false;
    const StackChunk& found = *vm.block.at<StackChunk>(chunk);
    return found.top + size <= found.end;
}

// A chunk without frames goes, unless it is the context's first.
void release_chunk_if_empty(Vm& vm) {
    const uint32_t chunk = context_of(vm).chunk;
    const StackChunk& found = *vm.block.at<StackChunk>(chunk);
    if (found.top != chunk + StackChunk::first_offset || found.previous == 0) return;
    context_of(vm).chunk = found.previous;
    vm.block.free_now(chunk);
}

}  // namespace

uint32_t push_frame(Vm& vm, Ref<Function> function, Ref<CodeObject> code, ReturnMode mode) {
    if (vm.block[vm.context].depth >= vm.block.header().recursion_limit) {
        vm.raise(Root::RecursionError, "maximum recursion depth exceeded");
        return 0;
    }
    const uint32_t size = frame_size_bytes(vm.block[code]);
    if (!has_room(vm, vm.block[vm.context].chunk, size) && !push_chunk(vm, size)) return 0;
    Context& context = context_of(vm);
    StackChunk& chunk = vm.block.edit(Ref<StackChunk>{context.chunk});
    const uint32_t at = chunk.top;
    chunk.top += size;
    ++context.depth;

    const CodeObject& object = vm.block[code];
    const uint32_t slots_size = object.slot_count * 8;
    std::memset(vm.block.edit_bytes(at, Frame::slots_offset + slots_size), 0,
                Frame::slots_offset + slots_size);
    Frame& frame = frame_at(vm, at);
    frame.previous = context.frame;
    frame.code = code;
    frame.function = function;
    if (function) {
        frame.globals = vm.block[function].globals;
        if (const Value called = vm.block.value_of(function); called.is_mortal()) {
            vm.block.increment(called);
            frame.extra = Value::from_int(0);  // so that RETURN_VALUE comes to pop_frame
        }
    }
    frame.next_word = object.instructions.offset + Instructions::first_offset;
    frame.stack_end = at + Frame::slots_offset + slots_size;
    frame.return_mode = mode;
    frame.flags = static_cast<uint8_t>((object.flags & code_library ? frame_library : 0) |
                                       (object.flags & code_hidden ? frame_hidden : 0));
    frame.serial = ++context.frame_serial;
    context.frame = at;
    return at;
}

void pop_frame(Vm& vm) {
    Context& context = context_of(vm);
    const uint32_t at = context.frame;
    const Frame& frame = *vm.block.at<Frame>(at);
    context.frame = frame.previous;
    --context.depth;
    if (frame.generator != 0) return;
    const uint32_t end = frame.stack_end;
    for (uint32_t slot = at + Frame::slots_offset; slot < end; slot += 8)
        if (const Value value = vm.block.load(slot); value.is_mortal()) vm.block.decrement(value);
    if (frame.extra.is_mortal()) vm.block.decrement(frame.extra);
    if (frame.locals) vm.block.decrement_if_mortal(vm.block.value_of(frame.locals));
    if (frame.function) vm.block.decrement_if_mortal(vm.block.value_of(frame.function));
    vm.block.edit(Ref<StackChunk>{context.chunk}).top = at;
    release_chunk_if_empty(vm);
}

uint32_t instruction_index(const Vm& vm, const Frame& frame) {
    const uint32_t first = vm.block[frame.code].instructions.offset + Instructions::first_offset;
    return (frame.next_word - first) / static_cast<uint32_t>(sizeof(CodeWord));
}

uint32_t word_offset(const Vm& vm, Ref<CodeObject> code, uint32_t instruction) {
    return vm.block[code].instructions.offset + Instructions::first_offset +
           instruction * static_cast<uint32_t>(sizeof(CodeWord));
}

uint32_t value_count(const Vm& vm, uint32_t at) {
    const Frame& frame = *vm.block.at<Frame>(at);
    const uint32_t first = at + Frame::slots_offset + vm.block[frame.code].slot_count * 8;
    return (frame.stack_end - first) / 8;
}

void cut_values(Vm& vm, uint32_t frame, uint32_t count) {
    for (uint32_t left = value_count(vm, frame); left > count; --left)
        drop_value(vm, pop_value(vm, frame));
}

}  // namespace meada
