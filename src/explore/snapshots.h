// Copies of the machine on the way of a search, as the cards that differ from where it began: a few
// hundred for a small script, so that going back costs some microseconds. Inside explore.
#pragma once

#include "machine/machine.h"

namespace meada {

struct Snapshot {
    uint32_t size_bytes = 0;
    std::vector<uint32_t> cards;
    Bytes bytes;  // of these cards
};

class Snapshots {
  public:
    explicit Snapshots(Machine&);  // it stands where the search begins
    Snapshot take();
    void restore(const Snapshot&);

  private:
    Machine& machine_;
    Bytes base_;
};

}  // namespace meada
