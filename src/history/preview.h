// What would come of an option at a choice: a copy of the machine goes that way until the thread
// that it gives the turn to has done something that can be told.
#pragma once

#include <memory>

#include "history/event_log.h"
#include "history/history.h"

namespace meada {

// A thread that only computes is not followed any further.
constexpr uint64_t preview_instructions_max = 300'000;  // of any code
constexpr size_t preview_block_bytes_max = 48u << 20;   // a larger machine is not copied

struct Preview {
    uint32_t option = 0;
    Serial thread = 0;   // which goes next
    uint32_t line = 0;   // of the script, where it stands; 0: before its first
    bool told = false;   // it does something: `moment` is right after that
    EventLog log;        // that one event
    MachineState state;
    Moment moment;       // of these two; as long as the preview stays where it is
};

// A copy of the cursor's machine, used again for each option. `scenario`: of the history.
class Previews {
  public:
    // Null: there is no room for a copy.
    static std::unique_ptr<Previews> open(const Scenario&, History&);
    std::unique_ptr<Preview> look(const Choice&, uint32_t option);

  private:
    std::unique_ptr<Machine> machine_;
    Bytes start_;
};

}  // namespace meada
