// Hashes of numbers, CPython's: the number modulo the prime 2**61 - 1, so that equal numbers of
// different types have equal hashes ("Hashing of numeric types" in the library reference).
#include <cmath>

#include "vm/big_int.h"

namespace meada {
namespace {

constexpr uint32_t modulus_bits = 61;
constexpr uint64_t modulus = (uint64_t{1} << modulus_bits) - 1;
constexpr uint64_t hash_of_infinity = 314159;

uint64_t rotated(uint64_t hash, uint32_t bits) {
    return ((hash << bits) & modulus) | hash >> (modulus_bits - bits);
}

uint64_t with_sign(uint64_t hash, bool negative) {
    if (negative) hash = ~hash + 1;
    return hash == ~uint64_t{0} ? ~uint64_t{1} : hash;  // -1 means an error in CPython
}

}  // namespace

uint64_t hash_of_int(int64_t number) {
    const uint64_t magnitude =
        number < 0 ? ~static_cast<uint64_t>(number) + 1 : static_cast<uint64_t>(number);
    return with_sign(magnitude % modulus, number < 0);
}

uint64_t hash_of_int_like(const Vm& vm, Value value) {
    if (value.is_int()) return hash_of_int(value.as_int());
    const IntView view(vm, value);
    uint64_t hash = 0;
    for (uint32_t index = view.count(); index-- > 0;) {
        hash = rotated(hash, digit_bits) + view.digit(index);
        if (hash >= modulus) hash -= modulus;
    }
    return with_sign(hash, view.negative());
}

// `object` would tell one NaN from another in CPython; here all are one object.
uint64_t hash_of_float(double number, Value) {
    if (number != number) return 0;
    if (number - number != 0) return with_sign(hash_of_infinity, number < 0);
    int exponent;
    double rest = std::frexp(std::fabs(number), &exponent);
    uint64_t hash = 0;
    while (rest != 0) {
        hash = rotated(hash, 28);
        rest *= 0x1p28;
        exponent -= 28;
        const auto digit = static_cast<uint64_t>(rest);
        rest -= static_cast<double>(digit);
        hash += digit;
        if (hash >= modulus) hash -= modulus;
    }
    const int bits = static_cast<int>(modulus_bits);
    const int shift = exponent >= 0 ? exponent % bits : bits - 1 - (-1 - exponent) % bits;
    return with_sign(rotated(hash, static_cast<uint32_t>(shift)), number < 0);
}

uint64_t hash_of_complex(double real, double imaginary) {
    const uint64_t hash = hash_of_float(real, {}) + 1000003 * hash_of_float(imaginary, {});
    return hash == ~uint64_t{0} ? ~uint64_t{1} : hash;
}

}  // namespace meada
