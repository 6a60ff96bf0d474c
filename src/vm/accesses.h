// What an instruction of a script is about to touch of objects that other threads may reach too:
// found by looking at the instruction and its operands before it runs, so that the loops pay
// nothing. For whoever goes through a run one instruction at a time (RunLimits).
//
// The modelled library is atomic: of a call of its functions only the call itself is told, as an
// operation on the object whose method it is.
#pragma once

#include <vector>

#include "code/opcodes.h"
#include "vm/vm.h"

namespace meada {

enum class AccessPart : uint8_t {
    attribute,  // of an instance or class, or a module's global name
    item,       // of a list or dict, by key
    whole,      // a container: its length, order, every item
    cell,       // a variable of an enclosing function
    operation,  // a method of the library's: of a lock, queue, deque, …; name: the method's
};

struct Access {
    AccessPart part = AccessPart::whole;
    bool writes = false;
    bool atomic = false;   // one call of what is native in CPython: it happens at once there too
    uint32_t object = 0;   // offset; of a global name: the module's dict
    uint64_t key = 0;      // attribute: offset of its interned name; item: the key's number or hash
    Ref<Str> name = {};    // of an attribute, cell or operation; 0: none
    Value item = {};       // its key

    // A whole container is every item of it.
    bool has_key() const { return part == AccessPart::attribute || part == AccessPart::item; }
};

// The instruction of a script's code that the running context runs next.
struct NextInstruction {
    Ref<CodeObject> code;
    uint32_t index = 0;
    Opcode opcode = Opcode::NOP;
    uint32_t argument = 0;
};
// False: it is inside the library, or there is none.
bool next_instruction(const Vm&, NextInstruction& out);

// Adds what it touches, reads before writes. Changes nothing in the block.
void add_accesses(Vm&, const NextInstruction&, std::vector<Access>& out);

// Whether CPython 3.11 may hand the GIL over with it: RESUME, a jump backward, a call.
bool may_hand_over(Opcode);

}  // namespace meada
