// Raffaello Giulietti, "The Schubfach way to render doubles" (2020), in the form of Alexander
// Bolz's "Drachennest": of two candidates, a digit apart in length, the shorter one where it lies
// between the number's neighbours. The powers of ten are those with which fast_float reads numbers.
#include "base/shortest_float.h"

#include <bit>
#include <cmath>

#include "fast_float/fast_float.h"

namespace meada {
namespace {

struct Power {
    uint64_t high, low;
};
__extension__ typedef unsigned __int128 ShortestWide;

// Beyond fast_float's table: 10**309 and on, as the numbers close to 0 need them.
constexpr Power large_powers[] = {
    {0xb201833b35d63f73, 0x2cd2cc6551e513db}, {0xde81e40a034bcf4f, 0xf8077f7ea65e58d2},
    {0x8b112e86420f6191, 0xfb04afaf27faf783}, {0xadd57a27d29339f6, 0x79c5db9af1f9b564},
    {0xd94ad8b1c7380874, 0x18375281ae7822bd}, {0x87cec76f1c830548, 0x8f2293910d0b15b6},
    {0xa9c2794ae3a3c69a, 0xb2eb3875504ddb23}, {0xd433179d9c8cb841, 0x5fa60692a46151ec},
    {0x849feec281d7f328, 0xdbc7c41ba6bcd334}, {0xa5c7ea73224deff3, 0x12b9b522906c0801},
    {0xcf39e50feae16bef, 0xd768226b34870a01}, {0x81842f29f2cce375, 0xe6a1158300d46641},
    {0xa1e53af46f801c53, 0x60495ae3c1097fd1}, {0xca5e89b18b602368, 0x385bb19cb14bdfc5},
    {0xfcf62c1dee382c42, 0x46729e03dd9ed7b6}, {0x9e19db92b4e31ba9, 0x6c07a2c26a8346d2}};

// 128 bits of 10**exponent, rounded up. In fast_float's table only a part is.
Power power_of_ten(int exponent) {
    using Powers = fast_float::powers;
    if (exponent > Powers::largest_power_of_five)
        return large_powers[exponent - Powers::largest_power_of_five - 1];
    const int at = 2 * (exponent - Powers::smallest_power_of_five);
    Power power{Powers::power_of_five_128[at], Powers::power_of_five_128[at + 1]};
    const bool cut_off = exponent > 55 || exponent < -27;  // 5**55 is the last that fits
    if (cut_off && ++power.low == 0) ++power.high;
    return power;
}

// The upper 64 bits of a product of 192; the lowest says whether anything is below.
uint64_t round_to_odd(Power power, uint64_t factor) {
    const auto low = static_cast<uint64_t>(ShortestWide{power.low} * factor >> 64);
    const ShortestWide high = ShortestWide{power.high} * factor + low;
    return static_cast<uint64_t>(high >> 64) | (static_cast<uint64_t>(high) > 1);
}

struct Binary {
    uint64_t fraction;  // without the hidden bit
    int exponent;       // as it is stored
};

ShortestFloat nearest(Binary number) {
    constexpr int bias = 1075;
    constexpr uint64_t hidden = uint64_t{1} << 52;
    const bool normal = number.exponent != 0;
    const uint64_t mantissa = normal ? hidden | number.fraction : number.fraction;
    const int q = (normal ? number.exponent : 1) - bias;
    if (normal && q <= 0 && q > -53 && std::countr_zero(mantissa) >= -q)
        return {mantissa >> -q, 0};  // an integer that is exact
    // Half way to the neighbours, in quarters; below a power of two they are closer.
    const bool closer = number.fraction == 0 && number.exponent > 1;
    const int k = (q * 1262611 - (closer ? 524031 : 0)) >> 22;
    const int shift = q + ((-k * 1741647) >> 19) + 1;
    const Power power = power_of_ten(-k);
    const bool open = mantissa % 2 != 0;  // a tie is read as the even neighbour
    const uint64_t lower = round_to_odd(power, (4 * mantissa - 2 + closer) << shift) + open;
    const uint64_t middle = round_to_odd(power, (4 * mantissa) << shift);
    const uint64_t upper = round_to_odd(power, (4 * mantissa + 2) << shift) - open;
    const uint64_t whole = middle / 4;
    if (const uint64_t tens = whole / 10; tens != 0) {
        const bool below = lower <= 40 * tens, above = 40 * tens + 40 <= upper;
        if (below != above) return {tens + above, k + 1};
    }
    const bool below = lower <= 4 * whole, above = 4 * whole + 4 <= upper;
    if (below != above) return {whole + above, k};
    const uint64_t half = 4 * whole + 2;
    return {whole + (middle > half || (middle == half && whole % 2 != 0)), k};
}

}  // namespace

ShortestFloat shortest_float(double magnitude) {
    const auto bits = std::bit_cast<uint64_t>(magnitude);
    if (bits == 0) return {0, 0};
    ShortestFloat out = nearest({bits & ((uint64_t{1} << 52) - 1), static_cast<int>(bits >> 52)});
    for (; out.digits % 10 == 0; out.digits /= 10) ++out.exponent;
    return out;
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
