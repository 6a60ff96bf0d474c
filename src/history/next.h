// Who could go next at the cursor: the choice that comes next, and what each option would lead to.
// Previews are made one at a time, beside the run, while nothing else is to be done.
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "history/preview.h"

namespace meada {

struct Next {
    const Choice* choice = nullptr;  // made next, before anything else happens; null: none is
    // By option, as far as they are known.
    std::vector<std::unique_ptr<Preview>> previews;
    size_t count = 0;                // choices of the run, as far as it is recorded
    bool all_known = true;           // the run has no more than are kept
    std::optional<size_t> index;     // of `choice`
    std::optional<size_t> before, after;  // the nearest others, as indices
};

class NextSearch {
  public:
    NextSearch() = default;
    // Another run.
    void restart();
    const Next& update(const History&);
    // Makes a preview. True: there is more to do.
    bool work(History&, const Scenario&);

  private:
    Next next_;
    std::unique_ptr<Previews> copies_;
    bool no_copies_ = false;
    uint64_t event_ = ~uint64_t{0};
    Count instruction_ = 0;
    size_t known_ = 0;
};

}  // namespace meada
