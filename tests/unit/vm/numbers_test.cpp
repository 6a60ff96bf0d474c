#include "vm/numbers.h"

#include <cmath>

#include "doctest/doctest.h"
#include "vm/big_int.h"
#include "vm/text_calls.h"

using namespace meada;

namespace {

struct Numbers : TextCalls {
    Value big(std::string_view decimal) { return parse_int(vm, decimal, 10); }
    std::string compute(BinaryOperator operation, Value left, Value right) {
        return shown(number_binary(vm, operation, left, right).result);
    }
};

}  // namespace

// Expectations: python3 3.11.
TEST_CASE("an int is immediate exactly where it fits 48 bits") {
    Numbers n;
    CHECK(new_int(n.vm, Value::int_max).is_int());
    CHECK(new_int(n.vm, Value::int_min).is_int());
    const Value over = new_int(n.vm, Value::int_max + 1), under = new_int(n.vm, Value::int_min - 1);
    CHECK(!over.is_int());
    CHECK(!under.is_int());
    CHECK(number_binary(n.vm, BinaryOperator::subtract, over, Value::from_int(1)).result.is_int());
    CHECK(number_binary(n.vm, BinaryOperator::add, under, Value::from_int(1)).result.is_int());
    CHECK(*to_int64(n.vm, over) == Value::int_max + 1);
    CHECK(*to_int64(n.vm, n.big("-9223372036854775808")) == INT64_MIN);
    CHECK(!to_int64(n.vm, n.big("9223372036854775808")));
    CHECK(n.shown(new_int_unsigned(n.vm, UINT64_MAX)) == "18446744073709551615");
}

TEST_CASE("division rounds down and the remainder has the divisor's sign, at every size") {
    Numbers n;
    const char* cases[][4] = {
        {"7", "-2", "-4", "-1"},
        {"-7", "2", "-4", "1"},
        {"-100000000000000000000000000000000000000000", "7",
         "-14285714285714285714285714285714285714286", "2"},
        {"100000000000000000000000000000000000000000", "-30000000000000000000000000000000000000",
         "-3334", "-20000000000000000000000000000000000000"},
    };
    for (const auto& [left, right, quotient, remainder] : cases) {
        CHECK(n.compute(BinaryOperator::floor_divide, n.big(left), n.big(right)) == quotient);
        CHECK(n.compute(BinaryOperator::remainder, n.big(left), n.big(right)) == remainder);
    }
    CHECK(n.compute(BinaryOperator::floor_divide, Value::from_int(1), Value::from_int(0)) ==
          "ZeroDivisionError: integer division or modulo by zero");
    CHECK(n.compute(BinaryOperator::remainder, Value::from_int(1), Value::from_int(0)) ==
          "ZeroDivisionError: integer modulo by zero");
}

TEST_CASE("a quotient that the upper digits do not tell for certain is divided in full") {
    Numbers n;
    const auto divide = [&](Value left, Value right) {
        return n.compute(BinaryOperator::floor_divide, left, right);
    };
    const auto sum = [&](Value left, int64_t right) {
        return number_binary(n.vm, BinaryOperator::add, left, Value::from_int(right)).result;
    };
    const auto times = [&](Value left, int64_t right) {
        const Value factor = new_int(n.vm, right);
        return number_binary(n.vm, BinaryOperator::multiply, left, factor).result;
    };
    const Value divisor = sum(int_shift_left(n.vm, Value::from_int(1), 300), 12345);
    for (const int64_t quotient : {int64_t{1}, int64_t{2}, int64_t{7}, int64_t{268435455},
                                   int64_t{268435456}, int64_t{72057594037927935}}) {
        const Value product = times(divisor, quotient);
        CHECK(divide(product, divisor) == std::to_string(quotient));
        CHECK(divide(sum(product, -1), divisor) == std::to_string(quotient - 1));
        CHECK(divide(sum(product, 1), divisor) == std::to_string(quotient));
        CHECK(divide(int_negate(n.vm, product), divisor) == std::to_string(-quotient));
        CHECK(divide(int_negate(n.vm, sum(product, 1)), divisor) == std::to_string(-quotient - 1));
    }
}

TEST_CASE("true division of large ints is rounded once") {
    Numbers n;
    CHECK(n.compute(BinaryOperator::true_divide, n.big("9007199254740993"), Value::from_int(2)) ==
          "4503599627370496.0");
    CHECK(n.compute(BinaryOperator::true_divide, n.big("1000000000000000000000000000000"),
                    n.big("3000000000000000000000000000001")) == "0.3333333333333333");
    const Value huge = int_shift_left(n.vm, Value::from_int(1), 1100);
    CHECK(n.compute(BinaryOperator::true_divide, huge, Value::from_int(3)) ==
          "OverflowError: integer division result too large for a float");
    CHECK(n.compute(BinaryOperator::true_divide, Value::from_int(1), huge) == "0.0");
}

TEST_CASE("bits of negative ints go on for ever to the left") {
    Numbers n;
    const Value minus = n.big("-1208925819614629174706177");  // -(2**80) - 1
    CHECK(n.compute(BinaryOperator::bit_and, minus, n.big("1208925819614629174706175")) ==
          "1208925819614629174706175");
    CHECK(n.compute(BinaryOperator::bit_or, minus, Value::from_int(1)) ==
          "-1208925819614629174706177");
    CHECK(n.compute(BinaryOperator::right_shift, minus, Value::from_int(80)) == "-2");
    CHECK(n.compute(BinaryOperator::right_shift, minus, Value::from_int(1000)) == "-1");
    CHECK(n.compute(BinaryOperator::left_shift, Value::from_int(-3), Value::from_int(70)) ==
          "-3541774862152233910272");
    CHECK(n.compute(BinaryOperator::left_shift, Value::from_int(1), Value::from_int(-1)) ==
          "ValueError: negative shift count");
}

TEST_CASE("a result over the limit is a MemoryError, not a frozen page") {
    Numbers n;
    const Value limit = Value::from_int(int64_t{1} << 40);
    CHECK(n.compute(BinaryOperator::left_shift, Value::from_int(1), limit) == "MemoryError: ");
    CHECK(n.compute(BinaryOperator::power, Value::from_int(10), limit) == "MemoryError: ");
    CHECK(n.compute(BinaryOperator::power, Value::from_int(-1), limit) == "1");
}

TEST_CASE("ints and floats compare by value, not by their nearest double") {
    Numbers n;
    const auto order = [&](Value left, Value right) { return compare_numbers(n.vm, left, right); };
    const Value exact = n.big("9007199254740993");  // 2**53 + 1
    CHECK(order(exact, Value::from_float(9007199254740992.0)) == Ordering::greater);
    CHECK(order(Value::from_float(9007199254740992.0), exact) == Ordering::less);
    CHECK(order(Value::from_int(2), Value::from_float(2.5)) == Ordering::less);
    CHECK(order(Value::from_int(-2), Value::from_float(-2.5)) == Ordering::greater);
    CHECK(order(Value::from_int(3), Value::from_float(3)) == Ordering::equal);
    CHECK(order(n.big("1" + std::string(400, '0')), Value::from_float(HUGE_VAL)) == Ordering::less);
    CHECK(order(Value::from_int(1), Value::from_float(NAN)) == Ordering::unordered);
}

TEST_CASE("equal numbers have equal hashes, CPython's") {
    Numbers n;
    CHECK(hash_of_int(-1) == static_cast<uint64_t>(-2));
    CHECK(hash_of_int((int64_t{1} << 61) - 1) == 0);
    CHECK(hash_of_int_like(n.vm, n.big("100000000000000000000000000000")) == 968863072241352051u);
    CHECK(hash_of_float(0.5, {}) == 1152921504606846976u);
    CHECK(hash_of_float(1e300, {}) == 1224995262755759164u);
    CHECK(hash_of_float(-HUGE_VAL, {}) == static_cast<uint64_t>(-314159));
    CHECK(hash_of_float(1e23, {}) == hash_of_int_like(n.vm, n.big("99999999999999991611392")));
    CHECK(hash_of_complex(1, 2) == 2000007u);
}

TEST_CASE("round() is right to the last digit") {
    Numbers n;
    const auto rounded = [&](double number, int64_t digits) {
        return n.shown(float_round(n.vm, number, digits));
    };
    CHECK(rounded(2.675, 2) == "2.67");
    CHECK(rounded(0.5, 0) == "0.0");
    CHECK(rounded(1.5, 0) == "2.0");
    CHECK(rounded(25, -1) == "20.0");
    CHECK(rounded(35, -1) == "40.0");
    CHECK(rounded(25.1, -1) == "30.0");
    CHECK(rounded(-999999.5, -6) == "-1000000.0");
    CHECK(rounded(1.7e308, -308) == "OverflowError: rounded value too large to represent");
    CHECK(n.shown(int_round(n.vm, Value::from_int(25), -1)) == "20");
    CHECK(n.shown(int_round(n.vm, n.big("-35000000000000000000000000"), -25)) ==
          "-40000000000000000000000000");
}

TEST_CASE("int(text, base) takes prefixes, signs and underscores") {
    Numbers n;
    const auto parsed = [&](std::string_view text, int base) {
        const Value value = parse_int(n.vm, text, base);
        return value.is_null() && !n.vm.has_exception() ? "no" : n.shown(value);
    };
    CHECK(parsed("0x_ff", 16) == "255");
    CHECK(parsed("-0b101", 0) == "-5");
    CHECK(parsed("1_000", 10) == "1000");
    CHECK(parsed("1__0", 10) == "no");
    CHECK(parsed("_1", 10) == "no");
    CHECK(parsed("07", 0) == "no");
    CHECK(parsed("00", 0) == "0");
    CHECK(parsed("zz", 36) == "1295");
    CHECK(parsed("", 10) == "no");
    CHECK(parsed(std::string(5000, '9'), 10).starts_with(
        "ValueError: Exceeds the limit (4300 digits) for integer string conversion: value has "
        "5000 digits"));
}

TEST_CASE("bytes to ints and back, either end first") {
    Numbers n;
    const Value size = Value::from_int(2);
    CHECK(n.call("int", "to_bytes", {Value::from_int(1000), size}) == "b'\\x03\\xe8'");
    CHECK(n.call("int", "to_bytes", {Value::from_int(1000), size, n.str("little")}) ==
          "b'\\xe8\\x03'");
    CHECK(n.call("int", "to_bytes", {Value::from_int(-1), size}) ==
          "OverflowError: can't convert negative int to unsigned");
    CHECK(n.call("int", "to_bytes", {Value::from_int(65536), size}) ==
          "OverflowError: int too big to convert");
    const Value type = Value::from_ref(n.vm.type(Root::type_int_));
    CHECK(n.call("int", "from_bytes", {type, n.bytes("\xff\xfe")}) == "65534");
}
