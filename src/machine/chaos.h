// The chaos option's blow between two instructions. Inside machine.
#pragma once

#include "machine/machine.h"

namespace meada {

// Moves the block to a new address, poisons the old one, and forces a switch to another thread and
// back, throwing away on either way whatever is kept outside the block. No trace of it may remain:
// if it does, the block is not the whole state, or something points into it.
void shake(Machine&);

}  // namespace meada
