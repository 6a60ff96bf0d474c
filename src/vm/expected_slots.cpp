// How many attribute slots the instances of a class will need.
#include <algorithm>
#include <vector>

#include "vm/containers.h"
#include "vm/quick.h"
#include "vm/types.h"

namespace meada {
namespace {

// The names that this code stores into attributes of its first argument.
void collect_stored(const Vm& vm, Ref<CodeObject> code, std::vector<uint32_t>& names) {
    const CodeObject& object = vm.block[code];
    if (object.positional_count == 0) return;
    const auto* words = vm.block.at<CodeWord>(object.instructions.offset +
                                              Instructions::first_offset);
    const auto opcode_at = [&](uint32_t index) {
        return base_opcode(static_cast<uint8_t>(words[index].word & 0xff));
    };
    for (uint32_t index = 1; index < object.instruction_count; ++index) {
        if (opcode_at(index) != Opcode::STORE_ATTR) continue;
        if (opcode_at(index - 1) != Opcode::LOAD_FAST || words[index - 1].word >> 8 != 0) continue;
        const uint32_t slot = object.names.offset + Tuple::items_offset +
                              (words[index].word >> 8) * 8;
        const uint32_t name = vm.block.load(slot).offset();
        if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
    }
}

}  // namespace

uint32_t expected_slots(const Vm& vm, Ref<Dict> attributes) {
    std::vector<uint32_t> names;
    uint32_t position = 0;
    Value key, value;
    while (dict_next(vm, attributes, position, key, value))
        if (vm.block.kind(value) == Kind::function)
            collect_stored(vm, vm.block[value.as_ref<Function>()].code, names);
    return std::min(static_cast<uint32_t>(names.size()), instance_slots_max);
}

}  // namespace meada
