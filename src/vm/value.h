// A Python value in 64 bits: a small int, a float, or a reference to an object in the block.
//
//   0x0000'0000'0000'0000             null: unset, never seen by a script
//   0x0000'000m'oooo'oooo             reference: 32-bit offset; m = 1: to a mortal object (counted)
//   0x0002'... to 0xFFF2'...          float: its bits plus 2^49 (so that zeroed memory is null)
//   0xFFFF'iiii'iiii'iiii             int of 48 bits, two's complement; larger ones are objects
//
// C++ code only borrows values: storing into a slot of the block counts (see block.h, counted
// slots), holding a Value in a local variable does not.
#pragma once

#include <bit>
#include <cstdint>

#include "base/assert.h"

namespace meada {

// The offset of a T in the block; 0 is none. A T& got through it is dead after the next call
// that may allocate: keep the Ref.
template <typename T>
struct Ref {
    uint32_t offset = 0;

    explicit operator bool() const { return offset != 0; }
    bool operator==(const Ref&) const = default;
    template <typename U>
    Ref<U> as() const {
        return Ref<U>{offset};
    }
};

struct Object;

struct Value {
    uint64_t bits = 0;

    static constexpr uint64_t int_tag = 0xffff'0000'0000'0000u;
    static constexpr uint64_t float_bias = uint64_t{1} << 49;
    static constexpr uint64_t float_span = 0xfff1'0000'0000'0000u;
    static constexpr uint64_t mortal_bit = uint64_t{1} << 32;
    static constexpr int64_t int_max = (int64_t{1} << 47) - 1;
    static constexpr int64_t int_min = -(int64_t{1} << 47);

    bool operator==(const Value&) const = default;  // identity, as `is`
    explicit operator bool() const { return bits != 0; }

    bool is_null() const { return bits == 0; }
    bool is_int() const { return bits >= int_tag; }
    bool is_float() const { return bits - float_bias < float_span; }
    bool is_ref() const { return bits >> 48 == 0 && bits != 0; }
    bool is_mortal() const {
        uint64_t upper = bits >> 32;
#ifdef __wasm__
        // Else it becomes a mask and a number of 64 bits: engines keep both in registers that the
        // loop needs.
        asm("" : "+r"(upper));
#endif
        return static_cast<uint32_t>(upper) == 1;
    }

    static bool fits_int(int64_t number) { return number >= int_min && number <= int_max; }
    static Value from_int(int64_t number) {  // must fit; else see integer.h
        return {static_cast<uint64_t>(number) | int_tag};
    }
    int64_t as_int() const { return static_cast<int64_t>(bits << 16) >> 16; }

    static Value from_float(double number) {
        uint64_t raw = std::bit_cast<uint64_t>(number);
        if (number != number) raw = 0x7ff8'0000'0000'0000u;  // the one NaN
        return {raw + float_bias};
    }
    double as_float() const { return std::bit_cast<double>(bits - float_bias); }

    // For objects that are not mortal, by their kind; else Block::value_of.
    template <typename T>
    static Value from_ref(Ref<T> ref) {
        return {ref.offset};
    }
    uint32_t offset() const { return static_cast<uint32_t>(bits); }
    template <typename T = Object>
    Ref<T> as_ref() const {
        return Ref<T>{offset()};
    }
};
static_assert(sizeof(Value) == 8);

}  // namespace meada
