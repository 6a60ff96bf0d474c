// Attribute look-up as CPython's object.__getattribute__, type.__getattribute__, modules and super
// do it. Names are interned strs.
#pragma once

#include "vm/operations.h"

namespace meada {

// yes: `result`. no: there is no such attribute (nothing raised yet). needs_call: vm.request is
// set (a property, a Python __get__ or __getattr__): the call's result is the attribute.
Computed get_attribute(Vm&, Value object, Value name);
// The same without the type's own __getattribute__ and __getattr__.
Computed get_attribute_plain(Vm&, Value object, Value name);
// For a call right away: a function of the type comes unbound, with its receiver.
struct Method {
    Outcome outcome;
    Value callable = {};
    Value receiver = {};  // to be called with as first argument: the object, or super()'s; or null
};
Method get_method(Vm&, Value object, Value name);
// yes: done. needs_call: vm.request is set, its result is to be dropped. A null value deletes.
Outcome set_attribute(Vm&, Value object, Value name, Value value);
Outcome set_attribute_plain(Vm&, Value object, Value name, Value value);

// Binds what a type has under a name to an object of it (null: to the type itself).
Computed bind_attribute(Vm&, Value attribute, Value object, Ref<Type> type);
// What a native data descriptor (a property, a member) does to an object's attribute; as
// set_attribute.
Outcome set_by_descriptor(Vm&, Value descriptor, Value object, Value value);
bool is_data_descriptor(Vm&, Value attribute);

Value raise_no_attribute(Vm&, Value object, Value name);

}  // namespace meada
