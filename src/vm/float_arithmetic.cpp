// Operators of floats and complex numbers, with CPython's special cases and errors.
#include <meada_libm.h>

#include <cmath>

#include "vm/numbers.h"
#include "vm/strings.h"

namespace meada {
namespace {

Computed give(double number) { return {Outcome::yes, Value::from_float(number)}; }

bool is_odd(double number) {
    return std::floor(number) == number && meada_fmod(std::fabs(number), 2.0) == 1.0;
}

struct DoubleParts {
    double quotient, remainder;
};

// The divisor is not 0. As CPython's _float_div_mod: the remainder has the divisor's sign, and
// the quotient is the whole number nearest to the difference over the divisor.
DoubleParts divide_floor(double left, double right) {
    double remainder = meada_fmod(left, right);
    double quotient = (left - remainder) / right;
    if (remainder != 0) {
        if ((right < 0) != (remainder < 0)) {
            remainder += right;
            quotient -= 1.0;
        }
    } else {
        remainder = std::copysign(0.0, right);
    }
    if (quotient == 0) return {std::copysign(0.0, left / right), remainder};
    double whole = std::floor(quotient);
    if (quotient - whole > 0.5) whole += 1.0;
    return {whole, remainder};
}

double remainder_floor(double left, double right) {
    double remainder = meada_fmod(left, right);
    if (remainder == 0) return std::copysign(0.0, right);
    if ((right < 0) != (remainder < 0)) remainder += right;
    return remainder;
}

Computed complex_power(Vm& vm, ComplexParts base, ComplexParts exponent);

Computed raise_range(Vm& vm) {
    const Value text = new_str(vm, "Numerical result out of range");
    if (text) vm.raise(Root::OverflowError, {Value::from_int(34), text});
    return {Outcome::raised};
}

Computed float_power(Vm& vm, double base, double exponent) {
    if (exponent == 0) return give(1.0);
    if (base != base) return give(base);
    if (exponent != exponent) return give(base == 1.0 ? 1.0 : exponent);
    if (std::isinf(exponent)) {
        base = std::fabs(base);
        if (base == 1.0) return give(1.0);
        return give((exponent > 0) == (base > 1.0) ? std::fabs(exponent) : 0.0);
    }
    if (std::isinf(base)) {
        if (exponent > 0) return give(is_odd(exponent) ? base : std::fabs(base));
        return give(is_odd(exponent) ? std::copysign(0.0, base) : 0.0);
    }
    if (base == 0) {
        if (exponent < 0)
            return raised(vm, Root::ZeroDivisionError, "0.0 cannot be raised to a negative power");
        return give(is_odd(exponent) ? base : 0.0);
    }
    bool negative = false;
    if (base < 0) {
        if (exponent != std::floor(exponent)) return complex_power(vm, {base, 0}, {exponent, 0});
        negative = is_odd(exponent);
        base = -base;
    }
    if (base == 1.0) return give(negative ? -1.0 : 1.0);
    const double result = meada_pow(base, exponent);
    if (std::isinf(result)) return raise_range(vm);
    return give(negative ? -result : result);
}

ComplexParts multiply(ComplexParts left, ComplexParts right) {
    return {left.real * right.real - left.imaginary * right.imaginary,
            left.real * right.imaginary + left.imaginary * right.real};
}

// Divides by the larger part first, so that nothing overflows on the way (as CPython's _Py_c_quot,
// after Smith, "Algorithm 116: Complex division"). The divisor is not 0.
ComplexParts divide(ComplexParts left, ComplexParts right) {
    if (std::fabs(right.real) >= std::fabs(right.imaginary)) {
        const double ratio = right.imaginary / right.real;
        const double denominator = right.real + right.imaginary * ratio;
        return {(left.real + left.imaginary * ratio) / denominator,
                (left.imaginary - left.real * ratio) / denominator};
    }
    if (std::fabs(right.imaginary) >= std::fabs(right.real)) {
        const double ratio = right.real / right.imaginary;
        const double denominator = right.real * ratio + right.imaginary;
        return {(left.real * ratio + left.imaginary) / denominator,
                (left.imaginary * ratio - left.real) / denominator};
    }
    return {NAN, NAN};
}

bool is_zero(ComplexParts number) { return number.real == 0 && number.imaginary == 0; }

ComplexParts power_whole(ComplexParts base, int64_t exponent) {
    ComplexParts result{1, 0}, square = base;
    int64_t mask = 1;
    const int64_t count = exponent < 0 ? -exponent : exponent;
    while (mask > 0 && count >= mask) {
        if (count & mask) result = multiply(result, square);
        mask <<= 1;
        square = multiply(square, square);
    }
    return exponent < 0 ? divide({1, 0}, result) : result;
}

Computed complex_power(Vm& vm, ComplexParts base, ComplexParts exponent) {
    const auto fail = [&] {
        return raised(vm, Root::ZeroDivisionError, "0.0 to a negative or complex power");
    };
    ComplexParts result{0, 0};
    const bool whole = exponent.imaginary == 0 && exponent.real == std::floor(exponent.real) &&
                       std::fabs(exponent.real) <= 100;
    if (whole) {
        if (exponent.real < 0 && is_zero(base)) return fail();
        result = power_whole(base, static_cast<int64_t>(exponent.real));
    } else if (is_zero(exponent)) {
        result = {1, 0};
    } else if (is_zero(base)) {
        if (exponent.imaginary != 0 || exponent.real < 0) return fail();
    } else {
        const double size = meada_hypot(base.real, base.imaginary);
        double length = meada_pow(size, exponent.real);
        const double angle = meada_atan2(base.imaginary, base.real);
        double phase = angle * exponent.real;
        if (exponent.imaginary != 0) {
            length /= meada_exp(angle * exponent.imaginary);
            phase += exponent.imaginary * meada_log(size);
        }
        result = {length * meada_cos(phase), length * meada_sin(phase)};
    }
    if (std::isinf(result.real) || std::isinf(result.imaginary))
        return raised(vm, Root::OverflowError, "complex exponentiation");
    const Value made = new_complex(vm, result.real, result.imaginary);
    return {made.is_null() ? Outcome::raised : Outcome::yes, made};
}

}  // namespace

Computed float_binary(Vm& vm, BinaryOperator operation, double left, double right) {
    switch (operation) {
        case BinaryOperator::add:
            return give(left + right);
        case BinaryOperator::subtract:
            return give(left - right);
        case BinaryOperator::multiply:
            return give(left * right);
        case BinaryOperator::true_divide:
            if (right == 0) return raised(vm, Root::ZeroDivisionError, "float division by zero");
            return give(left / right);
        case BinaryOperator::floor_divide:
            if (right == 0)
                return raised(vm, Root::ZeroDivisionError, "float floor division by zero");
            return give(divide_floor(left, right).quotient);
        case BinaryOperator::remainder:
            if (right == 0) return raised(vm, Root::ZeroDivisionError, "float modulo");
            return give(remainder_floor(left, right));
        case BinaryOperator::power:
            return float_power(vm, left, right);
        default:
            return {Outcome::no};
    }
}

Divided float_divmod(Vm& vm, double left, double right) {
    if (right == 0) {
        vm.raise(Root::ZeroDivisionError, "float divmod()");
        return {Outcome::raised};
    }
    const DoubleParts parts = divide_floor(left, right);
    return {Outcome::yes, Value::from_float(parts.quotient), Value::from_float(parts.remainder)};
}

namespace {

// An int that a float operator has to take as a float.
bool take_double(Vm& vm, Value value, double& out) {
    out = to_double(vm, value);
    if (out - out == 0 || !is_int_like(vm, value)) return true;
    vm.raise(Root::OverflowError, "int too large to convert to float");
    return false;
}

}  // namespace

Computed complex_binary(Vm& vm, BinaryOperator operation, Value left, Value right) {
    const auto a = complex_parts(vm, left), b = complex_parts(vm, right);
    if (!a || !b) return {Outcome::no};
    double checked;
    for (const Value value : {left, right})
        if (is_int_like(vm, value) && !take_double(vm, value, checked)) return {Outcome::raised};
    ComplexParts result;
    switch (operation) {
        case BinaryOperator::add:
            result = {a->real + b->real, a->imaginary + b->imaginary};
            break;
        case BinaryOperator::subtract:
            result = {a->real - b->real, a->imaginary - b->imaginary};
            break;
        case BinaryOperator::multiply:
            result = multiply(*a, *b);
            break;
        case BinaryOperator::true_divide:
            if (is_zero(*b)) return raised(vm, Root::ZeroDivisionError, "complex division by zero");
            result = divide(*a, *b);
            break;
        case BinaryOperator::power:
            return complex_power(vm, *a, *b);
        default:
            return {Outcome::no};
    }
    const Value made = new_complex(vm, result.real, result.imaginary);
    return {made.is_null() ? Outcome::raised : Outcome::yes, made};
}

Computed number_binary(Vm& vm, BinaryOperator operation, Value left, Value right) {
    const auto is_complex = [&](Value value) { return vm.block.kind(value) == Kind::complex; };
    if (is_int_like(vm, left) && is_int_like(vm, right))
        return int_binary(vm, operation, left, right);
    if (is_complex(left) || is_complex(right)) return complex_binary(vm, operation, left, right);
    if (!is_number_like(vm, left) || !is_number_like(vm, right)) return {Outcome::no};
    switch (operation) {
        case BinaryOperator::bit_and:
        case BinaryOperator::bit_or:
        case BinaryOperator::bit_xor:
        case BinaryOperator::left_shift:
        case BinaryOperator::right_shift:
        case BinaryOperator::matrix_multiply:
            return {Outcome::no};
        default:
            break;
    }
    double a, b;
    if (!take_double(vm, left, a) || !take_double(vm, right, b)) return {Outcome::raised};
    return float_binary(vm, operation, a, b);
}

Divided number_divmod(Vm& vm, Value left, Value right) {
    if (!is_number_like(vm, left) || !is_number_like(vm, right)) return {Outcome::no};
    if (is_int_like(vm, left) && is_int_like(vm, right)) return int_divmod(vm, left, right);
    double a, b;
    if (!take_double(vm, left, a) || !take_double(vm, right, b)) return {Outcome::raised};
    return float_divmod(vm, a, b);
}

}  // namespace meada
