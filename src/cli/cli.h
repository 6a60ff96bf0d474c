// The command `meada`: sub-commands, one file each. The door.
#pragma once

#include <string>
#include <vector>

namespace meada {

// The whole command; its exit status. 2: the command line or the input is at fault.
int run_cli(const std::vector<std::string>& arguments);

}  // namespace meada
