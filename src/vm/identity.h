// What id() gives and a repr shows as the address: serials handed out at first request, so that
// no address of the host shows. 0: raised MemoryError.
#pragma once

#include "vm/vm.h"

namespace meada {

uint64_t identity_of(Vm&, Value);
// " at 0x7f0000000010"
bool append_address(Vm&, std::string& out, Value);

}  // namespace meada
