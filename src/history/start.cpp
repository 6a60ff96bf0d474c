#include "history/history.h"
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

}  // namespace meada
