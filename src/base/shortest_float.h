// The shortest decimal that reads back as the same number, as CPython's repr has it. Instead of
// std::to_chars, whose tables are 100 KB of a download: by the library double-conversion.
#pragma once

#include <cstdint>
#include <string>

namespace meada {

// digits times ten to the power of exponent; the last digit is not 0 (but for zero).
struct ShortestFloat {
    uint64_t digits;
    int32_t exponent;
};
ShortestFloat shortest_float(double magnitude);  // finite, not negative

// As Python's repr.
std::string float_repr(double number);

}  // namespace meada
