// Floats from text, and rounding in decimal: both go through the exact decimal digits.
#include <fast_float/fast_float.h>

#include <cmath>

#include "vm/float_text.h"
#include "vm/numbers.h"

namespace meada {
namespace {

bool is_digit(char character) { return character >= '0' && character <= '9'; }

bool equals_ignoring_case(std::string_view text, std::string_view lower) {
    if (text.size() != lower.size()) return false;
    for (size_t index = 0; index < text.size(); ++index)
        if ((text[index] | 0x20) != lower[index]) return false;
    return true;
}

// Digits with single underscores between them; false: something else, or none.
bool take_digits(std::string_view& text, std::string& out) {
    size_t index = 0;
    while (index < text.size()) {
        if (is_digit(text[index])) out += text[index];
        else if (text[index] != '_' || index == 0 || !is_digit(text[index - 1]) ||
                 index + 1 == text.size() || !is_digit(text[index + 1]))
            break;
        ++index;
    }
    text.remove_prefix(index);
    return index > 0;
}

double read(std::string_view text) {
    double number = 0;
    fast_float::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

}  // namespace

std::optional<double> parse_float(std::string_view text) {
    bool negative = false;
    if (!text.empty() && (text[0] == '-' || text[0] == '+')) {
        negative = text[0] == '-';
        text.remove_prefix(1);
    }
    const auto with_sign = [&](double number) { return negative ? -number : number; };
    if (equals_ignoring_case(text, "inf") || equals_ignoring_case(text, "infinity"))
        return with_sign(HUGE_VAL);
    if (equals_ignoring_case(text, "nan")) return NAN;
    std::string clean;
    bool found = take_digits(text, clean);
    if (!text.empty() && text[0] == '.') {
        clean += '.';
        text.remove_prefix(1);
        if (!text.empty() && text[0] != 'e' && text[0] != 'E') {
            if (!take_digits(text, clean)) return std::nullopt;
            found = true;
        }
    }
    if (!found) return std::nullopt;
    if (!text.empty() && (text[0] == 'e' || text[0] == 'E')) {
        clean += 'e';
        text.remove_prefix(1);
        if (!text.empty() && (text[0] == '-' || text[0] == '+')) {
            clean += text[0];
            text.remove_prefix(1);
        }
        if (!take_digits(text, clean)) return std::nullopt;
    }
    if (!text.empty()) return std::nullopt;
    return with_sign(read(clean));
}

double round_half_even(double number) {
    const double whole = std::floor(number);
    const double rest = number - whole;
    if (rest < 0.5) return std::copysign(whole, number);
    if (rest > 0.5) return std::copysign(whole + 1, number);
    return std::copysign(whole / 2 == std::floor(whole / 2) ? whole : whole + 1, number);
}

namespace {

// To tens and more: the exact digits before the point, rounded by hand.
double round_to_tens(double number, uint32_t zeros) {
    const std::string exact = float_to_text(std::fabs(number), 'f', 60, 0);
    std::string digits = exact.substr(0, exact.find('.'));
    if (digits.size() < zeros) return std::copysign(0.0, number);
    digits.insert(0, 1, '0');  // room for a carry
    const size_t cut = digits.size() - zeros;
    const char first = digits[cut];
    const bool rest = digits.find_first_not_of('0', cut + 1) != std::string::npos ||
                      exact.find_first_of("123456789", exact.find('.')) != std::string::npos;
    const bool odd = (digits[cut - 1] - '0') % 2 == 1;
    digits.resize(cut);
    if (first > '5' || (first == '5' && (rest || odd))) {
        size_t at = cut;
        while (digits[--at] == '9') digits[at] = '0';
        ++digits[at];
    }
    return std::copysign(read(digits + "e" + std::to_string(zeros)), number);
}

}  // namespace

Value float_round(Vm& vm, double number, int64_t digits) {
    constexpr int64_t digits_most = 323, digits_least = -308;
    if (number - number != 0 || number == 0 || digits > digits_most)
        return Value::from_float(number);
    if (digits < digits_least) return Value::from_float(0.0 * number);
    const double result = digits >= 0 ? read(float_to_text(number, 'f', digits, 0))
                                      : round_to_tens(number, static_cast<uint32_t>(-digits));
    if (std::isinf(result))
        return vm.raise(Root::OverflowError, "rounded value too large to represent");
    return Value::from_float(result);
}

}  // namespace meada
