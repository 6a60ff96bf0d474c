#include "base/shortest_float.h"

#include <doctest/doctest.h>

#include <bit>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <string>

using namespace meada;

namespace {

double read(const ShortestFloat& found) {
    const std::string text = std::to_string(found.digits) + "e" + std::to_string(found.exponent);
    return std::strtod(text.c_str(), nullptr);
}

int digit_count(uint64_t digits) { return static_cast<int>(std::to_string(digits).size()); }

// What one digit less gives, rounded as printf does, is another number.
bool is_shorter_possible(double value, int digits) {
    if (digits <= 1) return false;
    char text[40];
    std::snprintf(text, sizeof text, "%.*e", digits - 2, value);
    return std::strtod(text, nullptr) == value;
}

}  // namespace

TEST_CASE("the shortest decimal of a float reads back as it, and none is shorter") {
    uint64_t state = 1;
    for (int round = 0; round < 200000; ++round) {
        state = state * 6364136223846793005u + 1442695040888963407u;
        const uint64_t bits = (state ^ state >> 29) & ~(uint64_t{1} << 63);
        const double value = std::bit_cast<double>(bits);
        if (!std::isfinite(value) || value == 0) continue;
        const ShortestFloat found = shortest_float(value);
        REQUIRE_MESSAGE(read(found) == value, "bits " << bits);
        REQUIRE_MESSAGE(!is_shorter_possible(value, digit_count(found.digits)), "bits " << bits);
    }
}

TEST_CASE("every power of two, where one neighbour is closer, and the numbers close to zero") {
    for (int power = -1074; power < 1024; ++power) {
        const double value = std::ldexp(1.0, power);
        REQUIRE_MESSAGE(read(shortest_float(value)) == value, "2 ** " << power);
        const double below = std::nextafter(value, 0);
        if (below > 0)
            REQUIRE_MESSAGE(read(shortest_float(below)) == below, "below 2 ** " << power);
    }
}

TEST_CASE("repr of a float is laid out as CPython does") {
    CHECK(float_repr(0.0) == "0.0");
    CHECK(float_repr(-0.0) == "-0.0");
    CHECK(float_repr(0.1) == "0.1");
    CHECK(float_repr(1e16) == "1e+16");
    CHECK(float_repr(123456789012345.6) == "123456789012345.6");
    CHECK(float_repr(9007199254740993.0) == "9007199254740992.0");
    CHECK(float_repr(0.0001) == "0.0001");
    CHECK(float_repr(0.00001) == "1e-05");
    CHECK(float_repr(-2.5e-7) == "-2.5e-07");
    CHECK(float_repr(5e-324) == "5e-324");
    CHECK(float_repr(1.7976931348623157e308) == "1.7976931348623157e+308");
    CHECK(float_repr(-HUGE_VAL) == "-inf");
}
