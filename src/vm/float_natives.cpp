// Methods of float and complex.
#include <meada_libm.h>

#include <cmath>

#include "vm/big_int.h"
#include "vm/containers.h"
#include "vm/float_text.h"
#include "vm/number_natives.h"
#include "vm/repr.h"
#include "vm/strings.h"

namespace meada {
namespace {

Value float_as(Vm& vm, Value type, double number) {
    return new_float_of_type(vm, type.as_ref<Type>(), number);
}

// Floats with floats and ints; complex numbers do not answer here.
Computed float_operator(Vm& vm, BinaryOperator operation, Value left, Value right) {
    if (!is_number_like(vm, left) || !is_number_like(vm, right)) return {Outcome::no};
    if (is_int_like(vm, left) && is_int_like(vm, right)) return {Outcome::no};
    return number_binary(vm, operation, left, right);
}

}  // namespace

Value float_new(Vm& vm, const Args& args) {
    if (!args.has(1)) return float_as(vm, args[0], 0);
    const Value value = args[1];
    if (is_text(vm, value)) {
        const auto text = number_text(vm, value);
        if (const auto number = parse_float(*text)) return float_as(vm, args[0], *number);
        std::string shown;
        if (append_repr(vm, shown, value) == Outcome::raised) return {};
        return vm.raise(Root::ValueError, "could not convert string to float: " + shown);
    }
    if (is_float_like(vm, value) && !own_special(vm, value, Special::float_))
        return float_as(vm, args[0], float_of(vm, value));
    if (is_int_like(vm, value) && !own_special(vm, value, Special::float_)) {
        const double number = to_double(vm, value);
        if (number - number != 0)
            return vm.raise(Root::OverflowError, "int too large to convert to float");
        return float_as(vm, args[0], number);
    }
    return vm.call_prelude(Root::prelude_float_from, {args[0], value});
}

NUMBER_METHODS(float, add, float_operator, add)
NUMBER_METHODS(float, sub, float_operator, subtract)
NUMBER_METHODS(float, mul, float_operator, multiply)
NUMBER_METHODS(float, floordiv, float_operator, floor_divide)
NUMBER_METHODS(float, truediv, float_operator, true_divide)
NUMBER_METHODS(float, mod, float_operator, remainder)

namespace {

Value float_power_of(Vm& vm, Value base, Value exponent, Value modulus) {
    if (modulus && modulus != vm.none())
        return vm.raise(Root::TypeError,
                        "pow() 3rd argument not allowed unless all arguments are integers");
    return number_method(vm, float_operator, BinaryOperator::power, base, exponent);
}

Value float_divided(Vm& vm, Value left, Value right) {
    const Divided divided = number_divmod(vm, left, right);
    if (divided.outcome == Outcome::no) return vm.root(Root::not_implemented);
    if (divided.outcome != Outcome::yes) return {};
    const Value parts[] = {divided.quotient, divided.remainder};
    return new_tuple(vm, parts);
}

Value float_compare(Vm& vm, const Args& args, bool (*holds)(Ordering)) {
    if (!is_number_like(vm, args[1])) return vm.root(Root::not_implemented);
    return vm.boolean(holds(compare_numbers(vm, args[0], args[1])));
}

}  // namespace

Value float_pow(Vm& vm, const Args& args) { return float_power_of(vm, args[0], args[1], args[2]); }
Value float_rpow(Vm& vm, const Args& args) { return float_power_of(vm, args[1], args[0], args[2]); }
Value float_divmod_method(Vm& vm, const Args& args) { return float_divided(vm, args[0], args[1]); }
Value float_rdivmod(Vm& vm, const Args& args) { return float_divided(vm, args[1], args[0]); }

Value float_lt(Vm& vm, const Args& args) {
    return float_compare(vm, args, [](Ordering order) { return order == Ordering::less; });
}
Value float_le(Vm& vm, const Args& args) {
    return float_compare(vm, args, [](Ordering order) {
        return order == Ordering::less || order == Ordering::equal;
    });
}
Value float_eq(Vm& vm, const Args& args) {
    return float_compare(vm, args, [](Ordering order) { return order == Ordering::equal; });
}
Value float_ne(Vm& vm, const Args& args) {
    return float_compare(vm, args, [](Ordering order) { return order != Ordering::equal; });
}
Value float_gt(Vm& vm, const Args& args) {
    return float_compare(vm, args, [](Ordering order) { return order == Ordering::greater; });
}
Value float_ge(Vm& vm, const Args& args) {
    return float_compare(vm, args, [](Ordering order) {
        return order == Ordering::greater || order == Ordering::equal;
    });
}

Value float_self(Vm& vm, const Args& args) { return Value::from_float(float_of(vm, args[0])); }
Value float_neg(Vm& vm, const Args& args) { return Value::from_float(-float_of(vm, args[0])); }
Value float_abs(Vm& vm, const Args& args) {
    return Value::from_float(std::fabs(float_of(vm, args[0])));
}
Value float_bool(Vm& vm, const Args& args) { return vm.boolean(float_of(vm, args[0]) != 0); }
Value float_hash(Vm& vm, const Args& args) {
    return new_int(vm, static_cast<int64_t>(hash_of_float(float_of(vm, args[0]), args[0])));
}
Value float_repr_method(Vm& vm, const Args& args) {
    return new_str(vm, float_repr(float_of(vm, args[0])));
}
Value float_int(Vm& vm, const Args& args) { return int_from_double(vm, float_of(vm, args[0])); }
Value float_floor(Vm& vm, const Args& args) {
    return int_from_double(vm, std::floor(float_of(vm, args[0])));
}
Value float_ceil(Vm& vm, const Args& args) {
    return int_from_double(vm, std::ceil(float_of(vm, args[0])));
}
Value float_zero(Vm&, const Args&) { return Value::from_float(0); }
Value float_is_integer(Vm& vm, const Args& args) {
    const double number = float_of(vm, args[0]);
    return vm.boolean(number - number == 0 && number == std::floor(number));
}
Value float_getnewargs(Vm& vm, const Args& args) {
    const Value number = Value::from_float(float_of(vm, args[0]));
    return new_tuple(vm, {&number, 1});
}

Value float_rounded(Vm& vm, const Args& args) {
    const double number = float_of(vm, args[0]);
    if (!args.has(1) || args[1] == vm.none()) return int_from_double(vm, round_half_even(number));
    const Computed index = index_of(vm, args[1]);
    if (index.outcome == Outcome::raised) return {};
    if (index.outcome == Outcome::needs_call)
        return vm.call_prelude(Root::prelude_round_to, {args[0], args[1]});
    const auto digits = to_int64(vm, index.result);
    if (!digits)
        return is_negative(vm, index.result) && number - number == 0
                   ? Value::from_float(0.0 * number)
                   : Value::from_float(number);
    return float_round(vm, number, *digits);
}

Value float_ratio(Vm& vm, const Args& args) {
    const double number = float_of(vm, args[0]);
    if (number != number) return vm.raise(Root::ValueError, "cannot convert NaN to integer ratio");
    if (number - number != 0)
        return vm.raise(Root::OverflowError, "cannot convert Infinity to integer ratio");
    int exponent;
    double fraction = std::frexp(number, &exponent);
    while (fraction != std::floor(fraction)) {
        fraction *= 2;
        --exponent;
    }
    const Value numerator = new_int(vm, static_cast<int64_t>(fraction));
    const Value one = Value::from_int(1);
    const Value upper =
        exponent > 0 ? int_shift_left(vm, numerator, static_cast<uint64_t>(exponent)) : numerator;
    const Value lower =
        exponent < 0 ? int_shift_left(vm, one, static_cast<uint64_t>(-exponent)) : one;
    if (upper.is_null() || lower.is_null()) return {};
    const Value parts[] = {upper, lower};
    return new_tuple(vm, parts);
}

// 0x1.8p+1, all 13 digits.
Value float_hex(Vm& vm, const Args& args) {
    const double number = float_of(vm, args[0]);
    if (number - number != 0) return new_str(vm, float_repr(number));
    std::string out = std::signbit(number) ? "-0x" : "0x";
    if (number == 0) return new_str(vm, out + "0.0p+0");
    int exponent;
    double fraction = std::frexp(std::fabs(number), &exponent);
    const int shift = 1 - std::max(-1021 - exponent, 0);  // subnormal numbers keep exponent -1022
    fraction = std::ldexp(fraction, shift);
    exponent -= shift;
    const auto take = [&] {
        const int digit = static_cast<int>(fraction);
        fraction = (fraction - digit) * 16;
        return "0123456789abcdef"[digit];
    };
    out += take();
    out += '.';
    for (int count = 0; count < 13; ++count) out += take();
    out += exponent < 0 ? "p-" : "p+";
    return new_str(vm, out + std::to_string(std::abs(exponent)));
}

namespace {

// [sign] [0x] digits [. digits] [p exponent], as float.fromhex; null: something else.
std::optional<double> parse_hex(std::string_view text, bool& too_large) {
    bool negative = false;
    if (!text.empty() && (text[0] == '-' || text[0] == '+')) {
        negative = text[0] == '-';
        text.remove_prefix(1);
    }
    if (const auto special = parse_float(text);
        special && *special - *special != 0 && text.find_first_of("0123456789") == text.npos)
        return negative ? -*special : *special;
    if (text.size() > 1 && text[0] == '0' && (text[1] == 'x' || text[1] == 'X'))
        text.remove_prefix(2);
    uint64_t mantissa = 0;
    bool rest = false, point = false, any = false;
    int64_t exponent = 0;
    size_t at = 0;
    for (; at < text.size(); ++at) {
        const char letter = static_cast<char>(text[at] | 0x20);
        int digit;
        if (text[at] == '.' && !point) {
            point = true;
            continue;
        }
        if (text[at] >= '0' && text[at] <= '9')
            digit = text[at] - '0';
        else if (letter >= 'a' && letter <= 'f')
            digit = letter - 'a' + 10;
        else
            break;
        any = true;
        if (mantissa >> 58) {  // no room: what follows only decides the rounding
            rest |= digit != 0;
            exponent += point ? 0 : 4;
        } else {
            mantissa = mantissa << 4 | static_cast<uint64_t>(digit);
            exponent -= point ? 4 : 0;
        }
    }
    if (!any) return std::nullopt;
    if (at < text.size() && (text[at] | 0x20) == 'p') {
        bool minus = false, digits = false;
        int64_t given = 0;
        if (++at < text.size() && (text[at] == '-' || text[at] == '+')) minus = text[at++] == '-';
        for (; at < text.size() && text[at] >= '0' && text[at] <= '9'; ++at) {
            given = std::min<int64_t>(given * 10 + (text[at] - '0'), 1 << 20);
            digits = true;
        }
        if (!digits) return std::nullopt;
        exponent += minus ? -given : given;
    }
    if (at != text.size()) return std::nullopt;
    if (mantissa == 0) return negative ? -0.0 : 0.0;
    // One rounding to the bits that a double of this size has.
    const auto width = static_cast<int64_t>(std::bit_width(mantissa));
    const int64_t least = std::max<int64_t>(exponent + width - 53, -1074);
    const int64_t drop = least - exponent;
    if (drop > 0) {
        const uint64_t kept = drop < 64 ? mantissa >> drop : 0;
        const uint64_t half = drop <= 64 ? uint64_t{1} << (drop - 1) : 0;
        const uint64_t below = drop < 64 ? mantissa & ((uint64_t{1} << drop) - 1) : mantissa;
        const bool up = half != 0 && (below > half || (below == half && (rest || kept & 1)));
        mantissa = kept + up;
        exponent = least;
    }
    const double result = std::ldexp(static_cast<double>(mantissa), static_cast<int>(exponent));
    too_large = std::isinf(result);
    return negative ? -result : result;
}

}  // namespace

// (type, text)
Value float_fromhex(Vm& vm, const Args& args) {
    if (!is_str(vm, args[1]))
        return vm.raise(Root::TypeError, "bad argument type for built-in operation");
    bool too_large = false;
    const auto number = parse_hex(*number_text(vm, args[1]), too_large);
    if (!number) return vm.raise(Root::ValueError, "invalid hexadecimal floating-point string");
    if (too_large)
        return vm.raise(Root::OverflowError, "hexadecimal value too large to represent as a float");
    if (is_plain_type(vm, args[0], Root::type_float_)) return Value::from_float(*number);
    return vm.call(args[0], {Value::from_float(*number)});
}

Value float_getformat(Vm& vm, const Args& args) {
    if (!is_str(vm, args[1]))
        return vm.raise(Root::TypeError,
                        "__getformat__() argument must be str, not " + type_name(vm, args[1]));
    if (!str_equals(vm, args[1], "double") && !str_equals(vm, args[1], "float"))
        return vm.raise(Root::ValueError, "__getformat__() argument 1 must be 'double' or 'float'");
    return new_str(vm, "IEEE, little-endian");
}

}  // namespace meada
