// The loop's instructions as steps: each is a function that ends by calling the next one's in its
// place (a guaranteed tail call), so that what the loop works on stays in registers and a rare
// path costs the frequent one nothing. After "The Interpreter Loop" of CPython 3.14 and wasm3's
// "Massey Meta Machine". Included by loop_*.cpp and interpreter.cpp alone.
//
// A step has `ip` behind its own instruction, `sp` behind the top of the value stack, `locals` at
// the frame's first slot and `base` at the block's first byte. It works on them and on the block;
// what it cannot do itself it leaves, nothing done, to slow_ops.h (SLOW).
#pragma once

#include "vm/frames.h"
#include "vm/light.h"
#include "vm/running_loop.h"
#include "vm/quick.h"
#include "vm/vm.h"

#if !__has_cpp_attribute(clang::musttail)
#error "The loop needs a compiler with [[clang::musttail]]."
#endif

namespace meada {

#define LOOP_PARAMETERS \
    [[maybe_unused]] Vm &vm, const CodeWord *ip, Value *sp, Value *locals, [[maybe_unused]] uint8_t *base
#define LOOP_ARGUMENTS vm, ip, sp, locals, base

// By internal opcode, as loop.def lists them.
#define STEP(name) LOOP_CONVENTION Leave loop_##name(LOOP_PARAMETERS);
#include "vm/loop.def"
// What steps share, by their macros below.
STEP(slow)
STEP(called)
STEP(raised)
STEP(attend)
STEP(count_top)
STEP(let_go)
STEP(call_defaults)
STEP(call_keywords)
STEP(call_native)
STEP(call_builtin_type)
STEP(call_class)
STEP(native_ended)
STEP(return_mortals)
STEP(concatenate)
STEP(subscript_other)
STEP(store_key)
STEP(next_natively)
STEP(resume)
#undef STEP
#define STEP(name) LOOP_CONVENTION Leave loop_##name(LOOP_PARAMETERS)

inline Frame* frame_of(Value* locals) {
    return reinterpret_cast<Frame*>(reinterpret_cast<uint8_t*>(locals) - Frame::slots_offset);
}
template <typename T>
T* moved(T* pointer, ptrdiff_t bytes) {
    return reinterpret_cast<T*>(reinterpret_cast<uintptr_t>(pointer) +
                                static_cast<uintptr_t>(bytes));
}
template <typename T>
uint32_t offset_in(const uint8_t* base, const T* pointer) {
    return static_cast<uint32_t>(reinterpret_cast<const uint8_t*>(pointer) - base);
}
inline int64_t address_of(const CodeWord* ip) {
    return static_cast<int64_t>(reinterpret_cast<uintptr_t>(ip));
}
inline uint64_t user_mask_of(uint8_t frame_flags) {
    return frame_flags & frame_library ? 0 : ~uint64_t{0};
}
// Brings Vm::user_instructions up to date.
inline void count_up_to(Vm& vm, const CodeWord* ip) {
    RunningLoop& loop = vm.loop;
    loop.fuel = loop.fuel_end - address_of(ip);
    vm.user_instructions +=
        static_cast<uint64_t>(loop.fuel_counted - loop.fuel) / sizeof(CodeWord) & loop.user_mask;
    loop.fuel_counted = loop.fuel;
}

#define WORD ip[-1]
#define ARGUMENT (WORD.word >> 8)
#define TOP sp[-1]
#define SECOND sp[-2]
#define THIRD sp[-3]
#define FRAME frame_of(locals)
#define FRAME_AT offset_in(base, FRAME)

#define GO(name_) [[clang::musttail]] return loop_##name_(LOOP_ARGUMENTS)
#define NEXT()                                                                            \
    do {                                                                                  \
        const auto step_ = vm.loop.steps[ip->word & 0xff];                            \
        ++ip;                                                                             \
        [[clang::musttail]] return step_(LOOP_ARGUMENTS);                                 \
    } while (0)
#define SLOW() GO(slow)
#define RAISED() GO(raised)
#define ATTEND(hand_over_)               \
    do {                                 \
        vm.loop.hand_over = hand_over_;  \
        GO(attend);                      \
    } while (0)
// The end of an instruction that may have allocated, charged or let mortals go.
#define NEXT_IF_CALM()                                       \
    do {                                                     \
        if (vm.block.attention) [[unlikely]] ATTEND(false);  \
        NEXT();                                              \
    } while (0)
// The last thing an instruction does where it lets a value go: a mortal may die of it, and then
// its finaliser comes before the next instruction. Counting is a step of its own here and in
// PUSH_NEXT: what calls nothing needs no stack frame.
#define DROP_NEXT(value_)                               \
    do {                                                \
        const Value dropped_ = (value_);                \
        if (dropped_.is_mortal()) [[unlikely]] {        \
            vm.loop.sent = dropped_;                    \
            GO(let_go);                                 \
        }                                               \
        NEXT();                                         \
    } while (0)
#define PUSH_NEXT(value_)                               \
    do {                                                \
        *sp++ = (value_);                               \
        if (TOP.is_mortal()) [[unlikely]] GO(count_top);\
        NEXT();                                         \
    } while (0)
// A point where CPython looks at its "eval breaker".
#define LOOK_UP(hand_over_)                                                                 \
    do {                                                                                    \
        if (vm.loop.fuel_end <= address_of(ip) || vm.block.attention) [[unlikely]]          \
            ATTEND(hand_over_);                                                             \
    } while (0)

// To the target of the jump that WORD is.
#define JUMP()                                                        \
    do {                                                              \
        const auto by_ = static_cast<int32_t>(WORD.cache_target);     \
        ip = moved(ip, by_);                                          \
        vm.loop.fuel_end += by_;                                      \
    } while (0)
#define PUSH(value_)                                                            \
    do {                                                                        \
        const Value pushed_ = (value_);                                         \
        if (pushed_.is_mortal()) [[unlikely]] vm.block.increment(pushed_);      \
        *sp++ = pushed_;                                                        \
    } while (0)
#define PUSH_AT(slot_, value_)                                                  \
    do {                                                                        \
        const Value put_ = (value_);                                            \
        if (put_.is_mortal()) [[unlikely]] vm.block.increment(put_);            \
        (slot_) = put_;                                                         \
    } while (0)

// After C++ that may have allocated: the block's bytes may have moved.
#define REBASE()                                                  \
    do {                                                          \
        if (vm.block.base() != base) [[unlikely]] {               \
            const ptrdiff_t by_ = vm.block.base() - base;         \
            base = moved(base, by_);                              \
            locals = moved(locals, by_);                          \
            sp = moved(sp, by_);                                  \
            ip = moved(ip, by_);                                  \
            vm.loop.fuel_end += by_;                              \
        }                                                         \
    } while (0)
// The registers into the frame, for what works on the block; all counted.
#define SAVE()                                             \
    do {                                                   \
        FRAME->next_word = offset_in(base, ip);            \
        FRAME->stack_end = offset_in(base, sp);            \
        count_up_to(vm, ip);                               \
    } while (0)
// Control goes on in the frame at this offset, whose cards are marked. COUNT or SAVE came before.
#define ENTER(frame_at_)                                                                \
    do {                                                                                \
        locals = reinterpret_cast<Value*>(base + (frame_at_) + Frame::slots_offset);    \
        ip = reinterpret_cast<const CodeWord*>(base + FRAME->next_word);                \
        sp = reinterpret_cast<Value*>(base + FRAME->stack_end);                         \
        vm.loop.fuel_end = vm.loop.fuel + address_of(ip);                               \
        vm.loop.user_mask = user_mask_of(FRAME->flags);                                 \
    } while (0)
#define COUNT() count_up_to(vm, ip)
// The registers from the context's innermost frame, after SAVE and work on the block.
#define LOAD()                                                          \
    do {                                                                \
        const uint32_t before_ = FRAME_AT;                              \
        base = vm.block.base();                                         \
        const uint32_t now_ = vm.block[vm.context].frame;               \
        if (now_ != before_) activate_frame(vm, now_);                  \
        ENTER(now_);                                                    \
    } while (0)

}  // namespace meada
