// Operators of ints: up to 112 bits in one machine word of 128, larger ones in libtommath.
#include <bit>
#include <cmath>

#include "vm/big_int.h"

namespace meada {
namespace {

Computed done(Value value) { return {value.is_null() ? Outcome::raised : Outcome::yes, value}; }

Computed no_room(Vm& vm) {
    raise_too_large(vm);
    return {Outcome::raised};
}

Int128 floor_divide(Int128 left, Int128 right) {
    const Int128 quotient = left / right;
    return quotient * right != left && (left < 0) != (right < 0) ? quotient - 1 : quotient;
}

Int128 floor_remainder(Int128 left, Int128 right) {
    const Int128 remainder = left % right;
    return remainder != 0 && (remainder < 0) != (right < 0) ? remainder + right : remainder;
}

bool is_64_bits(Int128 number) { return number == static_cast<int64_t>(number); }

// The result if the operands are short enough for it to be exact here.
std::optional<Int128> wide_binary(BinaryOperator operation, Int128 left, Int128 right) {
    switch (operation) {
        case BinaryOperator::add:
            return left + right;
        case BinaryOperator::subtract:
            return left - right;
        case BinaryOperator::multiply:
            if (is_64_bits(left) && is_64_bits(right)) return left * right;
            return std::nullopt;
        case BinaryOperator::bit_and:
            return left & right;
        case BinaryOperator::bit_or:
            return left | right;
        case BinaryOperator::bit_xor:
            return left ^ right;
        case BinaryOperator::floor_divide:
            return floor_divide(left, right);
        case BinaryOperator::remainder:
            return floor_remainder(left, right);
        case BinaryOperator::left_shift:
            if (is_64_bits(left) && right <= 62) return left * (Int128{1} << right);
            return std::nullopt;
        case BinaryOperator::right_shift:
            return right < 127 ? left >> right : Int128{left < 0 ? -1 : 0};
        default:
            return std::nullopt;
    }
}

// left + right, or left - right.
Value add_big(Vm& vm, Value left, Value right, bool subtract) {
    const uint32_t count = std::max(IntView(vm, left).count(), IntView(vm, right).count()) + 1;
    const Ref<BigInt> big = allocate_int(vm, count);
    if (!big) return {};
    uint32_t* out = digits_of(vm, big, count);
    const IntView a(vm, left), b(vm, right);
    vm.charge(count);
    const bool b_negative = b.negative() != subtract;
    const bool a_larger = compare_digits(a.run(), b.run()) >= 0;
    const DigitRun larger = a_larger ? a.run() : b.run(), smaller = a_larger ? b.run() : a.run();
    if (a.negative() == b_negative) {
        add_digits(larger, smaller, out);
        return finish_int(vm, big, a.negative(), larger.count + 1);
    }
    subtract_digits(larger, smaller, out);
    return finish_int(vm, big, a_larger ? a.negative() : b_negative, larger.count);
}

// Where the shorter one has few digits; else libtommath's Karatsuba and Toom-Cook.
Value multiply_big(Vm& vm, Value left, Value right) {
    const uint32_t a_count = IntView(vm, left).count(), b_count = IntView(vm, right).count();
    if (uint64_t{a_count + b_count} * digit_bits > int_bits_max + digit_bits)
        return raise_too_large(vm);
    vm.charge(1 + std::min(uint64_t{a_count} * b_count / 16, digit_products_max / 64));
    if (std::min(a_count, b_count) > multiply_digits_max) {
        BigNumber result;
        {
            const IntView a(vm, left), b(vm, right);
            ASSERT((left == right ? mp_sqr(a.get(), result.get())
                                  : mp_mul(a.get(), b.get(), result.get())) == MP_OKAY);
        }
        return new_int(vm, result);
    }
    if (a_count == 0 || b_count == 0) return Value::from_int(0);
    const Ref<BigInt> big = allocate_int(vm, a_count + b_count);
    if (!big) return {};
    uint32_t* out = digits_of(vm, big, a_count + b_count);
    const IntView a(vm, left), b(vm, right);
    if (a_count >= b_count)
        multiply_digits(a.run(), b.run(), out);
    else
        multiply_digits(b.run(), a.run(), out);
    return finish_int(vm, big, a.negative() != b.negative(), a_count + b_count);
}

// The magnitudes divided, then rounded down: one more, and the rest from the other side, where the
// signs differ and it does not come out even.
Divided divide_big(Vm& vm, Value left, Value right, bool wants_quotient, bool wants_remainder) {
    std::vector<uint32_t> quotient, remainder;
    std::optional<uint64_t> small;
    bool negative, right_negative;
    {
        const IntView a(vm, left), b(vm, right);
        negative = a.negative() != b.negative();
        right_negative = b.negative();
        if (a.count() > b.count() &&
            uint64_t{a.count() - b.count()} * b.count() > digit_products_max) {
            raise_too_large(vm);
            return {Outcome::raised};
        }
        const bool smaller = compare_digits(a.run(), b.run()) < 0;
        if (!smaller) vm.charge(1 + uint64_t{a.count() - b.count()} * b.count() / 16);
        if (!wants_remainder && !negative && !smaller)
            small = small_quotient(a.run(), b.run());
        if (small) {
            // Neither the digits nor the remainder are needed.
        } else if (smaller) {
            remainder.assign(a.run().digits, a.run().digits + a.count());
        } else {
            quotient.resize(a.count() - b.count() + 2);
            remainder.resize(a.count() + 1);
            divide_digits(a.run(), b.run(), quotient.data(), remainder.data());
            remainder.resize(b.count());
        }
        while (!remainder.empty() && remainder.back() == 0) remainder.pop_back();
        if (negative && !remainder.empty()) {
            uint32_t digit = 0;
            if (quotient.empty()) quotient.push_back(0);
            while (quotient[digit] == digit_mask) quotient[digit++] = 0;  // has a zero on top
            ++quotient[digit];
            const std::vector<uint32_t> rest = remainder;
            remainder.resize(b.count());
            subtract_digits(b.run(), {rest.data(), static_cast<uint32_t>(rest.size())},
                            remainder.data());
        }
    }
    Divided divided{Outcome::yes};
    if (wants_quotient)
        divided.quotient =
            small ? new_int_unsigned(vm, *small) : new_int_digits(vm, negative, quotient);
    if (wants_remainder) divided.remainder = new_int_digits(vm, right_negative, remainder);
    if ((wants_quotient && divided.quotient.is_null()) ||
        (wants_remainder && divided.remainder.is_null()))
        return {Outcome::raised};
    return divided;
}

Value shift_right_big(Vm& vm, Value left, uint64_t bits) {
    BigNumber result;
    {
        const IntView a(vm, left);
        if (bits >= a.bit_count()) return Value::from_int(a.negative() ? -1 : 0);
        ASSERT(mp_signed_rsh(a.get(), static_cast<int>(bits), result.get()) == MP_OKAY);
    }
    return new_int(vm, result);
}

Computed bitwise_big(Vm& vm, BinaryOperator operation, Value left, Value right) {
    BigNumber result;
    {
        const IntView a(vm, left), b(vm, right);
        mp_err error = MP_OKAY;
        switch (operation) {
            case BinaryOperator::bit_and:
                error = mp_and(a.get(), b.get(), result.get());
                break;
            case BinaryOperator::bit_or:
                error = mp_or(a.get(), b.get(), result.get());
                break;
            case BinaryOperator::bit_xor:
                error = mp_xor(a.get(), b.get(), result.get());
                break;
            default:
                ASSERT(false);
        }
        ASSERT(error == MP_OKAY);
        vm.charge(a.count() + b.count());
    }
    return done(new_int(vm, result));
}

// Both sides as bits of a double where they are few; else a quotient of 55 or more bits, then one
// rounding, half to even, where the last bit is (as CPython's long_true_divide).
Computed true_divide(Vm& vm, Value left, Value right) {
    constexpr int mantissa_bits = 53, exponent_least = -1021;
    const IntView a(vm, left), b(vm, right);
    if (b.is_zero()) return raised(vm, Root::ZeroDivisionError, "division by zero");
    const bool negative = a.negative() != b.negative();
    if (a.is_zero()) return {Outcome::yes, Value::from_float(negative ? -0.0 : 0.0)};
    const auto a_bits = static_cast<int64_t>(a.bit_count());
    const auto b_bits = static_cast<int64_t>(b.bit_count());
    if (a_bits <= mantissa_bits && b_bits <= mantissa_bits)
        return {Outcome::yes,
                Value::from_float(static_cast<double>(a.wide()) / static_cast<double>(b.wide()))};
    const int64_t difference = a_bits - b_bits;
    const auto overflow = [&] {
        return raised(vm, Root::OverflowError, "integer division result too large for a float");
    };
    if (difference > 1024) return overflow();
    if (difference < exponent_least - mantissa_bits - 1)
        return {Outcome::yes, Value::from_float(negative ? -0.0 : 0.0)};
    const int64_t shift = std::max<int64_t>(difference, exponent_least) - (mantissa_bits + 2);
    BigNumber dividend, quotient, remainder;
    bool inexact = false;
    if (shift <= 0) {
        ASSERT(mp_mul_2d(a.get(), static_cast<int>(-shift), dividend.get()) == MP_OKAY);
    } else {
        ASSERT(mp_div_2d(a.get(), static_cast<int>(shift), dividend.get(), remainder.get()) ==
               MP_OKAY);
        inexact = !mp_iszero(remainder.get());
    }
    ASSERT(mp_div(dividend.get(), b.get(), quotient.get(), remainder.get()) == MP_OKAY);
    uint64_t bits = mp_get_mag_u64(quotient.get());
    if (inexact || !mp_iszero(remainder.get())) bits |= 1;
    const int64_t width = std::bit_width(bits);
    const int64_t extra = std::max(width, exponent_least - shift) - mantissa_bits;
    const uint64_t half = uint64_t{1} << (extra - 1);
    if ((bits & half) && (bits & (3 * half - 1))) bits += half;
    bits &= ~(2 * half - 1);
    const auto mantissa = static_cast<double>(bits);
    if (shift + width >= 1024 &&
        (shift + width > 1024 || mantissa == std::ldexp(1, static_cast<int>(width))))
        return overflow();
    const double result = std::ldexp(mantissa, static_cast<int>(shift));
    return {Outcome::yes, Value::from_float(negative ? -result : result)};
}

Computed power(Vm& vm, Value left, Value right) {
    if (is_negative(vm, right)) {
        const double base = to_double(vm, left), exponent = to_double(vm, right);
        if (base - base != 0 || exponent - exponent != 0)
            return raised(vm, Root::OverflowError, "int too large to convert to float");
        return float_binary(vm, BinaryOperator::power, base, exponent);
    }
    const auto exponent = to_int64(vm, right);
    const auto base = to_int64(vm, left);
    if (base && (*base == 0 || *base == 1 || *base == -1)) {
        if (IntView(vm, right).is_zero() || *base == 1) return {Outcome::yes, Value::from_int(1)};
        if (*base == 0) return {Outcome::yes, Value::from_int(0)};
        return {Outcome::yes, Value::from_int(IntView(vm, right).is_odd() ? -1 : 1)};
    }
    const uint64_t bits = IntView(vm, left).bit_count();
    if (!exponent || *exponent > static_cast<int64_t>(int_bits_max)) return no_room(vm);
    if (bits * static_cast<uint64_t>(*exponent) < 126) {
        Int128 result = 1;
        const Int128 factor = IntView(vm, left).wide();
        for (int64_t count = 0; count < *exponent; ++count) result *= factor;
        return done(new_int_wide(vm, result));
    }
    if (base == 2)
        return done(int_shift_left(vm, Value::from_int(1), static_cast<uint64_t>(*exponent)));
    if ((bits - 1) * static_cast<uint64_t>(*exponent) > int_bits_max) return no_room(vm);
    const uint64_t digits = bits * static_cast<uint64_t>(*exponent) / digit_bits;
    vm.charge(std::min(digits * digits, digit_products_max) / 32);
    BigNumber result;
    {
        const IntView view(vm, left);
        ASSERT(mp_expt_n(view.get(), static_cast<int>(*exponent), result.get()) == MP_OKAY);
    }
    return done(new_int(vm, result));
}

Computed shift(Vm& vm, BinaryOperator operation, Value left, Value right) {
    if (is_negative(vm, right)) return raised(vm, Root::ValueError, "negative shift count");
    if (IntView(vm, left).is_zero()) return {Outcome::yes, Value::from_int(0)};
    const auto bits = to_int64(vm, right);
    if (operation == BinaryOperator::right_shift)
        return done(shift_right_big(vm, left, bits ? static_cast<uint64_t>(*bits) : ~uint64_t{0}));
    return bits ? done(int_shift_left(vm, left, static_cast<uint64_t>(*bits))) : no_room(vm);
}

}  // namespace

Value int_shift_left(Vm& vm, Value left, uint64_t bits) {
    BigNumber result;
    {
        const IntView view(vm, left);
        if (view.is_zero()) return Value::from_int(0);
        if (bits > int_bits_max || view.bit_count() + bits > int_bits_max)
            return raise_too_large(vm);
        vm.charge(bits / digit_bits / 8);
        ASSERT(mp_mul_2d(view.get(), static_cast<int>(bits), result.get()) == MP_OKAY);
    }
    return new_int(vm, result);
}

Computed int_binary(Vm& vm, BinaryOperator operation, Value left, Value right) {
    if (!is_int_like(vm, left) || !is_int_like(vm, right)) return {Outcome::no};
    if (vm.block.kind(left) == Kind::boolean && vm.block.kind(right) == Kind::boolean) {
        const uint16_t a = vm.block.object(left).detail, b = vm.block.object(right).detail;
        if (operation == BinaryOperator::bit_and) return {Outcome::yes, vm.boolean(a & b)};
        if (operation == BinaryOperator::bit_or) return {Outcome::yes, vm.boolean(a | b)};
        if (operation == BinaryOperator::bit_xor) return {Outcome::yes, vm.boolean(a ^ b)};
    }
    const bool divides =
        operation == BinaryOperator::floor_divide || operation == BinaryOperator::remainder;
    if (divides && IntView(vm, right).is_zero())
        return raised(vm, Root::ZeroDivisionError,
                      operation == BinaryOperator::remainder
                          ? "integer modulo by zero"
                          : "integer division or modulo by zero");
    const bool shifts =
        operation == BinaryOperator::left_shift || operation == BinaryOperator::right_shift;
    if (!shifts || !is_negative(vm, right)) {
        const IntView a(vm, left), b(vm, right);
        if (a.fits_wide() && b.fits_wide())
            if (const auto result = wide_binary(operation, a.wide(), b.wide()))
                return done(new_int_wide(vm, *result));
    }
    switch (operation) {
        case BinaryOperator::true_divide:
            return true_divide(vm, left, right);
        case BinaryOperator::power:
            return power(vm, left, right);
        case BinaryOperator::left_shift:
        case BinaryOperator::right_shift:
            return shift(vm, operation, left, right);
        case BinaryOperator::floor_divide: {
            const Divided divided = divide_big(vm, left, right, true, false);
            return {divided.outcome, divided.quotient};
        }
        case BinaryOperator::remainder: {
            const Divided divided = divide_big(vm, left, right, false, true);
            return {divided.outcome, divided.remainder};
        }
        case BinaryOperator::matrix_multiply:
            return {Outcome::no};
        case BinaryOperator::add:
            return done(add_big(vm, left, right, false));
        case BinaryOperator::subtract:
            return done(add_big(vm, left, right, true));
        case BinaryOperator::multiply:
            return done(multiply_big(vm, left, right));
        default:
            return bitwise_big(vm, operation, left, right);
    }
}

Divided int_divmod(Vm& vm, Value left, Value right) {
    {
        const IntView a(vm, left), b(vm, right);
        if (b.is_zero()) {
            vm.raise(Root::ZeroDivisionError, "integer division or modulo by zero");
            return {Outcome::raised};
        }
        if (a.fits_wide() && b.fits_wide()) {
            const Int128 x = a.wide(), y = b.wide();
            const Value quotient = new_int_wide(vm, floor_divide(x, y));
            const Value remainder = new_int_wide(vm, floor_remainder(x, y));
            if (quotient.is_null() || remainder.is_null()) return {Outcome::raised};
            return {Outcome::yes, quotient, remainder};
        }
    }
    return divide_big(vm, left, right, true, true);
}

namespace {

// By squaring, in machine words: where neither the modulus nor the base has more than two digits.
uint64_t power_modulo_word(uint64_t base, const IntView& exponent, uint64_t modulus) {
    __extension__ typedef unsigned __int128 Wide;
    const auto times = [&](uint64_t a, uint64_t b) {
        return modulus >> 32 == 0 ? a * b % modulus
                                  : static_cast<uint64_t>(Wide{a} * b % modulus);
    };
    uint64_t result = 1, square = base % modulus;
    for (uint32_t index = 0; index < exponent.count(); ++index) {
        const bool last = index + 1 == exponent.count();
        uint32_t bits = exponent.digit(index);
        for (uint32_t bit = 0; bit < digit_bits && (bits != 0 || !last); ++bit, bits >>= 1) {
            if (bits & 1) result = times(result, square);
            square = times(square, square);
        }
    }
    return result;
}

}  // namespace

Computed int_power_modulo(Vm& vm, Value base, Value exponent, Value modulus) {
    BigNumber result;
    {
        const IntView b(vm, base), e(vm, exponent), m(vm, modulus);
        if (m.is_zero()) return raised(vm, Root::ValueError, "pow() 3rd argument cannot be 0");
        const uint64_t products = uint64_t{m.count()} * m.count() * e.count();
        if (products > digit_products_max / digit_bits) return no_room(vm);
        vm.charge(products * digit_bits / 16);
        if (b.count() <= 2 && m.count() <= 2 && !b.negative() && !e.negative() && !m.negative()) {
            const auto by = static_cast<uint64_t>(m.wide());
            if (by > 1)
                return done(new_int_wide(
                    vm, power_modulo_word(static_cast<uint64_t>(b.wide()), e, by)));
        }
        BigNumber magnitude, reduced;
        ASSERT(mp_abs(m.get(), magnitude.get()) == MP_OKAY);
        ASSERT(mp_mod(b.get(), magnitude.get(), reduced.get()) == MP_OKAY);
        if (m.count() == 1 && m.digit(0) == 1) return {Outcome::yes, Value::from_int(0)};
        BigNumber power;
        ASSERT(mp_abs(e.get(), power.get()) == MP_OKAY);
        if (e.negative() && mp_invmod(reduced.get(), magnitude.get(), reduced.get()) != MP_OKAY)
            return raised(vm, Root::ValueError, "base is not invertible for the given modulus");
        if (e.is_zero())
            mp_set(result.get(), 1);
        else if (mp_iszero(reduced.get()))
            mp_zero(result.get());
        else
            ASSERT(mp_exptmod(reduced.get(), power.get(), magnitude.get(), result.get()) ==
                   MP_OKAY);
        if (m.negative() && !mp_iszero(result.get()))
            ASSERT(mp_sub(result.get(), magnitude.get(), result.get()) == MP_OKAY);
    }
    return done(new_int(vm, result));
}

Value int_negate(Vm& vm, Value value) {
    if (value.is_int()) return new_int(vm, -value.as_int());
    BigNumber result;
    {
        const IntView view(vm, value);
        ASSERT(mp_neg(view.get(), result.get()) == MP_OKAY);
    }
    return new_int(vm, result);
}

Value int_invert(Vm& vm, Value value) {
    if (value.is_int()) return Value::from_int(~value.as_int());
    BigNumber result;
    {
        const IntView view(vm, value);
        ASSERT(mp_complement(view.get(), result.get()) == MP_OKAY);
    }
    return new_int(vm, result);
}

// To a multiple of 10**-digits: the nearest, of two the even one.
Value int_round(Vm& vm, Value value, int64_t digits) {
    if (digits >= 0) return plain_int(vm, value);
    const uint64_t bits = IntView(vm, value).bit_count();
    if (static_cast<uint64_t>(-digits) > bits) return Value::from_int(0);  // 10**n > 2**(n+1)
    const Computed unit =
        int_binary(vm, BinaryOperator::power, Value::from_int(10), Value::from_int(-digits));
    if (unit.outcome != Outcome::yes) return {};
    const Divided divided = int_divmod(vm, value, unit.result);
    if (divided.outcome != Outcome::yes) return {};
    const Value twice = int_shift_left(vm, divided.remainder, 1);
    if (twice.is_null()) return {};
    const Ordering order = compare_numbers(vm, twice, unit.result);
    const bool up = order == Ordering::greater ||
                    (order == Ordering::equal && IntView(vm, divided.quotient).is_odd());
    const Computed lower = int_binary(vm, BinaryOperator::multiply, divided.quotient, unit.result);
    if (lower.outcome != Outcome::yes || !up) return lower.result;
    return int_binary(vm, BinaryOperator::add, lower.result, unit.result).result;
}

}  // namespace meada
