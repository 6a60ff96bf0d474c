// Schoolbook arithmetic on runs of 28-bit digits, least first, for results that are written where
// they will stand in the block. What is worth a better algorithm goes to libtommath. Inside vm.
#pragma once

#include <cstdint>
#include <optional>

namespace meada {

struct DigitRun {
    const uint32_t* digits;
    uint32_t count;
};

int compare_digits(DigitRun left, DigitRun right);  // <0, 0, >0; no leading zeros
// `out` has room for left.count + 1 digits; left is not the shorter one.
void add_digits(DigitRun left, DigitRun right, uint32_t* out);
// left >= right; `out` has room for left.count digits.
void subtract_digits(DigitRun left, DigitRun right, uint32_t* out);
// `out` has room for both counts together; right.count <= multiply_digits_max.
constexpr uint32_t multiply_digits_max = 64;
void multiply_digits(DigitRun left, DigitRun right, uint32_t* out);
// left >= right > 0, no leading zeros. `quotient` has room for left.count - right.count + 1 digits,
// `remainder` for left.count + 1: the first right.count of them are the result.
// Knuth, "The Art of Computer Programming", volume 2, 4.3.1, algorithm D.
void divide_digits(DigitRun left, DigitRun right, uint32_t* quotient, uint32_t* remainder);

// The quotient if it is small and the upper digits tell it for certain.
std::optional<uint64_t> small_quotient(DigitRun left, DigitRun right);

}  // namespace meada
