// The races of a run: it runs once more, an instruction at a time, and each access is looked at
// before it happens. The run is the same as without (its trace hash tells). In slices, so that a
// page stays alive meanwhile.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "machine/machine.h"

namespace meada {

struct RaceLine {
    std::string file, function;
    uint32_t line = 0;
};
struct RaceSide {
    std::string thread;
    bool writes = false;
    std::vector<RaceLine> stack;  // innermost first
    uint64_t instruction = 0;     // of user code in the whole run: right before the first such one
    TimeNs time_ns = 0;
};
struct Race {
    std::string name;             // of what is accessed, as the script calls it
    RaceSide first, second;
    std::string guard;            // the lock held at other accesses; empty: no lock guards it
    bool guard_is_own = false;    // each access takes it, but for itself only
    bool fails_with_gil = false;  // under CPython 3.11 too; else the GIL hides it by accident
    uint64_t count = 0;           // pairs of accesses at these two places
};

class RacePass {
  public:
    explicit RacePass(Machine&);  // that has not begun
    ~RacePass();
    // Goes on for about so many instructions of the script. True: there is more to do.
    bool advance(uint64_t instructions);
    std::vector<Race> races() const;

  private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

}  // namespace meada
