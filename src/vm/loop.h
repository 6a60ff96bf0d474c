// The loop's instructions as steps. A step has `ip` at its own instruction, `sp` behind the top of
// the value stack, the `frame`, and `base` at the block's first byte. It works on them and on the
// block; what it cannot do itself it leaves, nothing done, to slow_ops.h (SLOW). Included by the
// loop's own files alone.
//
// Steps that call nothing (loop_*.inc) are compiled in the form that keeps the registers: on the
// desktop as functions that end by calling the next one in their place (tail_call_loop.cpp; after
// CPython 3.14's tail-calling interpreter), in WebAssembly, whose engines have neither free
// registers at calls nor cheap indirect calls, as the cases of one switch (switch_loop.cpp). All other
// steps (loop_*.cpp) are functions in both: a call in the switch would spill its registers.
#pragma once

#include "vm/frames.h"
#include "vm/light.h"
#include "vm/running_loop.h"
#include "vm/quick.h"
#include "vm/vm.h"

namespace meada {

#define LOOP_PARAMETERS \
    [[maybe_unused]] Vm &vm, const CodeWord *ip, Value *sp, Frame *frame, \
    [[maybe_unused]] uint8_t *base
#define LOOP_ARGUMENTS vm, ip, sp, frame, base

#define STEP(name) LOOP_CONVENTION Leave loop_##name(LOOP_PARAMETERS)

// Instructions (quick.h) that the loop does by itself.
#ifdef MEADA_SWITCH_LOOP
#define LEAF(name)
#else
#define LEAF(name) STEP(name);
#endif
#define CALLING(name) STEP(name);
#include "vm/loop.def"
#undef LEAF
#undef CALLING
// What their rare paths are.
STEP(slow);
STEP(called);
STEP(raised);
STEP(attend);
STEP(stopped);
#ifndef MEADA_SWITCH_LOOP
// The exact loop's next instruction, where it is known to be within the limit.
STEP(at_once);
#endif
STEP(count_top);
STEP(let_go);
STEP(let_go_and_look);
STEP(replace_top);
STEP(truth_of_object);
STEP(compare_mortals);
STEP(concatenate);
STEP(operation);
STEP(comparison);
STEP(operator_method);
STEP(return_operator);
STEP(compare_strs);
STEP(store_attribute);
STEP(store_cell);
STEP(next_natively);
STEP(next_of_map);
STEP(next_of_filter);
STEP(exhausted);
STEP(subscript_other);
STEP(subscript_slice);
STEP(subscript_method);
STEP(store_key);
STEP(call_defaults);
STEP(call_keywords);
STEP(call_gathering);
STEP(call_class_keywords);
STEP(call_bound_below);
STEP(call_bound);
STEP(call_native);
STEP(call_another);
STEP(call_len);
STEP(call_builtin_type);
STEP(call_class);
STEP(call_exception);
STEP(native_ended);
STEP(return_mortals);
STEP(resume);
STEP(return_generated);
STEP(await_object);

// The exact loop, before the instruction `next`: whether it was to run to just here.
bool stops_here(Vm& vm, const CodeWord* next);
// Runs from here on until there is a reason to leave.
Leave run_loop(LOOP_PARAMETERS);

template <typename T>
T* moved(T* pointer, ptrdiff_t bytes) {
    return reinterpret_cast<T*>(reinterpret_cast<uintptr_t>(pointer) +
                                static_cast<uintptr_t>(bytes));
}
template <typename T>
uint32_t offset_in(const uint8_t* base, const T* pointer) {
    return static_cast<uint32_t>(reinterpret_cast<const uint8_t*>(pointer) - base);
}
inline bool names_are_globals(const Frame& frame) {
    return !frame.locals || frame.locals == frame.globals;
}
inline uint32_t name_offset(const uint8_t* base, const Frame& frame, uint32_t index) {
    const auto* code = reinterpret_cast<const CodeObject*>(base + frame.code.offset);
    return reinterpret_cast<const Value*>(base + code->names.offset + Tuple::items_offset)[index]
        .offset();
}
// What a jump asks of a value; needs_call: the slow way.
inline Outcome truth_of(const Vm& vm, const uint8_t* base, Value value) {
    if (value == vm.loop.true_value) return Outcome::yes;
    if (value == vm.loop.false_value || value == vm.loop.none) return Outcome::no;
    return light_truth(base, vm.loop.shapes, value);
}
// The item's place in a list or tuple; 0: no such item, or another container.
inline uint32_t item_offset(const uint8_t* base, const Vm& vm, Value container, Value index) {
    if (!container.is_ref() || !index.is_int()) return 0;
    const uint32_t shape = shape_at(base, container);
    uint32_t count, first;
    if (shape == vm.loop.shapes.list) {
        const auto& list = *reinterpret_cast<const List*>(base + container.offset());
        count = list.count;
        first = list.items.offset + Values::first_offset;
    } else if (shape == vm.loop.shapes.tuple) {
        count = reinterpret_cast<const Tuple*>(base + container.offset())->count;
        first = container.offset() + Tuple::items_offset;
    } else {
        return 0;
    }
    int64_t at = index.as_int();
    if (at < 0) at += count;
    return at < 0 || at >= count ? 0 : first + static_cast<uint32_t>(at) * 8;
}
// How many items or characters an object of a built-in type has; -1: of another one.
inline int64_t count_at(const uint8_t* base, const Vm& vm, Value value) {
    if (!value.is_ref()) return -1;
    const uint32_t shape = shape_at(base, value);
    const auto* object = base + value.offset();
    if (shape == vm.loop.shapes.str) return reinterpret_cast<const Str*>(object)->length;
    if (shape == vm.loop.shapes.list) return reinterpret_cast<const List*>(object)->count;
    if (shape == vm.loop.shapes.tuple) return reinterpret_cast<const Tuple*>(object)->count;
    if (shape == vm.loop.shapes.dict) return reinterpret_cast<const Dict*>(object)->count;
    return -1;
}
// The type of what is an int, a float or an object; 0: of something else.
inline uint32_t type_at(const uint8_t* base, const Vm& vm, Value value) {
    if (value.is_ref())
        return reinterpret_cast<const Shape*>(base + shape_at(base, value))->type.offset;
    if (value.is_int()) return vm.root(Root::type_int_).offset();
    return value.is_float() ? vm.root(Root::type_float_).offset() : 0;
}
// Whether a class is among a type's bases, or is the type itself.
inline bool has_base(const uint8_t* base, uint32_t type, Value wanted) {
    const uint32_t mro = reinterpret_cast<const Type*>(base + type)->mro.offset;
    const uint32_t count = reinterpret_cast<const Tuple*>(base + mro)->count;
    const auto* each = reinterpret_cast<const Value*>(base + mro + Tuple::items_offset);
    for (uint32_t index = 0; index < count; ++index)
        if (each[index].offset() == wanted.offset()) return true;
    return false;
}
// What LOAD_CONST keeps behind its word: read by one load, which memcpy is not everywhere.
inline Value constant_behind(const CodeWord* word) {
    return Value{uint64_t{word->cache_target} << 32 | word->cache_key};
}
// A str whose characters are all among the shared ones (a byte each); null: anything else.
inline const Str* narrow_str(const uint8_t* base, const Vm& vm, Value value) {
    if (!value.is_ref() || shape_at(base, value) != vm.loop.shapes.str) return nullptr;
    const auto* str = reinterpret_cast<const Str*>(base + value.offset());
    return (str->detail & Str::width_mask) == 1 ? str : nullptr;
}
inline uint8_t narrow_character(const Str* str, uint32_t index) {
    return (reinterpret_cast<const uint8_t*>(str) + Str::data_offset)[index];
}
inline Value shared_character(const uint8_t* base, const Vm& vm, uint8_t character) {
    return reinterpret_cast<const Value*>(base + vm.loop.characters)[character];
}
// The one character that such a str consists of; -1: anything else.
inline int32_t only_character(const uint8_t* base, const Vm& vm, Value value) {
    const Str* str = narrow_str(base, vm, value);
    return str && str->length == 1 ? narrow_character(str, 0) : -1;
}
inline int64_t address_of(const CodeWord* word) {
    return static_cast<int64_t>(reinterpret_cast<uintptr_t>(word));
}
inline uint64_t user_mask_of(uint8_t frame_flags) {
    return frame_flags & frame_library ? 0 : ~uint64_t{0};
}
// Brings Vm::user_instructions up to date, before the instruction `next`.
inline void count_up_to(Vm& vm, const CodeWord* next) {
    RunningLoop& loop = vm.loop;
    loop.fuel = loop.fuel_end - address_of(next);
    vm.user_instructions +=
        static_cast<uint64_t>(loop.fuel_counted - loop.fuel) / sizeof(CodeWord) & loop.user_mask;
    loop.fuel_counted = loop.fuel;
}

#define WORD ip[0]
#define ARGUMENT (WORD.word >> 8)
#define BEHIND (ip + 1)
#define LOCALS frame->slots()
#define TOP sp[-1]
#define SECOND sp[-2]
#define THIRD sp[-3]
#define FRAME_AT offset_in(base, frame)

#ifdef MEADA_SWITCH_LOOP
// Back to the switch, which goes on from the registers as they are now.
inline Leave back_to_switch(LOOP_PARAMETERS) {
    vm.loop.ip = ip;
    vm.loop.sp = sp;
    vm.loop.frame = frame;
    vm.loop.base = base;
    return Leave::again;
}
#define GO(name_) return loop_##name_(LOOP_ARGUMENTS)
#define NEXT() return back_to_switch(LOOP_ARGUMENTS)
#else
#define GO(name_) [[clang::musttail]] return loop_##name_(LOOP_ARGUMENTS)
#define NEXT()                                                         \
    do {                                                               \
        ++ip;                                                          \
        const LoopStep step_ = vm.loop.steps[WORD.word & 0xff];        \
        [[clang::musttail]] return step_(LOOP_ARGUMENTS);              \
    } while (0)
#endif
// In another frame than before.
#define NEXT_ELSEWHERE() NEXT()
#define SLOW() GO(slow)
#define RAISED() GO(raised)
#define ATTEND(hand_over_)               \
    do {                                 \
        vm.loop.hand_over = hand_over_;  \
        GO(attend);                      \
    } while (0)
// Where only one step can come next: in the switch a jump to its case. A fast form's end alone: the
// exact loop looks up before each instruction.
#define NEXT_IS(name_)           \
    do {                         \
        ++ip;                    \
        GO(name_);               \
    } while (0)
#define STEP_THAT_FOLLOWS(name_) STEP(name_)
// In a function that was just entered.
#define RESUMED() (void)0
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
        if (vm.loop.fuel_end <= address_of(BEHIND) || vm.block.attention) [[unlikely]]      \
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
            frame = moved(frame, by_);                            \
            sp = moved(sp, by_);                                  \
            ip = moved(ip, by_);                                  \
            vm.loop.fuel_end += by_;                              \
        }                                                         \
    } while (0)
// The registers into the frame, for what works on the block; all counted.
#define SAVE()                                             \
    do {                                                   \
        frame->next_word = offset_in(base, BEHIND);        \
        frame->stack_end = offset_in(base, sp);            \
        count_up_to(vm, BEHIND);                           \
    } while (0)
// Control goes on in the frame at this offset, whose cards are marked: after NEXT; until then `ip`
// is at the instruction that was left. COUNT or SAVE came before.
#define ENTER(frame_at_)                                                                \
    do {                                                                                \
        frame = reinterpret_cast<Frame*>(base + (frame_at_));                           \
        ip = reinterpret_cast<const CodeWord*>(base + frame->next_word) - 1;            \
        sp = reinterpret_cast<Value*>(base + frame->stack_end);                         \
        vm.loop.fuel_end = vm.loop.fuel + address_of(BEHIND);                           \
        vm.loop.user_mask = user_mask_of(frame->flags);                                 \
    } while (0)
#define COUNT() count_up_to(vm, BEHIND)
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
