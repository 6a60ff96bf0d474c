// How a step enters a Python function. Included by the loop's own files alone.
#pragma once

#include "vm/loop.h"
#include "vm/types.h"

namespace meada {

// NEXT goes on with `to_`, in code with these flags; what ran before is counted where that must be.
#define MOVE_TO(to_, frame_flags_)                                      \
    do {                                                                \
        const CodeWord* const at_ = (to_);                              \
        const uint64_t mask_ = user_mask_of(frame_flags_);              \
        if (mask_ != vm.loop.user_mask) {                               \
            COUNT();                                                    \
            vm.loop.user_mask = mask_;                                  \
        }                                                               \
        vm.loop.fuel_end += address_of(at_) - address_of(BEHIND);       \
        ip = at_ - 1;                                                   \
    } while (0)

// What the called function's frame takes its arguments from.
struct SimpleCall {
    const Function& function;
    const CodeObject& code;
    const Value* arguments;
    uint32_t count;
    ReturnMode mode;
};

inline bool has_room_for_frame(const Vm& vm, const uint8_t* base, const CodeObject& code) {
    const auto& context = *reinterpret_cast<const Context*>(base + vm.context.offset);
    const auto& chunk = *reinterpret_cast<const StackChunk*>(base + context.chunk);
    return chunk.top + frame_size_bytes(code) <= chunk.end &&
           context.depth < reinterpret_cast<const BlockHeader*>(base)->recursion_limit;
}

// Whether it has parameters that no position fills.
inline bool takes_more(const CodeObject& code) {
    return code.keyword_only_count != 0 || code.flags & (code_varargs | code_varkeywords);
}

// The Python __init__ of a class made by a class statement, where calling the class is no more than
// making an instance and calling that; null: it is not so.
inline Value python_init(const Vm& vm, const Type& type) {
    const Value init = type.specials[static_cast<uint32_t>(Special::init_)];
    const bool plain = type.shape.offset == vm.loop.shapes.type &&
                       type.instance_kind == Kind::instance && !(type.flags & type_abstract) &&
                       type.specials[static_cast<uint32_t>(Special::new_)] == vm.loop.object_new;
    return plain && vm.block.kind(init) == Kind::function && !init.is_mortal() ? init : Value{};
}

// Whether every argument has its slot and every slot its argument; and the frame has room.
inline bool fits(const Vm& vm, const uint8_t* base, const SimpleCall& call) {
    return call.count == call.code.positional_count && !takes_more(call.code) &&
           has_room_for_frame(vm, base, call.code);
}

// The callee's frame on the context's stack, marked; the arguments' counts move with them.
[[gnu::always_inline]] inline Frame* push_callee(Vm& vm, uint8_t* base, uint32_t caller_at,
                                                const SimpleCall& call) {
    const CodeObject& code = call.code;
    auto& context = *reinterpret_cast<Context*>(base + vm.context.offset);
    auto& chunk = *reinterpret_cast<StackChunk*>(base + context.chunk);
    const uint32_t at = chunk.top, size = frame_size_bytes(code);
    auto& made = *reinterpret_cast<Frame*>(base + at);
    auto* slots = reinterpret_cast<Value*>(base + at + Frame::slots_offset);
    vm.block.mark_here(context.chunk, sizeof(StackChunk));
    vm.block.mark_here(at, size);
    chunk.top += size;
    ++context.depth;
    for (uint32_t index = 0; index < call.count; ++index) slots[index] = call.arguments[index];
    for (uint32_t index = call.count; index < code.slot_count; ++index) slots[index] = Value{};
    made.previous = caller_at;
    made.code = call.function.code;
    made.function = Ref<Function>{offset_in(base, &call.function)};
    made.globals = call.function.globals;
    made.locals = {};
    made.generator = 0;
    made.return_mode = call.mode;
    made.flags = static_cast<uint8_t>((code.flags & code_library ? frame_library : 0) |
                                      (code.flags & code_hidden ? frame_hidden : 0));
    made.unused = 0;
    made.serial = ++context.frame_serial;
    made.keyword_names = {};
    made.unused2 = 0;
    made.extra = {};
    context.frame = at;
    return &made;
}

// The value stack holds [NULL, callable] or [method, self] and, behind them, ARGUMENT arguments.
#define ENTER_CALLEE(call_, result_at_)                                                     \
    do {                                                                                    \
        frame->next_word = offset_in(base, BEHIND);                                         \
        frame->stack_end = offset_in(base, (result_at_));                                   \
        const CodeObject& code_ = (call_).code;                                             \
        Frame* const made_ = push_callee(vm, base, FRAME_AT, (call_));                      \
        MOVE_TO(reinterpret_cast<const CodeWord*>(base + code_.instructions.offset +        \
                                                  Instructions::first_offset),              \
                made_->flags);                                                              \
        frame = made_;                                                                      \
        sp = LOCALS + code_.slot_count;                                                     \
    } while (0)

// Back to the caller, from the frame `callee` at `callee_at`, whose slots hold no mortals.
#define LEAVE_CALLEE()                                                                      \
    do {                                                                                    \
        auto& context_ = *reinterpret_cast<Context*>(base + vm.context.offset);             \
        reinterpret_cast<StackChunk*>(base + context_.chunk)->top = callee_at;              \
        --context_.depth;                                                                   \
        const uint32_t caller_ = callee.previous;                                           \
        context_.frame = caller_;                                                           \
        frame = reinterpret_cast<Frame*>(base + caller_);                                   \
        MOVE_TO(reinterpret_cast<const CodeWord*>(base + frame->next_word), frame->flags);  \
        sp = reinterpret_cast<Value*>(base + frame->stack_end);                             \
        if (frame->generator == 0) vm.block.mark_here(caller_, callee_at - caller_);        \
        else activate_frame(vm, caller_);                                                   \
    } while (0)

}  // namespace meada
