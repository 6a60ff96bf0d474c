// How a script calls what an access touches: by its globals, what they hold, and the names that the
// frames of a thread have for it.
#pragma once

#include "machine/machine.h"
#include "vm/accesses.h"

namespace meada {

// "counter", "account.balance", "table[3]", "seats"; by its class where nothing names it:
// "Account.balance". `thread` is the one that touches it.
std::string name_of_access(const Machine&, const Access&, Ref<Thread> thread);
// A lock's; empty if nothing names it.
std::string name_of_lock(const Machine&, Ref<Lock>, Ref<Thread> thread);

}  // namespace meada
