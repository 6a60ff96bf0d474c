// The loop in WebAssembly: the steps that call nothing (loop_*.inc) are the cases of one switch.
// It calls others in one place, behind which it takes all registers from memory, so that an
// engine keeps them in machine registers everywhere else. An engine puts a function's optimised
// code in place when the function is next entered: so the switch is left now and then.
#include <array>

#include "vm/arithmetic.h"
#include "vm/loop_calls.h"

namespace meada {
namespace {

constexpr uint32_t calls_in_one_go = 16;
constexpr auto resume_at_start = static_cast<uint32_t>(Quick::RESUME);  // argument 0

constexpr auto calling_steps = [] {
    std::array<LoopStep, 256> steps{};
    steps.fill(loop_slow);
#define LEAF(name)
#define CALLING(name) steps[static_cast<uint8_t>(Quick::name)] = loop_##name;
#include "vm/loop.def"
#undef LEAF
#undef CALLING
    return steps;
}();

#undef STEP
#undef GO
#undef NEXT
#undef NEXT_ELSEWHERE
#define STEP(name) case Quick::name:
#undef NEXT_IS
#undef STEP_THAT_FOLLOWS
#undef RESUMED
#define NEXT() goto next
#define NEXT_ELSEWHERE() goto elsewhere
#define NEXT_IS(name_)     \
    do {                   \
        ++ip;              \
        goto then_##name_; \
    } while (0)
#define STEP_THAT_FOLLOWS(name_) \
    case Quick::name_:           \
    then_##name_:
#define RESUMED()                                       \
    do {                                                \
        if (!exact && BEHIND->word == resume_at_start) {\
            ++ip;                                       \
            LOOK_UP(true);                              \
        }                                               \
    } while (0)
#define GO(name_)              \
    do {                       \
        step = loop_##name_;   \
        goto call;             \
    } while (0)

// No loop may become a call of memset or memcpy.
template <bool exact>
[[clang::no_builtin]] Leave run_switch(LOOP_PARAMETERS) {
    LoopStep step;
    uint32_t calls_left = calls_in_one_go;
elsewhere:
    // A loop around the loop: within a frame `frame` and `base` stay, and no turn has to hand them
    // on to the next one.
    asm volatile("" : "+r"(frame), "+r"(base));
next:
    if constexpr (exact) {
        if (stops_here(vm, BEHIND)) {
            SAVE();
            vm.loop.leave = Leave::user_instructions;
            GO(stopped);
        }
    }
    {
        ++ip;
        auto opcode = static_cast<uint8_t>(WORD.word);
        if constexpr (exact) opcode = static_cast<uint8_t>(exact_form(opcode));
        // A case reads its word anew: kept from here, engines would spill it at each instruction.
        asm volatile("" : "+r"(ip));
        switch (static_cast<Quick>(opcode)) {
#include "vm/loop_stack.inc"
#include "vm/loop_numbers.inc"
#include "vm/loop_names.inc"
#include "vm/loop_containers.inc"
#include "vm/loop_calls.inc"
            default: step = calling_steps[opcode];
        }
    }
call: {
    const Leave leave = step(LOOP_ARGUMENTS);
    if (leave != Leave::again || --calls_left == 0) return leave;
}
    ip = vm.loop.ip;
    sp = vm.loop.sp;
    frame = vm.loop.frame;
    base = vm.loop.base;
    goto elsewhere;
}

}  // namespace

Leave run_loop(LOOP_PARAMETERS) {
    const LoopStep run = vm.loop.exact ? run_switch<true> : run_switch<false>;
    Leave leave = vm.block.attention ? loop_attend(LOOP_ARGUMENTS) : run(LOOP_ARGUMENTS);
    while (leave == Leave::again)
        leave = run(vm, vm.loop.ip, vm.loop.sp, vm.loop.frame, vm.loop.base);
    return leave;
}

}  // namespace meada
