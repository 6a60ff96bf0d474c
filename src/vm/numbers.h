// int of any size, float, complex from C++. Ints of 48 bits are immediate; the result of every
// function here is normal: immediate wherever it fits.
#pragma once

#include "base/shortest_float.h"
#include "vm/operations.h"

namespace meada {

Value new_int(Vm&, int64_t);
Value new_int_unsigned(Vm&, uint64_t);
bool is_int_like(const Vm&, Value);                          // int, bool, subclasses
std::optional<int64_t> to_int64(const Vm&, Value int_like);  // null: does not fit
double to_double(const Vm&, Value int_or_float);             // inf if the int is too large
bool is_float_like(const Vm&, Value);
double float_of(const Vm&, Value float_like);
bool is_negative(const Vm&, Value int_like);
// The int itself, or the plain int of a bool or of an instance of a subclass.
Value plain_int(Vm&, Value int_like);
// Parses as int(text, base), stripped; null: not a number (the caller words the error), or raised
// (over the limit of digits).
Value parse_int(Vm&, std::string_view digits, int base);
void append_decimal(std::string& out, int64_t);
Value new_decimal(Vm&, int64_t);  // a str
std::string int_to_decimal(const Vm&, Value);                // no limit on the digits
std::optional<double> parse_float(std::string_view);         // as float(text); float_text.cpp

// Of ints and floats, exact whatever their size.
enum class Ordering : int8_t { less = -1, equal = 0, greater = 1, unordered = 2 };
Ordering compare_numbers(const Vm&, Value left, Value right);
bool is_number_like(const Vm&, Value);                       // int or float or a subclass

// An int truncated towards zero; null: raised (infinity, NaN).
Value int_from_double(Vm&, double);
Value new_complex(Vm&, double real, double imaginary);
// Floats and complex numbers of a subclass.
Value new_float_of_type(Vm&, Ref<Type>, double);
// Real part for ints and floats too; null: not a number.
struct ComplexParts {
    double real, imaginary;
};
std::optional<ComplexParts> complex_parts(const Vm&, Value);

// What takes an int asks this first: an int for int-likes; needs_call if the object has a Python
// __index__ (the native then ends with vm.call_prelude(Root::prelude_index, …) or the like);
// raised: TypeError "'str' object cannot be interpreted as an integer".
Computed index_of(Vm&, Value);

// --- operators: `no` unless both are ints, floats, complex as the name says ---
Computed int_binary(Vm&, BinaryOperator, Value left, Value right);
Computed float_binary(Vm&, BinaryOperator, double left, double right);
Computed complex_binary(Vm&, BinaryOperator, Value left, Value right);
// Any two numbers: chooses among the three.
Computed number_binary(Vm&, BinaryOperator, Value left, Value right);
struct Divided {
    Outcome outcome;
    Value quotient = {}, remainder = {};
};
Divided number_divmod(Vm&, Value left, Value right);  // ints and floats; no: others
Divided int_divmod(Vm&, Value left, Value right);
Divided float_divmod(Vm&, double left, double right);
Computed int_power_modulo(Vm&, Value base, Value exponent, Value modulus);  // pow(a, b, c)
Value int_negate(Vm&, Value);
Value int_invert(Vm&, Value);
Value int_shift_left(Vm&, Value, uint64_t bits);
// Rounds as CPython: half to even, correctly. `digits` may be negative.
Value int_round(Vm&, Value, int64_t digits);
Value float_round(Vm&, double, int64_t digits);
double round_half_even(double);

// --- number_hash.cpp ---
uint64_t hash_of_int_like(const Vm&, Value);  // any size
uint64_t hash_of_complex(double real, double imaginary);

}  // namespace meada
