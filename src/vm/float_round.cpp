// round() of floats: to decimal places through the exact decimal digits.
#include <fast_float/fast_float.h>

#include <cmath>

#include "vm/float_text.h"
#include "vm/numbers.h"

namespace meada {
namespace {

double read(std::string_view text) {
    double number = 0;
    fast_float::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

}  // namespace

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
