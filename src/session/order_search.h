// Every order of a scenario's threads, beside whatever run is open: a machine of its own, in
// slices.
#pragma once

#include <memory>

#include "base/result.h"
#include "explore/explore.h"
#include "scenario/scenario.h"

namespace meada {

class OrderSearch {
  public:
    // Errors: as Session::open.
    static Result<std::unique_ptr<OrderSearch>> open(const Scenario&);
    // Works for about this long (real time). True: there is more to do.
    bool advance(uint64_t budget_ns);
    const Exploration& found() const { return explorer_->found(); }
    const MachineSpec& spec() const { return machine_->spec; }  // what its decisions are of

  private:
    std::unique_ptr<Machine> machine_;
    std::unique_ptr<Explorer> explorer_;
};

}  // namespace meada
