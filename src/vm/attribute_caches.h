// Inline caches of attributes: after the slow way has found one, the running instruction becomes
// the form (quick.def) that finds it again, and others share what it learned (Vm::shape_lookup). A
// class's change makes all forget (type_changed). Nothing is cached that could run Python code but
// a property's own function. Inside vm.
#pragma once

#include "vm/vm.h"

namespace meada {

void cache_attribute(Vm&, Value object, Value name);  // found, and loaded without a call
void cache_property(Vm&, Value object, Value name);   // its function is about to be called
void cache_method(Vm&, Value object, Value name, Value callable);
// A method that does not take the object itself.
void cache_class_method(Vm&, Value object, Value name);
void cache_module_method(Vm&, Value module, Value name);
// A value was stored; the object had this shape before.
void cache_store(Vm&, Value object, Value name, Ref<Shape> before);

}  // namespace meada
