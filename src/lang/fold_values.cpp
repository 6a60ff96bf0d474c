#include "lang/fold_values.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "base/utf8.h"
#include "lang/flow_graph.h"

namespace meada::lang {
namespace {

using Kind = Constant::Kind;
using Magnitude = unsigned __int128;

// CPython's limits on what folding may make.
constexpr size_t int_bits_max = 128, collection_items_max = 256, text_size_max = 4096,
                 total_items_max = 1024;

// Sign and 128 bits: as large as a folded product or power may be.
struct Integer {
    bool negative = false;
    Magnitude magnitude = 0;
};

std::optional<Integer> integer_of(const Constant& value) {
    if (value.kind == Kind::true_value) return Integer{false, 1};
    if (value.kind == Kind::false_value) return Integer{};
    if (value.kind != Kind::integer) return std::nullopt;
    Integer result;
    constexpr Magnitude tenth = ~Magnitude{0} / 10;
    for (const char c : value.text) {
        if (c == '-') {
            result.negative = true;
            continue;
        }
        if (result.magnitude >= tenth) return std::nullopt;
        result.magnitude = result.magnitude * 10 + static_cast<unsigned>(c - '0');
    }
    return result;
}

Constant constant_of(Integer value) {
    Constant result;
    result.kind = Kind::integer;
    Magnitude rest = value.magnitude;
    do {
        result.text.push_back(static_cast<char>('0' + static_cast<int>(rest % 10)));
        rest /= 10;
    } while (rest != 0);
    if (value.negative && value.magnitude != 0) result.text.push_back('-');
    std::reverse(result.text.begin(), result.text.end());
    return result;
}

Constant constant_of(double value) {
    Constant result;
    result.kind = Kind::floating;
    result.number = value;
    return result;
}

Constant constant_of(bool value) {
    Constant result;
    result.kind = value ? Kind::true_value : Kind::false_value;
    return result;
}

size_t bits_of(Magnitude value) {
    size_t bits = 0;
    for (; value != 0; value >>= 1) ++bits;
    return bits;
}

std::optional<Integer> add(Integer a, Integer b) {
    if (a.negative == b.negative) {
        const Magnitude sum = a.magnitude + b.magnitude;
        if (sum < a.magnitude) return std::nullopt;
        return Integer{a.negative, sum};
    }
    if (a.magnitude >= b.magnitude) return Integer{a.negative, a.magnitude - b.magnitude};
    return Integer{b.negative, b.magnitude - a.magnitude};
}

Integer negated(Integer a) { return {a.magnitude != 0 && !a.negative, a.magnitude}; }

std::optional<Integer> multiply(Integer a, Integer b) {
    if (bits_of(a.magnitude) + bits_of(b.magnitude) > int_bits_max) return std::nullopt;
    return Integer{a.negative != b.negative, a.magnitude * b.magnitude};
}

// Rounds down, as Python.
std::optional<Integer> floor_divide(Integer a, Integer b) {
    if (b.magnitude == 0) return std::nullopt;
    Magnitude quotient = a.magnitude / b.magnitude;
    const bool negative = a.negative != b.negative;
    if (negative && a.magnitude % b.magnitude != 0) ++quotient;
    return Integer{negative && quotient != 0, quotient};
}

std::optional<Integer> remainder(Integer a, Integer b) {
    if (b.magnitude == 0) return std::nullopt;
    Magnitude rest = a.magnitude % b.magnitude;
    if (rest != 0 && a.negative != b.negative) rest = b.magnitude - rest;
    return Integer{b.negative && rest != 0, rest};
}

std::optional<Integer> power(Integer a, Integer b) {
    if (b.negative || b.magnitude > int_bits_max) return std::nullopt;
    const uint64_t exponent = static_cast<uint64_t>(b.magnitude);
    if (exponent != 0 && bits_of(a.magnitude) > int_bits_max / exponent) return std::nullopt;
    Integer result{false, 1};
    for (uint64_t count = 0; count < exponent; ++count) {
        result.magnitude *= a.magnitude;
        result.negative = result.negative != a.negative;
    }
    return result;
}

std::optional<Integer> shift_left(Integer a, Integer b) {
    if (b.negative) return std::nullopt;
    if (a.magnitude == 0) return Integer{};
    if (b.magnitude > int_bits_max ||
        bits_of(a.magnitude) + static_cast<size_t>(b.magnitude) > int_bits_max)
        return std::nullopt;
    return Integer{a.negative, a.magnitude << static_cast<int>(b.magnitude)};
}

std::optional<Integer> shift_right(Integer a, Integer b) {
    if (b.negative) return std::nullopt;
    if (b.magnitude >= int_bits_max) return Integer{a.negative, a.negative ? 1u : 0u};
    const Magnitude divisor = Magnitude{1} << static_cast<int>(b.magnitude);
    return floor_divide(a, {false, divisor});
}

// Bit operations on two's complement of 127 bits and a sign.
std::optional<Integer> bitwise(BinaryOperator operation, Integer a, Integer b) {
    if ((a.magnitude >> 127) != 0 || (b.magnitude >> 127) != 0) return std::nullopt;
    const auto bits = [](Integer v) { return v.negative ? ~v.magnitude + 1 : v.magnitude; };
    const Magnitude x = bits(a), y = bits(b);
    const Magnitude result = operation == BinaryOperator::bit_and  ? x & y
                             : operation == BinaryOperator::bit_or ? x | y
                                                                   : x ^ y;
    const bool negative = (result >> 127) != 0;
    return Integer{negative, negative ? ~result + 1 : result};
}

std::optional<double> double_of(const Constant& value) {
    if (value.kind == Kind::floating) return value.number;
    const auto integer = integer_of(value);
    if (!integer) return std::nullopt;
    // Only what a double holds exactly: then the operation rounds once, as Python's does.
    Magnitude odd = integer->magnitude;
    int exponent = 0;
    for (; odd != 0 && (odd & 1) == 0; odd >>= 1) ++exponent;
    if (bits_of(odd) > 53) return std::nullopt;
    const double magnitude = std::ldexp(static_cast<double>(static_cast<uint64_t>(odd)), exponent);
    return integer->negative ? -magnitude : magnitude;
}

std::optional<Constant> fold_integers(BinaryOperator operation, Integer a, Integer b) {
    std::optional<Integer> result;
    switch (operation) {
        case BinaryOperator::add:
            result = add(a, b);
            break;
        case BinaryOperator::subtract:
            result = add(a, negated(b));
            break;
        case BinaryOperator::multiply:
            result = multiply(a, b);
            break;
        case BinaryOperator::floor_divide:
            result = floor_divide(a, b);
            break;
        case BinaryOperator::remainder:
            result = remainder(a, b);
            break;
        case BinaryOperator::power:
            result = power(a, b);
            break;
        case BinaryOperator::left_shift:
            result = shift_left(a, b);
            break;
        case BinaryOperator::right_shift:
            result = shift_right(a, b);
            break;
        case BinaryOperator::bit_and:
        case BinaryOperator::bit_or:
        case BinaryOperator::bit_xor:
            result = bitwise(operation, a, b);
            break;
        default:
            break;
    }
    if (!result) return std::nullopt;
    return constant_of(*result);
}

// Only powers that are exact to the last bit on every platform; the others are left to run time.
std::optional<Constant> fold_power(double a, double b) {
    if (b == 0.5 && a >= 0) return constant_of(std::sqrt(a));
    if (b == 1) return constant_of(a);
    if (b == 2) return constant_of(a * a);
    if (b == -1 && a != 0) return constant_of(1 / a);
    if (b != std::floor(b) || std::fabs(b) > 300) return std::nullopt;
    if (a == 2) return constant_of(std::ldexp(1.0, static_cast<int>(b)));
    if (a == 10) {
        const std::string text = "1e" + std::to_string(static_cast<int>(b));
        return constant_of(std::strtod(text.c_str(), nullptr));
    }
    return std::nullopt;
}

std::optional<Constant> fold_doubles(BinaryOperator operation, double a, double b) {
    switch (operation) {
        case BinaryOperator::add:
            return constant_of(a + b);
        case BinaryOperator::subtract:
            return constant_of(a - b);
        case BinaryOperator::multiply:
            return constant_of(a * b);
        case BinaryOperator::true_divide:
            if (b == 0) return std::nullopt;
            return constant_of(a / b);
        case BinaryOperator::remainder:
        case BinaryOperator::floor_divide: {
            if (b == 0) return std::nullopt;
            double rest = std::fmod(a, b);
            double quotient = (a - rest) / b;
            if (rest != 0) {
                if ((b < 0) != (rest < 0)) {
                    rest += b;
                    quotient -= 1.0;
                }
            } else {
                rest = std::copysign(0.0, b);
            }
            if (operation == BinaryOperator::remainder) return constant_of(rest);
            if (quotient == 0) return constant_of(std::copysign(0.0, a / b));
            double floored = std::floor(quotient);
            if (quotient - floored > 0.5) floored += 1.0;
            return constant_of(floored);
        }
        case BinaryOperator::power:
            return fold_power(a, b);
        default:
            return std::nullopt;
    }
}

size_t total_items(const Constant& value, size_t limit) {
    if (value.kind != Kind::tuple && value.kind != Kind::frozen_set) return 0;
    size_t count = value.items.size();
    for (const Constant& item : value.items) {
        if (count > limit) break;
        count += total_items(item, limit);
    }
    return count;
}

std::optional<Constant> repeat(const Constant& value, Integer times) {
    const uint64_t count = times.negative                 ? 0
                           : times.magnitude > UINT32_MAX ? UINT32_MAX
                                                          : static_cast<uint64_t>(times.magnitude);
    Constant result;
    result.kind = value.kind;
    if (value.kind == Kind::tuple) {
        const size_t size = value.items.size();
        if (size != 0 && (times.negative || count > collection_items_max / size))
            return std::nullopt;
        if (count != 0 && total_items(value, total_items_max / count) > total_items_max / count)
            return std::nullopt;
        if (size == 0) return result;
        for (uint64_t index = 0; index < count; ++index)
            result.items.insert(result.items.end(), value.items.begin(), value.items.end());
        return result;
    }
    const size_t size =
        value.kind == Kind::text ? count_code_points(value.text) : value.text.size();
    if (size != 0 && (times.negative || count > text_size_max / size)) return std::nullopt;
    for (uint64_t index = 0; size != 0 && index < count; ++index) result.text += value.text;
    return result;
}

bool equal_values(const Constant& left, const Constant& right) {
    if (constant_key(left) == constant_key(right)) return true;
    const auto a = double_of(left), b = double_of(right);
    return a && b && *a == *b;
}

}  // namespace

void add_set_item(Constant& set, const Constant& item) {
    for (const Constant& earlier : set.items)
        if (equal_values(earlier, item)) return;
    set.items.push_back(item);
}

namespace {

bool is_sequence(const Constant& value) {
    return value.kind == Kind::text || value.kind == Kind::bytes || value.kind == Kind::tuple;
}

}  // namespace

std::optional<Constant> fold_unary(UnaryOperator operation, const Constant& value) {
    if (operation == UnaryOperator::not_) {
        switch (value.kind) {
            case Kind::none:
            case Kind::false_value:
                return constant_of(true);
            case Kind::integer:
                return constant_of(value.text == "0");
            case Kind::floating:
            case Kind::complex:
                return constant_of(value.number == 0);
            case Kind::text:
            case Kind::bytes:
                return constant_of(value.text.empty());
            case Kind::tuple:
            case Kind::frozen_set:
                return constant_of(value.items.empty());
            default:
                return constant_of(false);
        }
    }
    if (value.kind == Kind::floating) {
        if (operation == UnaryOperator::invert) return std::nullopt;
        return constant_of(operation == UnaryOperator::minus ? -value.number : value.number);
    }
    if (value.kind == Kind::integer && operation == UnaryOperator::minus) {
        Constant result = value;  // of any size
        if (value.text == "0") return result;
        result.text = value.text[0] == '-' ? value.text.substr(1) : "-" + value.text;
        return result;
    }
    const auto integer = integer_of(value);
    if (!integer) return std::nullopt;
    if (operation == UnaryOperator::plus) return constant_of(*integer);
    if (operation == UnaryOperator::minus) return constant_of(negated(*integer));
    const auto inverted = add(negated(*integer), Integer{true, 1});
    if (!inverted) return std::nullopt;
    return constant_of(*inverted);
}

std::optional<Constant> fold_binary(BinaryOperator operation, const Constant& left,
                                    const Constant& right) {
    const auto a = integer_of(left), b = integer_of(right);
    if (a && b) {
        const auto is_bool = [](const Constant& c) { return c.kind != Kind::integer; };
        const bool bits = operation == BinaryOperator::bit_and ||
                          operation == BinaryOperator::bit_or ||
                          operation == BinaryOperator::bit_xor;
        if (bits && is_bool(left) && is_bool(right)) {
            const auto folded = bitwise(operation, *a, *b);
            return constant_of(folded && folded->magnitude != 0);
        }
        const bool to_double = operation == BinaryOperator::true_divide ||
                               (operation == BinaryOperator::power && b->negative);
        if (!to_double) return fold_integers(operation, *a, *b);
    }
    if (is_sequence(left) && left.kind == right.kind && operation == BinaryOperator::add) {
        Constant result = left;
        result.text += right.text;
        result.items.insert(result.items.end(), right.items.begin(), right.items.end());
        return result;
    }
    if (operation == BinaryOperator::multiply) {
        if (is_sequence(left) && b) return repeat(left, *b);
        if (is_sequence(right) && a) return repeat(right, *a);
    }
    const auto x = double_of(left), y = double_of(right);
    if (x && y) return fold_doubles(operation, *x, *y);
    return std::nullopt;
}

std::optional<Constant> fold_subscript(const Constant& value, const Constant& index) {
    const auto found = integer_of(index);
    if (!found || !is_sequence(value) || found->magnitude > UINT32_MAX) return std::nullopt;
    const int64_t size =
        static_cast<int64_t>(value.kind == Kind::tuple  ? value.items.size()
                             : value.kind == Kind::text ? count_code_points(value.text)
                                                        : value.text.size());
    int64_t at = static_cast<int64_t>(found->magnitude);
    if (found->negative) at = size - at;
    if (at < 0 || at >= size) return std::nullopt;
    if (value.kind == Kind::tuple) return value.items[static_cast<size_t>(at)];
    Constant result;
    if (value.kind == Kind::bytes) {
        const uint8_t byte = static_cast<uint8_t>(value.text[static_cast<size_t>(at)]);
        return constant_of(Integer{false, byte});
    }
    result.kind = Kind::text;
    size_t offset = 0;
    for (; at >= 0; --at) {
        const size_t start = offset++;
        while (offset < value.text.size() &&
               (static_cast<uint8_t>(value.text[offset]) & 0xc0) == 0x80)
            ++offset;
        result.text = value.text.substr(start, offset - start);
    }
    return result;
}

}  // namespace meada::lang
