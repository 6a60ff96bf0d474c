// Loads and stores of locals, the value stack, jumps: steps of the loop.
#include "vm/loop.h"

namespace meada {

STEP(count_top) {
    vm.block.increment(TOP);
    NEXT();
}
// `sent` goes, a mortal.
STEP(let_go) {
    vm.block.decrement(vm.loop.sent);
    if (vm.block.attention & attention_dying) ATTEND(false);
    NEXT();
}

STEP(NOP) {
    NEXT();
}
STEP(LOAD_FAST) {
    const Value value = locals[ARGUMENT];
    if (value.is_null()) [[unlikely]] SLOW();
    PUSH_NEXT(value);
}
STEP(LOAD_FAST_LOAD_FAST) {
    const Value first = locals[ARGUMENT], second = locals[ip->word >> 8];
    if (first.is_null() || second.is_null()) [[unlikely]] SLOW();
    *sp++ = first;
    if (first.is_mortal()) [[unlikely]] GO(count_top);  // the second load then comes by itself
    ++ip;
    PUSH_NEXT(second);
}
STEP(LOAD_FAST_LOAD_CONST) {
    const Value first = locals[ARGUMENT];
    if (first.is_null()) [[unlikely]] SLOW();
    *sp++ = first;
    if (first.is_mortal()) [[unlikely]] GO(count_top);
    std::memcpy(sp++, &ip->cache_key, sizeof(Value));
    ++ip;
    NEXT();
}
STEP(LOAD_CONST) {
    std::memcpy(sp++, &WORD.cache_key, sizeof(Value));
    NEXT();
}
STEP(STORE_FAST) {
    Value& slot = locals[ARGUMENT];
    const Value old = slot;
    slot = *--sp;
    DROP_NEXT(old);
}
STEP(STORE_FAST_LOAD_FAST) {
    Value& slot = locals[ARGUMENT];
    const Value old = slot;
    if (old.is_mortal()) [[unlikely]] {
        slot = *--sp;
        DROP_NEXT(old);
    }
    slot = *--sp;
    const Value value = locals[ip->word >> 8];
    if (value.is_null()) [[unlikely]] NEXT();
    ++ip;
    PUSH_NEXT(value);
}
STEP(POP_TOP) {
    --sp;
    DROP_NEXT(*sp);
}
STEP(PUSH_NULL) {
    *sp++ = Value{};
    NEXT();
}
STEP(COPY) {
    PUSH_NEXT(sp[-static_cast<int32_t>(ARGUMENT)]);
}
STEP(SWAP) {
    std::swap(TOP, sp[-static_cast<int32_t>(ARGUMENT)]);
    NEXT();
}

// What a jump asks of a value; needs_call: the slow way.
static inline Outcome truth_of(const Vm& vm, const uint8_t* base, Value value) {
    if (value == vm.loop.true_value) return Outcome::yes;
    if (value == vm.loop.false_value || value == vm.loop.none) return Outcome::no;
    return light_truth(base, vm.loop.shapes, value);
}

#define JUMP_OR_POP(name_, jumps_if_)                                 \
    STEP(name_) {                                                     \
        const Outcome truth = truth_of(vm, base, TOP);                \
        if (truth == Outcome::needs_call) SLOW();                     \
        if (truth == jumps_if_) JUMP();                               \
        else --sp;                                                    \
        NEXT();                                                       \
    }
JUMP_OR_POP(JUMP_IF_FALSE_OR_POP, Outcome::no)
JUMP_OR_POP(JUMP_IF_TRUE_OR_POP, Outcome::yes)
#undef JUMP_OR_POP

#define POP_JUMP(name_, jumps_if_)                                    \
    STEP(name_) {                                                     \
        const Outcome truth = truth_of(vm, base, TOP);                \
        if (truth == Outcome::needs_call) SLOW();                     \
        --sp;                                                         \
        if (truth == jumps_if_) JUMP();                               \
        NEXT();                                                       \
    }
POP_JUMP(POP_JUMP_FORWARD_IF_FALSE, Outcome::no)
POP_JUMP(POP_JUMP_BACKWARD_IF_FALSE, Outcome::no)
POP_JUMP(POP_JUMP_FORWARD_IF_TRUE, Outcome::yes)
POP_JUMP(POP_JUMP_BACKWARD_IF_TRUE, Outcome::yes)
#undef POP_JUMP

#define POP_JUMP_NONE(name_, operator_)                               \
    STEP(name_) {                                                     \
        const Value value = *--sp;                                    \
        if (value operator_ vm.loop.none) JUMP();                     \
        DROP_NEXT(value);                                             \
    }
POP_JUMP_NONE(POP_JUMP_FORWARD_IF_NONE, ==)
POP_JUMP_NONE(POP_JUMP_BACKWARD_IF_NONE, ==)
POP_JUMP_NONE(POP_JUMP_FORWARD_IF_NOT_NONE, !=)
POP_JUMP_NONE(POP_JUMP_BACKWARD_IF_NOT_NONE, !=)
#undef POP_JUMP_NONE

STEP(JUMP_FORWARD) {
    JUMP();
    NEXT();
}
STEP(JUMP_BACKWARD_NO_INTERRUPT) {
    JUMP();
    NEXT();
}
STEP(JUMP_BACKWARD) {
    JUMP();
    LOOK_UP(true);
    NEXT();
}
STEP(RESUME) {
    if (ARGUMENT < 2) LOOK_UP(true);
    NEXT();
}

}  // namespace meada
