// The one libm: that it is linked under its own names and gives the bits that were recorded.
#include <cmath>
#include <cstdint>
#include <cstring>

#include "doctest/doctest.h"
#include "meada_libm.h"

namespace {
uint64_t bits(double value) {
    uint64_t out;
    std::memcpy(&out, &value, sizeof out);
    return out;
}
}  // namespace

TEST_CASE("libm gives the same bits in every build") {
    CHECK(bits(meada_sin(1.0)) == 0x3feaed548f090ceeu);
    CHECK(bits(meada_exp(1.0)) == 0x4005bf0a8b145769u);
    CHECK(bits(meada_pow(2.0, 0.5)) == 0x3ff6a09e667f3bcdu);
    CHECK(bits(meada_log(10.0)) == 0x40026bb1bbb55516u);
    CHECK(bits(meada_cos(1e22)) == 0x3fe0be2cef01c8f4u);
}

TEST_CASE("libm follows IEEE 754 at the edges") {
    CHECK(std::isnan(meada_log(-1.0)));
    CHECK(meada_exp(710.0) == INFINITY);
    CHECK(bits(meada_sin(-0.0)) == bits(-0.0));
    CHECK(meada_hypot(3.0, 4.0) == 5.0);
    int sign = 0;
    CHECK(meada_lgamma_r(-0.5, &sign) > 1.26);
    CHECK(sign == -1);
}
