#include "history/history.h"
#include "base/assert.h"
#include "library/library.h"

namespace meada {

Result<std::unique_ptr<Machine>> make_machine(const Scenario& scenario,
                                              std::span<const uint8_t> image) {
    auto machine = make_machine(
        scenario.spec, image,
        Script{scenario.file_name, scenario.source, scenario.input, scenario.program,
               scenario.arguments, scenario.modules});
    if (!machine) return machine;
    for (const Decision& decision : scenario.decisions) (*machine)->decisions.set(decision);
    return machine;
}

std::unique_ptr<Machine> copy_of(Machine& machine) {
    auto copy = std::make_unique<Machine>(all_natives(), machine.spec);
    copy->boot_image = machine.boot_image;
    copy->input = machine.input;
    copy->decisions = machine.decisions;
    const auto same = restore(*copy, snapshot(machine));
    ASSERT(same);  // it was a machine's
    return copy;
}

}  // namespace meada
