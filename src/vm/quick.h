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

// The real instruction behind an internal opcode.
Opcode base_opcode(uint8_t internal);

}  // namespace meada
