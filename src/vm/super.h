// Attributes asked of super(): those of the classes that stand behind one in the MRO of an object's
// class. Inside vm.
#pragma once

#include "vm/attributes.h"

namespace meada {

Value find_in_super(Vm&, Ref<Super>, Value name);  // null: none of them has it
// Whether super() was asked in a class method: functions are not bound then.
bool is_of_class(const Vm&, Ref<Super>);
Computed get_from_super(Vm&, Value object, Value name);

}  // namespace meada
