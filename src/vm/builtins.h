// What the natives of builtins share. Inside vm.
#pragma once

#include "vm/attributes.h"
#include "vm/numbers.h"

namespace meada {

// What the prelude keeps under this name, whatever a script did to builtins.
Value prelude_value(Vm&, std::string_view name);
// A name in these globals, then in their builtins; null: neither has it.
Value find_global(Vm&, Ref<Dict> globals, Value name);
Value find_builtin(Vm&, Ref<Dict> globals, Value name);
// Ends a native with a call of a special method of the object (null: the type has none).
Value call_special(Vm&, Value method, Value object, std::initializer_list<Value> arguments);
// Iterators over built-in containers: stepping them never runs Python code.
bool is_plain_iterator(const Vm&, Value);
bool is_exact(const Vm& vm, Value value, Root type);
// isinstance(); needs_call: a metaclass or the instance itself has a say in it.
Outcome is_instance_plainly(Vm&, Value instance, Value classes);
inline Value tuple_item_of(const Vm& vm, Value tuple, uint32_t index) {
    return vm.block.load(tuple.offset() + Tuple::items_offset + index * 8);
}
inline uint32_t tuple_count(const Vm& vm, Value tuple) {
    return vm.block[tuple.as_ref<Tuple>()].count;
}
// The innermost frame that a script (or a module of the library) wrote: who calls the native.
const Frame* visible_frame(const Vm&);
// CPython's hash of a tuple from its items' hashes.
uint64_t combine_tuple_hash(std::span<const uint64_t> hashes);
Value builtin_callable(Vm&, const Args&);

inline Value or_none(Vm& vm, Value value) { return value ? value : vm.none(); }
template <typename T>
Value or_none(Vm& vm, Ref<T> ref) {
    return ref ? vm.block.value_of(ref) : vm.none();
}
// What an operator's method returns.
inline Value of_computed(Vm& vm, const Computed& computed) {
    if (computed.outcome == Outcome::yes) return computed.result;
    return computed.outcome == Outcome::no ? vm.root(Root::not_implemented) : Value{};
}

}  // namespace meada
