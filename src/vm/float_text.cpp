#include "vm/float_text.h"

#include <array>
#include <charconv>
#include <cmath>
#include <cstdio>

#include "base/shortest_float.h"
#include "fast_float/fast_float.h"
#include "vm/numbers.h"

namespace meada {
namespace {

__extension__ typedef unsigned __int128 UInt128;

struct Digits {
    std::string digits;  // without point; the first is not 0 (but for zero)
    int64_t point;       // digits before it; may be negative or beyond the end
};

Digits digits_of(const std::string& scientific) {
    Digits out;
    const size_t exponent = scientific.find('e');
    for (size_t index = 0; index < exponent; ++index)
        if (scientific[index] != '.') out.digits += scientific[index];
    int value = 0;
    const char* first = scientific.data() + exponent + (scientific[exponent + 1] == '+' ? 2 : 1);
    std::from_chars(first, scientific.data() + scientific.size(), value);
    out.point = value + 1;
    return out;
}

// The C library's printf is exact, as std::to_chars with a precision is, whose tables of powers
// are 100 KB to download.
std::string printed(const char* format, double magnitude, int64_t precision) {
    const int size = std::snprintf(nullptr, 0, format, static_cast<int>(precision), magnitude);
    std::string text(static_cast<size_t>(size), '\0');
    std::snprintf(text.data(), text.size() + 1, format, static_cast<int>(precision), magnitude);
    return text;
}

Digits shortest_digits(double magnitude) {
    const ShortestFloat found = shortest_float(magnitude);
    Digits out{std::to_string(found.digits), 0};
    out.point = static_cast<int64_t>(out.digits.size()) + found.exponent;
    return out;
}

// A power of ten times the number, when that and what is cut off fit 128 bits: exact, so that
// halves go to even as CPython's do. Empty: they do not fit.
std::string fixed_of_integer(double magnitude, int64_t precision) {
    static constexpr auto powers = [] {
        std::array<uint64_t, 18> powers{1};
        for (size_t index = 1; index < powers.size(); ++index)
            powers[index] = powers[index - 1] * 10;
        return powers;
    }();
    int exponent = 0;
    const double fraction = std::frexp(magnitude, &exponent);
    const int shift = 53 - exponent;  // the number is mantissa / 2**shift
    if (precision >= static_cast<int64_t>(powers.size()) || shift < 1 || shift > 120) return {};
    const auto mantissa = static_cast<uint64_t>(std::ldexp(fraction, 53));
    const UInt128 scaled = UInt128{mantissa} * powers[static_cast<size_t>(precision)];
    const UInt128 half = UInt128{1} << (shift - 1);
    UInt128 whole = scaled >> shift;
    const UInt128 rest = scaled - (whole << shift);
    if (rest > half || (rest == half && (whole & 1) != 0)) ++whole;
    if (whole > uint64_t(INT64_MAX)) return {};
    std::string text;
    append_decimal(text, static_cast<int64_t>(whole));
    const auto least = static_cast<size_t>(precision) + 1;
    if (text.size() < least) text.insert(0, least - text.size(), '0');
    if (precision > 0) text.insert(text.size() - static_cast<size_t>(precision), 1, '.');
    return text;
}

std::string fixed(double magnitude, int64_t precision) {
    if (std::string text = fixed_of_integer(magnitude, precision); !text.empty()) return text;
    return printed("%.*f", magnitude, precision);
}

void append_exponent(std::string& out, int64_t exponent) {
    out += exponent < 0 ? "e-" : "e+";
    const std::string digits = std::to_string(std::abs(exponent));
    if (digits.size() < 2) out += '0';
    out += digits;
}

std::string lay_out(Digits found, bool with_exponent, uint32_t flags) {
    std::string& digits = found.digits;
    if (!(flags & float_keep))
        while (digits.size() > 1 && digits.back() == '0') digits.pop_back();
    std::string out;
    if (with_exponent) {
        out = digits.substr(0, 1);
        if (digits.size() > 1 || (flags & float_keep)) out += '.' + digits.substr(1);
        append_exponent(out, found.point - 1);
        return out;
    }
    const auto size = static_cast<int64_t>(digits.size());
    if (found.point <= 0) {
        out = "0." + std::string(static_cast<size_t>(-found.point), '0') + digits;
        if (digits == "0") out = flags & float_keep ? "0." : "0";
    } else if (found.point >= size) {
        out = digits + std::string(static_cast<size_t>(found.point - size), '0');
        if (flags & float_keep) out += '.';
    } else {
        out = digits.substr(0, static_cast<size_t>(found.point)) + "." +
              digits.substr(static_cast<size_t>(found.point));
    }
    if ((flags & float_dot_0) && out.find('.') == std::string::npos) out += ".0";
    if ((flags & float_dot_0) && out.back() == '.') out += '0';
    return out;
}

std::string finite_to_text(double magnitude, char code, int64_t precision, uint32_t flags) {
    std::string out;
    switch (code) {
        case 'e':
            out = printed("%.*e", magnitude, precision);
            if (precision == 0 && (flags & float_keep)) out.insert(1, ".");
            return out;
        case 'f':
            out = fixed(magnitude, precision);
            if (precision == 0 && (flags & float_keep)) out += '.';
            return out;
        case 'g': {
            if (precision == 0) precision = 1;
            const Digits digits = digits_of(printed("%.*e", magnitude, precision - 1));
            const int64_t most = precision - (flags & float_dot_0 ? 1 : 0);
            return lay_out(digits, digits.point <= -4 || digits.point > most, flags);
        }
        default: {
            const Digits digits = shortest_digits(magnitude);
            return lay_out(digits, digits.point <= -4 || digits.point > 16, flags);
        }
    }
}

}  // namespace

std::string float_to_text(double number, char code, int64_t precision, uint32_t flags) {
    const bool upper = code >= 'A' && code <= 'Z';
    if (upper) code = static_cast<char>(code ^ 0x20);
    std::string out;
    if (std::isnan(number)) {
        out = flags & float_sign ? "+nan" : "nan";
    } else {
        if (std::signbit(number))
            out = "-";
        else if (flags & float_sign)
            out = "+";
        out +=
            std::isinf(number) ? "inf" : finite_to_text(std::fabs(number), code, precision, flags);
    }
    if (upper)
        for (char& letter : out)
            if (letter >= 'a' && letter <= 'z') letter = static_cast<char>(letter ^ 0x20);
    return out;
}

namespace {

bool is_digit(char letter) { return letter >= '0' && letter <= '9'; }

// Underscores only between digits; false: misplaced.
bool drop_underscores(std::string_view text, std::string& out) {
    for (size_t index = 0; index < text.size(); ++index) {
        if (text[index] != '_') {
            out += text[index];
            continue;
        }
        const bool between = index > 0 && is_digit(text[index - 1]) && index + 1 < text.size() &&
                             is_digit(text[index + 1]);
        if (!between) return false;
    }
    return true;
}

bool same_word(std::string_view text, std::string_view word) {
    if (text.size() != word.size()) return false;
    for (size_t index = 0; index < text.size(); ++index)
        if ((text[index] | 0x20) != word[index]) return false;
    return true;
}

}  // namespace

std::optional<double> parse_float(std::string_view text) {
    const auto is_blank = [](char c) { return c == ' ' || (c >= 9 && c <= 13); };
    while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
    while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
    std::string plain;
    if (text.find('_') != std::string_view::npos) {
        if (!drop_underscores(text, plain)) return std::nullopt;
        text = plain;
    }
    double sign = 1;
    if (!text.empty() && (text.front() == '+' || text.front() == '-')) {
        if (text.front() == '-') sign = -1;
        text.remove_prefix(1);
    }
    if (same_word(text, "inf") || same_word(text, "infinity")) return std::copysign(INFINITY, sign);
    if (same_word(text, "nan")) return std::copysign(NAN, sign);
    if (text.empty() || !(is_digit(text.front()) || text.front() == '.')) return std::nullopt;
    double number = 0;
    const char* end = text.data() + text.size();
    const auto done = fast_float::from_chars(text.data(), end, number);
    if (done.ptr != end) return std::nullopt;
    if (done.ec != std::errc{} && done.ec != std::errc::result_out_of_range) return std::nullopt;
    return std::copysign(number, sign);
}

}  // namespace meada
