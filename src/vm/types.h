// Types and shapes: making them, looking up through the MRO, keeping the special methods at hand.
#pragma once

#include "vm/vm.h"

namespace meada {

// An attribute of the type itself or of one in its MRO, not bound to anything; null: none.
// `name` must be interned.
Value find_in_type(Vm&, Ref<Type>, Value name);

// A class as a class statement makes it: bases checked, MRO by C3 (Barrett et al., "A Monotonic
// Superclass Linearization for Dylan"), layout chosen, __slots__ made, specials filled in.
// Takes `attributes` over. Null: raised TypeError.
Value new_type(Vm&, Ref<Type> metatype, Value name, Ref<Tuple> bases, Ref<Dict> attributes);

// type.__bases__ = bases (all of them classes). false: raised.
bool set_bases(Vm&, Ref<Type>, Ref<Tuple> bases);

bool binds_nothing(const Vm&, Value attribute);  // no function, no descriptor

// After a change of the type's attributes: specials of it and of its subclasses, inline caches.
// `plain`: one that binds nothing (no function, no descriptor) took the place of another such one,
// as where a class counts: then no cache has become wrong, and finding them all would be slow.
void type_changed(Vm&, Ref<Type>, Value name, bool plain = false);

// Type::specials from its attributes and its bases'.
void refresh_specials(Vm&, Ref<Type>);

// Every quickened instruction forgets what it cached: after a class that caches rely on changed.
void forget_inline_caches(Vm&);

// The shape after adding the attribute; null if the instance has to change to dict mode (too many
// shapes or slots, or the block is full).
Ref<Shape> shape_with(Vm&, Ref<Shape>, Value name);
// Slot of the attribute, or null.
std::optional<uint32_t> slot_in_shape(const Vm&, Ref<Shape>, Value name);
constexpr uint32_t instance_slots_max = 30;
// How many attributes the functions of a class give to their first argument, at most
// instance_slots_max: an instance that outgrows its slots keeps its attributes in a dict.
uint32_t expected_slots(const Vm&, Ref<Dict> class_attributes);
// Where an instance keeps the value of a member of __slots__.
inline uint32_t member_slot_offset(const Vm& vm, Ref<Member> member, Value instance) {
    return instance.offset() + Instance::slots_offset + vm.block[member].index * 8;
}

// A new object of a Python class without calling __init__: `object.__new__`, or the payload of the
// built-in base left empty. Null: raised.
Value new_instance(Vm&, Ref<Type>);
// A list, dict or set that was just made, as an object of its class: counted, if that has
// a __del__.
Value instance_of_type(Vm&, Ref<Type>, uint32_t cell);

// The __dict__ of an object that has one (made at need; an instance changes to dict mode); null if
// it has none.
Ref<Dict> attributes_of(Vm&, Value object);
// An instance's own dict whatever its class says.
Ref<Dict> instance_dict(Vm&, Ref<Instance>);
// Where an object of this kind keeps Ref<Dict> `attributes`; 0: nowhere.
uint32_t attributes_offset(Kind);

// A built-in type of the machine or the library: kind native_object.
Value new_native_type(Vm&, std::string_view name, std::string_view module, Root base,
                      uint32_t flags);

// Whether a class's __getattribute__, __setattr__ or __delattr__ is not what built-in types have:
// a function of Python, or another type's method (`__setattr__ = dict.__setitem__`).
bool answers_itself(const Vm&, Value hook, Special);

}  // namespace meada
