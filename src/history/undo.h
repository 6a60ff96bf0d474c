// Puts a machine back after something that must leave no trace in it: what somebody asks of a
// moment. What was written is told by its cards, so that it costs what was done, where a copy of
// the machine would cost what it is.
#pragma once

#include <cstdint>
#include <vector>

#include "machine/machine.h"

namespace meada {

class Undo {
  public:
    // Of a machine whose card marks nobody else reads for checkpoints.
    explicit Undo(Machine& machine) : machine_(machine) {}
    // It is as it should be again later.
    void keep();
    // Makes it what it was when keep() was called last.
    void put_back();

  private:
    Machine& machine_;
    std::vector<uint8_t> bytes_, cards_;
    std::vector<uint32_t> noted_, noted_targets_;
    uint8_t attention_ = 0;
};

}  // namespace meada
