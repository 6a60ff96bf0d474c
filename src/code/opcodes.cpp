#include "code/opcodes.h"

namespace meada {

std::string_view name_of(Opcode opcode) {
    static constexpr std::string_view names[] = {
#define OPCODE(name, argument) #name,
#include "code/opcodes.def"
#undef OPCODE
    };
    return names[static_cast<uint8_t>(opcode)];
}

ArgumentKind argument_kind(Opcode opcode) {
    static constexpr ArgumentKind kinds[] = {
#define OPCODE(name, argument) ArgumentKind::argument,
#include "code/opcodes.def"
#undef OPCODE
    };
    return kinds[static_cast<uint8_t>(opcode)];
}

}  // namespace meada
