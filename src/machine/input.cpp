// Standard input: a text that may still grow.
#include <algorithm>

#include "machine/machine.h"
#include "vm/interpreter.h"
#include "vm/strings.h"

namespace meada {

std::optional<std::string> read_input(Machine& machine, InputWait wanted) {
    const uint64_t start = std::min<uint64_t>(machine.root().input_offset, machine.input.size());
    const auto line_end = [&] {
        return wanted == InputWait::line ? machine.input.find('\n', start) : std::string::npos;
    };
    while (line_end() == std::string::npos && machine.more_input &&
           machine.more_input(machine.input)) {}
    if (line_end() == std::string::npos && machine.asks_for_input) {
        machine.edit_root().input_wait = static_cast<uint8_t>(wanted);
        return std::nullopt;
    }
    const uint64_t end =
        line_end() == std::string::npos ? machine.input.size() : line_end() + 1;
    machine.edit_root().input_offset = end;
    machine.edit_root().input_wait = static_cast<uint8_t>(InputWait::none);
    emit(machine, event::input_read{end - start});
    return machine.input.substr(start, end - start);
}

bool answer_input(Machine& machine) {
    const auto text = read_input(machine, static_cast<InputWait>(machine.root().input_wait));
    if (!text) return false;
    const Value line = new_str(machine.vm, *text);
    if (line.is_null())
        deliver_exception(machine.vm, machine.vm.context, machine.vm.root(Root::memory_error));
    else
        deliver(machine.vm, machine.vm.context, line);
    return true;
}

}  // namespace meada
