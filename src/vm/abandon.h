// What a process leaves behind when it ends. Inside vm; the machine ends processes.
#pragma once

#include <unordered_set>
#include <vector>

#include "vm/vm.h"

namespace meada {

// No finaliser runs for what is reached from these cells, contexts among them; `seen`: cells that
// are not looked through. What came with the boot image belongs to the first process.
void abandon(Vm&, std::vector<uint32_t> cells, std::unordered_set<uint32_t> seen,
             bool is_first_process);

}  // namespace meada
