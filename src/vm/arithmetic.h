// The fast cases of int and float arithmetic, for the loop: immediate operands only. Inside vm.
#pragma once

#include <cmath>

#include "vm/value.h"

namespace meada {

inline bool both_ints(Value left, Value right) {
    return (left.bits & right.bits) >= Value::int_tag;
}
inline bool both_floats(Value left, Value right) { return left.is_float() && right.is_float(); }
// An int or a float, as a double.
inline bool is_number(Value value) { return value.is_int() || value.is_float(); }
inline double number_of(Value value) {
    return value.is_int() ? static_cast<double>(value.as_int()) : value.as_float();
}

// Ints stand in the upper 48 bits, so that an overflow of 64 bits is one of 48.
inline int64_t shifted(Value value) { return static_cast<int64_t>(value.bits << 16); }
inline Value from_shifted(int64_t number) {
    return {(static_cast<uint64_t>(number) >> 16) | Value::int_tag};
}
inline bool add_ints(Value left, Value right, Value& sum) {
    int64_t result;
    if (__builtin_add_overflow(shifted(left), shifted(right), &result)) return false;
    sum = from_shifted(result);
    return true;
}
inline bool subtract_ints(Value left, Value right, Value& difference) {
    int64_t result;
    if (__builtin_sub_overflow(shifted(left), shifted(right), &result)) return false;
    difference = from_shifted(result);
    return true;
}
inline bool multiply_ints(Value left, Value right, Value& product) {
#ifdef __EMSCRIPTEN__
    // WebAssembly tells of no overflow, and 128 bits are a call. Both are exact as doubles, so
    // where their product is far below 2**63 it does not overflow.
    const int64_t a = left.as_int(), b = right.as_int();
    if (!(std::abs(static_cast<double>(a) * static_cast<double>(b)) < 0x1p60)) return false;
    if (!Value::fits_int(a * b)) return false;
    product = Value::from_int(a * b);
    return true;
#else
    int64_t result;
    if (__builtin_mul_overflow(shifted(left), right.as_int(), &result)) return false;
    product = from_shifted(result);
    return true;
#endif
}
// Rounded down; the divisor is not 0. -2**47 // -1 does not fit: refused.
inline bool floor_divide_ints(Value left, Value right, Value& quotient) {
    const int64_t a = left.as_int(), b = right.as_int();
    if (b == 0) return false;
    int64_t result = a / b;
    if (a % b != 0 && (a < 0) != (b < 0)) --result;
    if (!Value::fits_int(result)) return false;
    quotient = Value::from_int(result);
    return true;
}
inline bool remainder_ints(Value left, Value right, Value& remainder) {
    const int64_t a = left.as_int(), b = right.as_int();
    if (b == 0) return false;
    int64_t result = a % b;
    if (result != 0 && (result < 0) != (b < 0)) result += b;
    remainder = Value::from_int(result);
    return true;
}

}  // namespace meada
