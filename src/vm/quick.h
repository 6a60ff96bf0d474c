// Internal opcodes: the instruction set and, behind it, its fast forms (quick.def). Inside vm.
#pragma once

#include "code/opcodes.h"

namespace meada {

enum class Quick : uint8_t {
#define OPCODE(name, argument) name,
#include "code/opcodes.def"
#undef OPCODE
#define QUICK(name, stands_for, width) name,
#include "vm/quick.def"
#undef QUICK
    count
};

// The form of one instruction that an internal opcode starts with, for the exact loop.
constexpr Quick exact_form(uint8_t internal) {
    switch (const auto quick = static_cast<Quick>(internal)) {
        case Quick::COMPARE_LESS_JUMP: return Quick::COMPARE_LESS;
        case Quick::COMPARE_LESS_EQUAL_JUMP: return Quick::COMPARE_LESS_EQUAL;
        case Quick::COMPARE_EQUAL_JUMP: return Quick::COMPARE_EQUAL;
        case Quick::COMPARE_NOT_EQUAL_JUMP: return Quick::COMPARE_NOT_EQUAL;
        case Quick::COMPARE_GREATER_JUMP: return Quick::COMPARE_GREATER;
        case Quick::COMPARE_GREATER_EQUAL_JUMP: return Quick::COMPARE_GREATER_EQUAL;
        case Quick::LOAD_FAST_LOAD_FAST:
        case Quick::LOAD_FAST_ADD:
        case Quick::LOAD_FAST_SUBTRACT:
        case Quick::LOAD_FAST_MULTIPLY:
        case Quick::LOAD_FAST_LOAD_CONST: return Quick::LOAD_FAST;
        case Quick::LOAD_CONST_ADD:
        case Quick::LOAD_CONST_SUBTRACT:
        case Quick::LOAD_CONST_MULTIPLY:
        case Quick::LOAD_CONST_REMAINDER: return Quick::LOAD_CONST;
        case Quick::STORE_FAST_LOAD_FAST: return Quick::STORE_FAST;
        case Quick::JUMP_BACKWARD_FOR: return Quick::JUMP_BACKWARD;
        default: return quick;
    }
}

// The real instruction behind an internal opcode.
Opcode base_opcode(uint8_t internal);

}  // namespace meada
