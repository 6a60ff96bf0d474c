// Ints of any size between the block and libtommath: operands are borrowed where they stand,
// results are made outside and copied in. Digits have 28 bits in both. Inside vm.
#pragma once

#include <tommath.h>

#include "vm/digits.h"
#include "vm/numbers.h"

namespace meada {

static_assert(MP_DIGIT_BIT == 28 && sizeof(mp_digit) == 4, "build libtommath with MP_32BIT");
constexpr uint32_t digit_bits = 28;
constexpr uint32_t digit_mask = (1u << digit_bits) - 1;

// Larger results raise MemoryError, and so does an operation of more digit products than that:
// CPython would go on for minutes.
constexpr uint64_t int_bits_max = uint64_t{1} << 25;
constexpr uint64_t digit_products_max = uint64_t{1} << 32;

__extension__ typedef __int128 Int128;

// An int (bool, subclass) as an operand. Valid until the next allocation in the block.
class IntView {
  public:
    IntView(const Vm& vm, Value int_like);
    IntView(const IntView&) = delete;
    IntView& operator=(const IntView&) = delete;

    const mp_int* get() const { return &number_; }
    uint32_t count() const { return static_cast<uint32_t>(number_.used); }
    uint32_t digit(uint32_t index) const { return number_.dp[index]; }
    bool negative() const { return number_.sign == MP_NEG; }
    bool is_zero() const { return number_.used == 0; }
    bool is_odd() const { return number_.used > 0 && (number_.dp[0] & 1); }
    DigitRun run() const { return {number_.dp, count()}; }
    uint64_t bit_count() const;  // of the magnitude
    // Up to 112 bits.
    bool fits_wide() const { return number_.used <= 4; }
    Int128 wide() const;

  private:
    mp_int number_;
    mp_digit small_[2];
};

// A number of libtommath's, outside the block.
class BigNumber {
  public:
    BigNumber() { ASSERT(mp_init(&number_) == MP_OKAY); }
    ~BigNumber() { mp_clear(&number_); }
    BigNumber(const BigNumber&) = delete;
    BigNumber& operator=(const BigNumber&) = delete;
    mp_int* get() { return &number_; }
    const mp_int* get() const { return &number_; }

  private:
    mp_int number_;
};

Value new_int(Vm&, const BigNumber&);  // null: MemoryError
Value new_int_wide(Vm&, Int128);
Value new_int_digits(Vm&, bool negative, std::span<const uint32_t> digits);
// For results that are written in place: a plain int with room for so many digits (0: raised),
// then its digits, then what it is worth: leading zeros off, immediate if it fits.
Ref<BigInt> allocate_int(Vm&, uint32_t digit_count);
uint32_t* digits_of(Vm&, Ref<BigInt>, uint32_t digit_count);  // dead after the next allocation
Value finish_int(Vm&, Ref<BigInt>, bool negative, uint32_t digit_count);
// An int of a subclass of int with this value.
Value new_int_of_type(Vm&, Ref<Type>, Value int_like);
Value raise_too_large(Vm&);  // MemoryError; null

}  // namespace meada
