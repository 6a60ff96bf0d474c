// hash() of everything built in, with CPython's values: numbers (number_hash.cpp), strs and bytes
// (SipHash-1-3 with a zero key), tuples (xxHash, as Objects/tupleobject.c documents), frozensets.
// What CPython hashes by address is hashed by its serial here.
#include "vm/byte_strings.h"
#include "vm/natives.h"
#include "vm/range.h"
#include "vm/sequences.h"
#include "vm/set.h"
#include "vm/strings.h"

namespace meada {
namespace {

constexpr uint64_t hash_of_none = 0xfca86420;  // CPython 3.11: an address; 3.12: this
constexpr uint32_t hash_depth_max = 2000;

Hashed raise_unhashable(Vm& vm, Value value) {
    vm.raise(Root::TypeError, "unhashable type: '" + type_name(vm, value) + "'");
    return {Outcome::raised};
}

Hashed hash_at(Vm&, Value, uint32_t depth);

Hashed hash_of_tuple(Vm& vm, Ref<Tuple> tuple, uint32_t depth) {
    if (depth > hash_depth_max) {
        vm.raise(Root::RecursionError, "maximum recursion depth exceeded");
        return {Outcome::raised};
    }
    TupleHash lanes;
    const uint32_t count = vm.block[tuple].count;
    vm.charge(count);
    for (uint32_t index = 0; index < count; ++index) {
        const Hashed item = hash_at(vm, item_at(vm, tuple_items(vm, tuple), index), depth + 1);
        if (item.outcome != Outcome::yes) return item;
        lanes.add(item.hash);
    }
    return {Outcome::yes, lanes.finish(count)};
}

Hashed hash_of_frozenset(Vm& vm, Value set) {
    if (vm.is_instance(set, Root::type_set)) return raise_unhashable(vm, set);
    const Ref<Set> ref = set.as_ref<Set>();
    if (vm.block[ref].hash == 0) vm.block.edit(ref).hash = frozenset_hash(vm, ref);
    return {Outcome::yes, vm.block[ref].hash};
}

Hashed hash_of_range(Vm& vm, Value value) {
    const Range range = vm.block[value.as_ref<Range>()];
    const Value length = range_length(vm, range);
    if (length.is_null()) return {Outcome::raised};
    const bool empty = length == Value::from_int(0), one = length == Value::from_int(1);
    TupleHash lanes;
    lanes.add(hash_of_int_like(vm, length));
    lanes.add(empty ? hash_of_none : hash_of_int_like(vm, range.start));
    lanes.add(empty || one ? hash_of_none : hash_of_int_like(vm, range.step));
    return {Outcome::yes, lanes.finish(3)};
}

Hashed hash_of_method(Vm& vm, Value value) {  // as method.__hash__
    const BoundMethod method = vm.block[value.as_ref<BoundMethod>()];
    const uint64_t hash = serial_of(vm, method.self) * 31 + serial_of(vm, method.function);
    return {Outcome::yes, hash & 0xffffffff};
}

Hashed hash_of_object(Vm& vm, Value value, uint32_t depth) {
    switch (vm.block.kind(value)) {
        case Kind::str: return {Outcome::yes, str_hash(vm, value)};
        case Kind::boolean:
        case Kind::integer: return {Outcome::yes, hash_of_int_like(vm, value)};
        case Kind::floating: return {Outcome::yes, hash_of_float(float_of(vm, value), value)};
        case Kind::complex: {
            const Complex& number = vm.block[value.as_ref<Complex>()];
            return {Outcome::yes, hash_of_complex(number.real, number.imaginary)};
        }
        case Kind::none: return {Outcome::yes, hash_of_none};
        case Kind::bytes: return {Outcome::yes, bytes_hash(vm, value)};
        case Kind::tuple: return hash_of_tuple(vm, value.as_ref<Tuple>(), depth);
        case Kind::set: return hash_of_frozenset(vm, value);
        case Kind::range: return hash_of_range(vm, value);
        case Kind::bound_method: return hash_of_method(vm, value);
        case Kind::list:
        case Kind::dict:
        case Kind::bytearray:
        case Kind::slice:
        case Kind::mapping_proxy: return raise_unhashable(vm, value);
        case Kind::dict_view:
            if (vm.block.object(value).detail != static_cast<uint16_t>(DictViewForm::values))
                return raise_unhashable(vm, value);
            [[fallthrough]];
        default: return {Outcome::yes, serial_of(vm, value)};
    }
}

// A native of the library as __hash__ of one of its classes: it answers at once.
Hashed hash_by_library(Vm& vm, Value method, Value value) {
    const Value hash = call_getter(vm, vm.block[method.as_ref<NativeFunction>()].index, value);
    if (hash.is_null()) return {Outcome::raised};
    return {Outcome::yes, hash_argument(vm, hash)};
}

Hashed hash_at(Vm& vm, Value value, uint32_t depth) {
    if (value.is_int()) return {Outcome::yes, hash_of_int(value.as_int())};
    if (value.is_float()) return {Outcome::yes, hash_of_float(value.as_float(), value)};
    const Object& object = vm.block.object(value);
    if (object.kind == Kind::str && object.flags & cell_interned)
        return {Outcome::yes, str_hash(vm, value)};
    const Type& type = vm.block[vm.block[object.shape].type];
    if (type.flags & type_heap || object.kind == Kind::native_object) {
        const Value method = type.specials[static_cast<uint32_t>(Special::hash_)];
        if (method == vm.none() || method.is_null()) return raise_unhashable(vm, value);
        const bool native = vm.block.kind(method) == Kind::native;
        if (native && vm.block[method.as_ref<NativeFunction>()].module)
            return hash_by_library(vm, method, value);
        if (has_own(vm, value, Special::hash_)) return {Outcome::needs_call};
    }
    return hash_of_object(vm, value, depth);
}

}  // namespace

Hashed hash_of(Vm& vm, Value value) { return hash_at(vm, value, 0); }

Hashed plain_hash(Vm& vm, Value value) { return hash_of_object(vm, value, 0); }

std::string type_name(const Vm& vm, Value value) {
    std::string room;
    return std::string(type_name(vm, value, room));
}

std::string_view type_name(const Vm& vm, Value value, std::string& room) {
    if (value.is_null()) return "NULL";
    const Type& type = vm.block[vm.type_of(value)];
    const std::string_view name = utf8_of(vm, Value::from_ref(type.name), room);
    if (!(type.flags & type_hidden)) return name;
    uint32_t position = 0;
    Value key, module;
    while (dict_next(vm, type.attributes, position, key, module))
        if (str_equals(vm, key, "__module__"))
            return room = to_utf8(vm, module) + "." + std::string(name);
    return name;
}

}  // namespace meada
