#include "base/shortest_float.h"

#include <cmath>

#include <double-conversion/double-to-string.h>

namespace meada {

ShortestFloat shortest_float(double magnitude) {
    using double_conversion::DoubleToStringConverter;
    constexpr auto room = DoubleToStringConverter::kBase10MaximalLength + 1;
    char text[room];
    bool negative = false;
    int length = 0, point = 0;
    DoubleToStringConverter::DoubleToAscii(magnitude, DoubleToStringConverter::SHORTEST, 0, text,
                                           room, &negative, &length, &point);
    uint64_t digits = 0;
    for (int index = 0; index < length; ++index)
        digits = digits * 10 + static_cast<uint64_t>(text[index] - '0');
    return {digits, digits == 0 ? 0 : point - length};
}

std::string float_repr(double number) {
    if (std::isnan(number)) return "nan";
    if (std::isinf(number)) return number < 0 ? "-inf" : "inf";
    const ShortestFloat found = shortest_float(std::fabs(number));
    std::string digits = std::to_string(found.digits);
    const auto count = static_cast<int>(digits.size());
    const int exponent = found.digits == 0 ? 0 : found.exponent + count - 1;  // of the first digit
    const std::string sign = std::signbit(number) ? "-" : "";
    if (exponent < -4 || exponent >= 16) {
        if (count > 1) digits.insert(1, ".");
        const std::string power = std::to_string(std::abs(exponent));
        return sign + digits + (exponent < 0 ? "e-" : "e+") + (power.size() < 2 ? "0" : "") + power;
    }
    if (exponent < 0) return sign + "0." + std::string(size_t(-exponent - 1), '0') + digits;
    const int whole = exponent + 1;
    if (count <= whole) return sign + digits + std::string(size_t(whole - count), '0') + ".0";
    return sign + digits.insert(size_t(whole), ".");
}

}  // namespace meada
