// hash() of built-in objects: CPython's values under PYTHONHASHSEED=0.
#include <bit>

#include "vm/byte_strings.h"
#include "vm/numbers.h"
#include "vm/operations.h"
#include "vm/sequences.h"
#include "vm/strings.h"

namespace meada {
namespace {

constexpr uint64_t none_hash = 0xfca86420;  // any constant: an address in CPython

Hashed hash_tuple(Vm& vm, Value tuple) {
    // xxHash's mixing of one lane (Yann Collet), as CPython uses it for tuples.
    constexpr uint64_t prime1 = 11400714785074694791u, prime2 = 14029467366897019727u,
                       prime5 = 2870177450012600261u;
    uint64_t accumulator = prime5;
    const uint32_t count = vm.block[tuple.as_ref<Tuple>()].count;
    for (uint32_t index = 0; index < count; ++index) {
        const Hashed item = hash_of(vm, sequence_item(vm, tuple, index));
        if (item.outcome != Outcome::yes) return item;
        accumulator += item.hash * prime2;
        accumulator = std::rotl(accumulator, 31) * prime1;
    }
    accumulator += count ^ (prime5 ^ 3527539u);
    return {Outcome::yes, accumulator == ~uint64_t{0} ? 1546275796u : accumulator};
}

uint64_t shuffle_bits(uint64_t hash) {
    return ((hash ^ 89869747u) ^ (hash << 16)) * 3644798167u;
}

Hashed hash_frozen_set(Vm& vm, Value set) {
    const Set& found = vm.block[set.as_ref<Set>()];
    uint64_t hash = 0;
    uint32_t position = 0;
    Value key;
    while (set_next(vm, set.as_ref<Set>(), position, key)) {
        const Hashed item = hash_of(vm, key);
        if (item.outcome != Outcome::yes) return item;
        hash ^= shuffle_bits(item.hash);
    }
    hash ^= (uint64_t{found.count} + 1) * 1927868237u;
    hash ^= (hash >> 11) ^ (hash >> 25);
    hash = hash * 69069u + 907133923u;
    return {Outcome::yes, hash == ~uint64_t{0} ? 590923713u : hash};
}

Hashed unhashable(Vm& vm, Value value) {
    vm.raise(Root::TypeError, "unhashable type: '" + type_name(vm, value) + "'");
    return {Outcome::raised};
}

}  // namespace

Hashed hash_of(Vm& vm, Value value) {
    if (value.is_int()) return {Outcome::yes, hash_of_int(value.as_int())};
    if (value.is_float()) return {Outcome::yes, hash_of_float(value.as_float(), value)};
    const Object& object = vm.block.object(value);
    const Ref<Type> type = vm.block[object.shape].type;
    if (vm.block[type].flags & type_heap) {
        const Value method = vm.special(value, Special::hash_);
        if (method == vm.none()) return unhashable(vm, value);
        if (vm.block.kind(method) == Kind::function) return {Outcome::needs_call};
        if (object.kind == Kind::instance || object.kind == Kind::exception)
            return {Outcome::yes, serial_of(vm, value)};
    }
    return hash_of_contents(vm, value);
}

Hashed hash_of_contents(Vm& vm, Value value) {
    const Object& object = vm.block.object(value);
    switch (object.kind) {
        case Kind::str: return {Outcome::yes, str_hash(vm, value)};
        case Kind::bytes: return {Outcome::yes, bytes_hash(vm, value)};
        case Kind::boolean: return {Outcome::yes, object.detail};
        case Kind::none: return {Outcome::yes, none_hash};
        case Kind::integer: return {Outcome::yes, hash_of_int_like(vm, value)};
        case Kind::floating: return {Outcome::yes, hash_of_float(float_of(vm, value), value)};
        case Kind::complex: {
            const auto parts = complex_parts(vm, value);
            const uint64_t hash = hash_of_float(parts->real, value) +
                                  1000003u * hash_of_float(parts->imaginary, value);
            return {Outcome::yes, hash == ~uint64_t{0} ? hash - 1 : hash};
        }
        case Kind::tuple: return hash_tuple(vm, value);
        case Kind::set:
            if (set_is_frozen(vm, value)) return hash_frozen_set(vm, value);
            return unhashable(vm, value);
        case Kind::range: {
            const Ref<Range> range = value.as_ref<Range>();
            const auto length = range_length(vm, range);
            const Range found = vm.block[range];
            const int64_t count = length.value_or(2);
            const Value parts[] = {new_int(vm, count), count > 0 ? found.start : vm.none(),
                                   count > 1 ? found.step : vm.none()};
            return hash_tuple(vm, new_tuple(vm, parts));
        }
        case Kind::list:
        case Kind::dict:
        case Kind::bytearray:
        case Kind::slice: return unhashable(vm, value);
        case Kind::dict_view:
            if (object.detail == static_cast<uint16_t>(DictViewForm::values)) break;
            return unhashable(vm, value);
        case Kind::bound_method: {
            const BoundMethod& method = vm.block[value.as_ref<BoundMethod>()];
            const Value self = method.self, function = method.function;
            return {Outcome::yes, (serial_of(vm, self) << 8) ^ serial_of(vm, function)};
        }
        default: break;
    }
    return {Outcome::yes, serial_of(vm, value)};
}

}  // namespace meada
