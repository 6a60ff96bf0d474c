// The data races of a scenario, beside whatever run is open: a machine of its own, in slices.
#pragma once

#include <memory>
#include <string>

#include "base/result.h"
#include "explore/race_pass.h"
#include "scenario/scenario.h"

namespace meada {

class RaceSearch {
  public:
    // Errors: as Session::open.
    static Result<std::unique_ptr<RaceSearch>> open(const Scenario&);
    // Works for about this long (real time). True: there is more to do.
    bool advance(uint64_t budget_ns);
    std::vector<Race> races() const { return pass_->races(); }
    // {"trace_hash", "races": [{"name", "first", "second", "guard", "fails_with_gil", "count"}]}
    std::string json() const;
    Machine& machine() { return *machine_; }

  private:
    std::unique_ptr<Machine> machine_;
    std::unique_ptr<RacePass> pass_;
};

}  // namespace meada
