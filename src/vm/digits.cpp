#include "vm/digits.h"

#include <bit>
#include <vector>

namespace meada {
namespace {
constexpr uint32_t bits = 28;
constexpr uint32_t mask = (1u << bits) - 1;
}  // namespace

int compare_digits(DigitRun left, DigitRun right) {
    if (left.count != right.count) return left.count < right.count ? -1 : 1;
    for (uint32_t index = left.count; index-- > 0;)
        if (left.digits[index] != right.digits[index])
            return left.digits[index] < right.digits[index] ? -1 : 1;
    return 0;
}

// These go through the lower and the upper half at once, for what they wait for is the carry; the
// lower half's comes into the upper one at the end, where it seldom goes far.

void add_digits(DigitRun left, DigitRun right, uint32_t* out) {
    const uint32_t half = right.count / 2;
    uint32_t lower = 0, carry = 0, index = half;
    #pragma clang loop unroll_count(4)
    for (uint32_t low = 0; low < half; ++low, ++index) {
        lower += left.digits[low] + right.digits[low];
        carry += left.digits[index] + right.digits[index];
        out[low] = lower & mask;
        out[index] = carry & mask;
        lower >>= bits;
        carry >>= bits;
    }
    for (; index < left.count; ++index) {
        carry += left.digits[index] + (index < right.count ? right.digits[index] : 0);
        out[index] = carry & mask;
        carry >>= bits;
    }
    out[index] = carry;
    for (index = half; lower != 0; ++index) {
        lower += out[index];
        out[index] = lower & mask;
        lower >>= bits;
    }
}

void subtract_digits(DigitRun left, DigitRun right, uint32_t* out) {
    const uint32_t half = right.count / 2;
    uint32_t lower = 0, borrow = 0, index = half;
    #pragma clang loop unroll_count(4)
    for (uint32_t low = 0; low < half; ++low, ++index) {
        lower = left.digits[low] - right.digits[low] - lower;
        borrow = left.digits[index] - right.digits[index] - borrow;
        out[low] = lower & mask;
        out[index] = borrow & mask;
        lower >>= 31;
        borrow >>= 31;
    }
    for (; index < left.count; ++index) {
        borrow = left.digits[index] - (index < right.count ? right.digits[index] : 0) - borrow;
        out[index] = borrow & mask;
        borrow >>= 31;
    }
    for (index = half; lower != 0; ++index) {
        lower = out[index] - lower;
        out[index] = lower & mask;
        lower >>= 31;
    }
}

namespace {

void multiply_by_digit(DigitRun left, uint32_t factor, uint32_t* out) {
    const uint32_t half = left.count / 2;
    uint64_t lower = 0, carry = 0;
    uint32_t index = half;
    #pragma clang loop unroll_count(4)
    for (uint32_t low = 0; low < half; ++low, ++index) {
        lower += uint64_t{left.digits[low]} * factor;
        carry += uint64_t{left.digits[index]} * factor;
        out[low] = static_cast<uint32_t>(lower) & mask;
        out[index] = static_cast<uint32_t>(carry) & mask;
        lower >>= bits;
        carry >>= bits;
    }
    for (; index < left.count; ++index) {
        carry += uint64_t{left.digits[index]} * factor;
        out[index] = static_cast<uint32_t>(carry) & mask;
        carry >>= bits;
    }
    out[index] = static_cast<uint32_t>(carry);
    for (index = half; lower != 0; ++index) {
        lower += out[index];
        out[index] = static_cast<uint32_t>(lower) & mask;
        lower >>= bits;
    }
}

}  // namespace

// Column by column: 64 products of 56 bits and the carry fit one word.
void multiply_digits(DigitRun left, DigitRun right, uint32_t* out) {
    if (right.count == 1) return multiply_by_digit(left, right.digits[0], out);
    uint64_t sum = 0;
    const uint32_t columns = left.count + right.count - 1;
    for (uint32_t column = 0; column < columns; ++column) {
        const uint32_t first = column < left.count ? 0 : column - left.count + 1;
        const uint32_t last = column < right.count ? column : right.count - 1;
        const uint32_t* a = left.digits + column;
        for (uint32_t index = first; index <= last; ++index)
            sum += uint64_t{*(a - index)} * right.digits[index];
        out[column] = static_cast<uint32_t>(sum) & mask;
        sum >>= bits;
    }
    out[columns] = static_cast<uint32_t>(sum);
}

namespace {

void divide_by_digit(DigitRun left, uint32_t divisor, uint32_t* quotient, uint32_t* remainder) {
    uint64_t rest = 0;
    for (uint32_t index = left.count; index-- > 0;) {
        rest = rest << bits | left.digits[index];
        quotient[index] = static_cast<uint32_t>(rest / divisor);
        rest %= divisor;
    }
    remainder[0] = static_cast<uint32_t>(rest);
}

// digits << shift (less than a digit) into `out`; what goes over the top is returned.
uint32_t shift_up(DigitRun run, uint32_t shift, uint32_t* out) {
    uint32_t carry = 0;
    for (uint32_t index = 0; index < run.count; ++index) {
        const uint64_t shifted = uint64_t{run.digits[index]} << shift | carry;
        out[index] = static_cast<uint32_t>(shifted) & mask;
        carry = static_cast<uint32_t>(shifted >> bits);
    }
    return carry;
}

// upper -= divisor * factor over count + 1 digits; true: it went below zero.
bool subtract_product(uint32_t* upper, const uint32_t* divisor, uint32_t count, uint32_t factor) {
    uint64_t carry = 0;  // of the product, and borrowed
    for (uint32_t index = 0; index < count; ++index) {
        carry += uint64_t{divisor[index]} * factor;
        const uint32_t difference = upper[index] - (static_cast<uint32_t>(carry) & mask);
        upper[index] = difference & mask;
        carry = (carry >> bits) + (difference >> 31);
    }
    const int64_t top = int64_t{upper[count]} - static_cast<int64_t>(carry);
    upper[count] = static_cast<uint32_t>(top) & mask;
    return top < 0;
}

void add_back(uint32_t* upper, const uint32_t* divisor, uint32_t count) {
    uint32_t carry = 0;
    for (uint32_t index = 0; index < count; ++index) {
        carry += upper[index] + divisor[index];
        upper[index] = carry & mask;
        carry >>= bits;
    }
    upper[count] = (upper[count] + carry) & mask;
}

}  // namespace

// With A and B the digits from some place on, left / right lies between A / (B + 1) and
// (A + 1) / B, the latter excluded.
std::optional<uint64_t> small_quotient(DigitRun left, DigitRun right) {
    constexpr uint32_t kept = 3;
    __extension__ typedef unsigned __int128 Unsigned128;
    if (right.count <= kept || left.count < right.count || left.count > right.count + 1)
        return std::nullopt;
    const uint32_t place = right.count - kept;
    Unsigned128 a = 0, b = 0;
    for (uint32_t index = left.count; index-- > place;) a = a << bits | left.digits[index];
    for (uint32_t index = right.count; index-- > place;) b = b << bits | right.digits[index];
    const Unsigned128 least = a / (b + 1);
    if (a - least * b >= b) return std::nullopt;  // a / b is more
    return static_cast<uint64_t>(least);
}

void divide_digits(DigitRun left, DigitRun right, uint32_t* quotient, uint32_t* remainder) {
    const uint32_t count = right.count;
    if (count == 1) return divide_by_digit(left, right.digits[0], quotient, remainder);
    // The divisor's upper digit gets its upper bit set, so that a guess is off by at most two.
    const uint32_t shift = bits - static_cast<uint32_t>(std::bit_width(right.digits[count - 1]));
    std::vector<uint32_t> divisor(count);
    shift_up(right, shift, divisor.data());
    remainder[left.count] = shift_up(left, shift, remainder);
    const uint64_t top = divisor[count - 1], second = divisor[count - 2];
    for (uint32_t place = left.count - count + 1; place-- > 0;) {
        uint32_t* upper = remainder + place;
        const uint64_t high = uint64_t{upper[count]} << bits | upper[count - 1];
        uint64_t guess = high / top, rest = high % top;
        while (guess > mask || guess * second > (rest << bits | upper[count - 2])) {
            --guess;
            rest += top;
            if (rest > mask) break;
        }
        if (subtract_product(upper, divisor.data(), count, static_cast<uint32_t>(guess))) {
            --guess;
            add_back(upper, divisor.data(), count);
        }
        quotient[place] = static_cast<uint32_t>(guess);
    }
    for (uint32_t index = 0; index < count; ++index) {
        const uint64_t above = index + 1 < count ? remainder[index + 1] : 0;
        remainder[index] =
            static_cast<uint32_t>((above << bits | remainder[index]) >> shift) & mask;
    }
}

}  // namespace meada
