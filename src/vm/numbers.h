// int of any size, float, complex from C++. Ints of 48 bits are immediate; the result of every
// function here is normal: immediate wherever it fits.
#pragma once

#include "vm/vm.h"

namespace meada {

Value new_int(Vm&, int64_t);
Value new_int_unsigned(Vm&, uint64_t);
Value new_complex(Vm&, double real, double imaginary);
bool is_int_like(const Vm&, Value);                          // int, bool, subclasses
std::optional<int64_t> to_int64(const Vm&, Value int_like);  // null: does not fit
double to_double(const Vm&, Value int_or_float);             // inf if the int is too large
bool is_float_like(const Vm&, Value);
double float_of(const Vm&, Value float_like);
// Parses as int(text, base); null: not a number (the caller words the error).
Value parse_int(Vm&, std::string_view digits, int base);
std::string int_to_decimal(const Vm&, Value);                // no limit on the digits
std::string float_repr(double);                              // as repr(float)
std::optional<double> parse_float(std::string_view);         // as float(text), stripped, no '_' checks

}  // namespace meada
