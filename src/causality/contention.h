// Which parts two threads use at the same time, one of them changing it, if nothing but starts and
// joins of threads orders them: what the order of threads can make a difference to. Locks do not
// count, because their order is what could be another one.
#pragma once

#include <set>

#include "causality/clocks.h"
#include "causality/parts.h"

namespace meada {

class Contention {
  public:
    void created(uint32_t creator, uint32_t thread);
    void joined(uint32_t joiner, uint32_t ended);
    // Adds to `found` what this access shows to be contended: its part, and that of the others.
    void access(uint32_t thread, const Part&, bool writes, std::set<Part>& found);

  private:
    struct Uses {
        Epoch write;
        std::vector<Epoch> reads;  // a thread's last
    };
    Clock& clock(uint32_t thread);

    std::vector<Clock> clocks_;
    Parts<Uses> uses_;
};

// The happens-before relation of an execution's steps that depend on one another, as a hash: equal
// for two executions that differ only in the order of independent steps, which are then the same
// Mazurkiewicz trace ("Trace Theory", 1986).
class TraceClocks {
  public:
    struct Use {
        Part part;
        bool writes;
    };
    void step(uint32_t thread, const std::vector<Use>&);
    uint64_t hash() const { return hash_; }

  private:
    struct Last {
        Clock write, reads;
    };
    std::vector<Clock> clocks_;
    Parts<Last> last_;
    uint64_t hash_ = 0;
};

}  // namespace meada
