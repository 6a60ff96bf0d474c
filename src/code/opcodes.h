// The instruction set as an enum, with what each argument means.
#pragma once

#include <cstdint>
#include <string_view>

namespace meada {

enum class Opcode : uint8_t {
#define OPCODE(name, argument) name,
#include "code/opcodes.def"
#undef OPCODE
};

constexpr uint32_t opcode_count = 0
#define OPCODE(name, argument) +1
#include "code/opcodes.def"
#undef OPCODE
    ;

enum class ArgumentKind : uint8_t { none, constant, name, local, target, count, flags };

std::string_view name_of(Opcode);
ArgumentKind argument_kind(Opcode);

// BINARY_OP's argument, numbered as in CPython 3.11; the in-place forms follow in the same order.
enum class BinaryOperator : uint8_t {
    add, bit_and, floor_divide, left_shift, matrix_multiply, multiply, remainder, bit_or, power,
    right_shift, subtract, true_divide, bit_xor,
};
constexpr uint32_t binary_operator_count = 13;  // + this: in place

enum class CompareOperator : uint8_t { less, less_equal, equal, not_equal, greater, greater_equal };

}  // namespace meada
