// The loop on the desktop: every step is a function that ends by calling the next one in its place.
// The steps that call nothing come from loop_*.inc.
#include <array>

#include "vm/arithmetic.h"
#include "vm/loop_calls.h"

#if !__has_cpp_attribute(clang::musttail)
#error "The loop needs a compiler with [[clang::musttail]]."
#endif

namespace meada {

#include "vm/loop_stack.inc"
#include "vm/loop_numbers.inc"
#include "vm/loop_names.inc"
#include "vm/loop_containers.inc"
#include "vm/loop_calls.inc"

namespace {

constexpr auto fast_steps = [] {
    std::array<LoopStep, 256> steps{};
    steps.fill(loop_slow);
#define LEAF(name) steps[static_cast<uint8_t>(Quick::name)] = loop_##name;
#define CALLING(name) LEAF(name)
#include "vm/loop.def"
#undef LEAF
#undef CALLING
    return steps;
}();

constexpr auto plain_steps = [] {
    std::array<LoopStep, 256> steps{};
    for (uint32_t opcode = 0; opcode < steps.size(); ++opcode)
        steps[opcode] =
            fast_steps[static_cast<uint8_t>(exact_form(static_cast<uint8_t>(opcode)))];
    return steps;
}();

}  // namespace

STEP(at_once) {
    ++ip;
    const LoopStep step = plain_steps[WORD.word & 0xff];
    [[clang::musttail]] return step(LOOP_ARGUMENTS);
}

namespace {

// In the exact loop: before every instruction, which then runs in its plain form.
STEP(exactly) {
    --ip;
    if (stops_here(vm, BEHIND)) {
        SAVE();
        vm.loop.leave = Leave::user_instructions;
        GO(stopped);
    }
    GO(at_once);
}

constexpr auto exact_steps = [] {
    std::array<LoopStep, 256> steps{};
    steps.fill(loop_exactly);
    return steps;
}();

Leave first_step(LOOP_PARAMETERS) {
    ++ip;
    const LoopStep step = vm.loop.steps[WORD.word & 0xff];
    return step(LOOP_ARGUMENTS);
}

}  // namespace

Leave run_loop(LOOP_PARAMETERS) {
    vm.loop.steps = (vm.loop.exact ? exact_steps : fast_steps).data();
    return vm.block.attention ? loop_attend(LOOP_ARGUMENTS) : first_step(LOOP_ARGUMENTS);
}

}  // namespace meada
