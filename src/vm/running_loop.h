// What the loop keeps beside the registers that its instructions hand on (loop.h). Filled by run()
// and of no meaning between runs. Inside vm.
#pragma once

#include "vm/objects.h"

namespace meada {

class Vm;
struct Goal;
enum class Step : uint8_t;

// Why the loop was left.
enum class Leave : uint8_t {
    no,
    exact,
    user_instructions,
    hand_over,
    slice,
    turn,  // another turn has come that the other loop runs
    suspended,
    raised,
    again,  // not left: from a step back to the switch (switch_loop.cpp)
};

// Where the compiler can: every register passes arguments, none has to be saved. (It cannot in code
// that a sanitizer has changed.)
#ifdef MEADA_SWITCH_LOOP
#define LOOP_CONVENTION
#elif __has_cpp_attribute(clang::preserve_none) && \
    (defined(__x86_64__) || defined(__aarch64__)) && \
    !__has_feature(address_sanitizer) && !__has_feature(thread_sanitizer)
#define LOOP_CONVENTION __attribute__((preserve_none))
#else
#define LOOP_CONVENTION
#endif
using LoopStep = Leave(LOOP_CONVENTION*)(Vm&, const CodeWord* ip, Value* sp, Frame* frame,
                                         uint8_t* base);

// Root shapes of exact built-in types, by which the loop knows them.
struct BuiltinShapes {
    uint32_t str, list, tuple, dict, set, type;
};

// Fuel is in bytes of straight-line code (CodeWord[]), so that counting is a pointer's difference:
// running straight on, it is used up at the address `fuel_end`.
struct RunningLoop {
    int64_t fuel_end = 0;
    int64_t fuel = 0;          // what is left; true from COUNT until `ip` moves
    int64_t fuel_counted = 0;  // `fuel` when Vm::user_instructions was last brought up to date
    int64_t fuel_start = 0;
    uint64_t user_mask = 0;    // all ones in code of the user, 0 in the library's
    const LoopStep* steps = nullptr;  // by internal opcode
    // Where the switch goes on (switch_loop.cpp).
    const CodeWord* ip = nullptr;
    Value* sp = nullptr;
    Frame* frame = nullptr;
    uint8_t* base = nullptr;
    Goal* goal = nullptr;
    bool exact = false;
    // On their way from one step to the next.
    bool hand_over = false;
    Step step{};
    Leave leave{};
    ReturnMode resume_mode = ReturnMode::next;
    Value sent;
    // Constant while a block's boot image is.
    Value true_value, false_value, none, object_new;
    Ref<Dict> builtins;
    uint32_t characters = 0;  // offset of the shared strs of one character, by code
    BuiltinShapes shapes{};
};

}  // namespace meada
