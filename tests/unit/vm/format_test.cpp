#include <cmath>

#include "doctest/doctest.h"
#include "vm/text_calls.h"

using namespace meada;

// Expectations: python3 3.11.
TEST_CASE("format of floats") {
    TextCalls t;
    CHECK(t.format(t.number(0.1), "") == "'0.1'");
    CHECK(t.format(t.number(1e+16), "") == "'1e+16'");
    CHECK(t.format(t.number(1e-05), "") == "'1e-05'");
    CHECK(t.format(t.number(123456.789), ",.2f") == "'123,456.79'");
    CHECK(t.format(t.number(1234567.0), "_") == "'1_234_567.0'");
    CHECK(t.format(t.number(100.0), ".3") == "'1e+02'");
    CHECK(t.format(t.number(100.0), ".3g") == "'100'");
    CHECK(t.format(t.number(1.0), "#.3g") == "'1.00'");
    CHECK(t.format(t.number(-0.0), "z.1f") == "'0.0'");
    CHECK(t.format(t.number(2.5), ".0f") == "'2'");
    CHECK(t.format(t.number(0.256), ".1%") == "'25.6%'");
    CHECK(t.format(t.number(1.5), "*^+12.2e") == "'*+1.50e+00**'");
    CHECK(t.format(t.number(INFINITY), "08f") == "'00000inf'");
    CHECK(t.format(t.number(1.5), "d") ==
          "ValueError: Unknown format code 'd' for object of type 'float'");
}

TEST_CASE("format of ints") {
    TextCalls t;
    CHECK(t.format(t.integer(1234567), ",") == "'1,234,567'");
    CHECK(t.format(t.integer(255), "#x") == "'0xff'");
    CHECK(t.format(t.integer(255), "#010b") == "'0b11111111'");
    CHECK(t.format(t.integer(-255), "_x") == "'-ff'");
    CHECK(t.format(t.integer(1234), "08,d") == "'0,001,234'");
    CHECK(t.format(t.integer(65), "c") == "'A'");
    CHECK(t.format(t.integer(3), ".2f") == "'3.00'");
    CHECK(t.format(t.integer(3), ".2") ==
          "ValueError: Precision not allowed in integer format specifier");
    CHECK(t.format(t.integer(3), ">+5") == "'   +3'");
    CHECK(t.format(t.integer(3), "é^5") == "'éé3éé'");
    CHECK(t.format(t.integer(5), "s") ==
          "ValueError: Unknown format code 's' for object of type 'int'");
    CHECK(t.format(t.vm.boolean(true), "") == "'True'");
    CHECK(t.format(t.vm.boolean(true), "d") == "'1'");
}

TEST_CASE("format of strs and others") {
    TextCalls t;
    CHECK(t.format(t.str("abc"), ".2") == "'ab'");
    CHECK(t.format(t.str("é"), ">4") == "'   é'");
    CHECK(t.format(t.str("a"), "=4") ==
          "ValueError: '=' alignment not allowed in string format specifier");
    CHECK(t.format(t.str("a"), "+") == "ValueError: Sign not allowed in string format specifier");
    CHECK(t.format(t.str("a"), "d") ==
          "ValueError: Unknown format code 'd' for object of type 'str'");
    CHECK(t.format(t.vm.none(), "x") ==
          "TypeError: unsupported format string passed to NoneType.__format__");
    CHECK(t.format(t.vm.none(), "") == "'None'");
    CHECK(t.format(t.list({t.integer(1)}), "5") ==
          "TypeError: unsupported format string passed to list.__format__");
    CHECK(t.format(t.integer(1), "10zz") ==
          "ValueError: Invalid format specifier '10zz' for object of type 'int'");
    CHECK(t.format(t.integer(1), ".") == "ValueError: Format specifier missing precision");
    CHECK(t.format(t.integer(1), ",_") == "ValueError: Cannot specify both ',' and '_'.");
}

TEST_CASE("per cent") {
    TextCalls t;
    CHECK(t.percent("%d %s %r", t.tuple({t.integer(5), t.str("a"), t.str("b")})) == "\"5 a 'b'\"");
    CHECK(t.percent("%05d|%-5d|%+d", t.tuple({t.integer(42), t.integer(42), t.integer(42)})) ==
          "'00042|42   |+42'");
    CHECK(t.percent("%x %#o %X", t.tuple({t.integer(255), t.integer(8), t.integer(255)})) ==
          "'ff 0o10 FF'");
    CHECK(t.percent("%.2f %e %g", t.tuple({t.number(3.14159), t.number(12345.678),
                                           t.number(1e+20)})) == "'3.14 1.234568e+04 1e+20'");
    CHECK(t.percent("%(a)s %(b)05.1f",
                    t.dict({t.str("a"), t.integer(1), t.str("b"), t.number(2.5)})) == "'1 002.5'");
    CHECK(t.percent("%*d|%-*d|%.*f", t.tuple({t.integer(5), t.integer(1), t.integer(5),
                                              t.integer(2), t.integer(2), t.number(1.2345)})) ==
          "'    1|2    |1.23'");
    CHECK(t.percent("%c%c", t.tuple({t.str("x"), t.integer(128512)})) == "'x😀'");
    CHECK(t.percent("100%%", t.tuple({})) == "'100%'");
    CHECK(t.percent("%d", t.str("x")) ==
          "TypeError: %d format: a real number is required, not str");
    CHECK(t.percent("%s %s", t.tuple({t.str("a")})) ==
          "TypeError: not enough arguments for format string");
    CHECK(t.percent("%s", t.tuple({t.str("a"), t.str("b")})) ==
          "TypeError: not all arguments converted during string formatting");
    CHECK(t.percent("%q", t.integer(1)) ==
          "ValueError: unsupported format character 'q' (0x71) at index 1");
    CHECK(t.percent("%", t.integer(1)) == "ValueError: incomplete format");
    CHECK(t.percent("%d", t.number(3.99)) == "'3'");
    CHECK(t.percent("%x", t.number(1.5)) ==
          "TypeError: %x format: an integer is required, not float");
    CHECK(t.percent("%.3s", t.str("abcdef")) == "'abc'");
    CHECK(t.percent("%a", t.str("é")) == "\"'\\\\xe9'\"");
}

TEST_CASE("str.format") {
    TextCalls t;
    CHECK(t.str_call("format", {t.str("{} {}"), t.integer(1), t.str("a")}) == "'1 a'");
    CHECK(t.str_call("format", {t.str("{1}{0}{1!r}"), t.integer(1), t.str("é")}) == "\"é1'é'\"");
    CHECK(t.str_call("format", {t.str("{:>{}}"), t.str("a"), t.integer(5)}) == "'    a'");
    CHECK(t.str_call("format", {t.str("{{}}")}) == "'{}'");
    CHECK(t.str_call("format", {t.str("{0[1]}"), t.list({t.integer(1), t.integer(2)})}) == "'2'");
    CHECK(t.str_call("format", {t.str("{")}) ==
          "ValueError: Single '{' encountered in format string");
    CHECK(t.str_call("format", {t.str("}")}) ==
          "ValueError: Single '}' encountered in format string");
    CHECK(t.str_call("format", {t.str("{0}{}"), t.integer(1)}) ==
          "ValueError: cannot switch from manual field specification to automatic field numbering");
    CHECK(t.str_call("format", {t.str("{2}"), t.integer(1)}) ==
          "IndexError: Replacement index 2 out of range for positional args tuple");
    CHECK(t.str_call("format", {t.str("{a}")}) == "KeyError: 'a'");
    CHECK(t.str_call("format", {t.str("{!x}"), t.integer(1)}) ==
          "ValueError: Unknown conversion specifier x");
    CHECK(t.str_call("format", {t.str("{:,}"), t.integer(1234567)}) == "'1,234,567'");
}

TEST_CASE("repr") {
    TextCalls t;
    CHECK(t.shown(t.list({t.str("it's"), t.str("\""), t.str("\n­"), t.str("é😀")})) ==
          "[\"it's\", '\"', '\\n\\x7f\\xad', 'é😀']");
    CHECK(t.shown(t.tuple({t.integer(1)})) == "(1,)");
    CHECK(t.shown(t.tuple({})) == "()");
    CHECK(t.shown(t.dict({t.str("a"), t.list({t.number(1.0), t.vm.none()})})) ==
          "{'a': [1.0, None]}");
    CHECK(t.shown(t.list({t.bytes("x"), t.vm.boolean(true), t.number(1e+300), t.number(-0.0)})) ==
          "[b'x', True, 1e+300, -0.0]");
}
