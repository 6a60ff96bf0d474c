// Floats as text, correctly rounded, laid out as CPython's PyOS_double_to_string. Inside vm.
#pragma once

#include <cstdint>
#include <string>

namespace meada {

enum FloatFlags : uint32_t {
    float_sign = 1,   // '+' before positive numbers
    float_dot_0 = 2,  // ".0" where there would be neither point nor exponent
    float_keep = 4,   // '#': always a point; g keeps its zeros
};
// code: e E f F g G, or r for the shortest digits that read back (no precision).
std::string float_to_text(double, char code, int64_t precision, uint32_t flags);

}  // namespace meada
