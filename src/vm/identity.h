// What id() gives and a repr shows as the address: made of serials handed out at first request, so
// that no address of the host shows (serial_of in operations.h).
#pragma once

#include <string>

#include "vm/vm.h"

namespace meada {

uint64_t identity_of(Vm&, Value);
// " at 0x7f0000000010"
void append_address(Vm&, std::string& out, Value);

}  // namespace meada
