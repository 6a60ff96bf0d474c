#include <cmath>

#include "doctest/doctest.h"
#include "vm/text_calls.h"

using namespace meada;

// Expectations: python3 3.11.
TEST_CASE("case mappings know final sigma, expansions and title case") {
    TextCalls t;
    CHECK(t.str_call("lower", {t.str("ΑΣ ΣΑ")}) == "'ας σα'");
    CHECK(t.str_call("upper", {t.str("straße ŉ")}) == "'STRASSE ʼN'");
    CHECK(t.str_call("title", {t.str("ǆabc ﬁx")}) == "'ǅabc Fix'");
    CHECK(t.str_call("capitalize", {t.str("ΌΣΟΣ")}) == "'Όσος'");
    CHECK(t.str_call("casefold", {t.str("Straße")}) == "'strasse'");
    CHECK(t.str_call("swapcase", {t.str("aBc")}) == "'AbC'");
    CHECK(t.str_call("title", {t.str("they're bill's")}) == "\"They'Re Bill'S\"");
}

TEST_CASE("classes of characters") {
    TextCalls t;
    CHECK(t.str_call("isnumeric", {t.str("½")}) == "True");
    CHECK(t.str_call("isdigit", {t.str("½")}) == "False");
    CHECK(t.str_call("isdigit", {t.str("²")}) == "True");
    CHECK(t.str_call("isdecimal", {t.str("²")}) == "False");
    CHECK(t.str_call("isdecimal", {t.str("٣")}) == "True");
    CHECK(t.str_call("isspace", {t.str(" ")}) == "True");
    CHECK(t.str_call("isalpha", {t.str("ª")}) == "True");
    CHECK(t.str_call("isidentifier", {t.str("naïve_1")}) == "True");
    CHECK(t.str_call("isidentifier", {t.str("1a")}) == "False");
    CHECK(t.str_call("isprintable", {t.str("­")}) == "False");
    CHECK(t.str_call("isprintable", {t.str("")}) == "True");
    CHECK(t.str_call("isupper", {t.str("A1")}) == "True");
    CHECK(t.str_call("istitle", {t.str("Ǆ")}) == "True");
}

TEST_CASE("searching takes bounds as slices do") {
    TextCalls t;
    CHECK(t.str_call("find", {t.str("banana"), t.str("an"), t.integer(2)}) == "3");
    CHECK(t.str_call("rfind", {t.str("banana"), t.str("an")}) == "3");
    CHECK(t.str_call("count", {t.str("banana"), t.str("a"), t.integer(-3)}) == "2");
    CHECK(t.str_call("count", {t.str("banana"), t.str("")}) == "7");
    CHECK(t.str_call("index", {t.str("banana"), t.str("x")}) == "ValueError: substring not found");
    CHECK(t.str_call("find", {t.str("abc"), t.str(""), t.integer(4)}) == "-1");
    CHECK(t.str_call("find", {t.str("aé😀"), t.str("😀")}) == "2");
    CHECK(t.str_call("find", {t.str("banana"), t.integer(5)}) == "TypeError: must be str, not int");
    CHECK(t.str_call("startswith", {t.str("banana"), t.tuple({t.str("x"), t.str("ba")})}) ==
          "True");
    CHECK(t.str_call("endswith", {t.str("banana"), t.str("na"), t.integer(0), t.integer(5)}) ==
          "False");
    CHECK(t.str_call("startswith", {t.str("a"), t.integer(5)}) ==
          "TypeError: startswith first arg must be str or a tuple of str, not int");
}

TEST_CASE("splitting") {
    TextCalls t;
    CHECK(t.str_call("split", {t.str(" a  b c ")}) == "['a', 'b', 'c']");
    CHECK(t.str_call("split", {t.str(" a  b c "), t.vm.none(), t.integer(1)}) == "['a', 'b c ']");
    CHECK(t.str_call("rsplit", {t.str(" a  b c "), t.vm.none(), t.integer(1)}) == "[' a  b', 'c']");
    CHECK(t.str_call("split", {t.str("a,b,,c"), t.str(",")}) == "['a', 'b', '', 'c']");
    CHECK(t.str_call("rsplit", {t.str("a,b,,c"), t.str(","), t.integer(1)}) == "['a,b,', 'c']");
    CHECK(t.str_call("split", {t.str("a"), t.str("")}) == "ValueError: empty separator");
    CHECK(t.str_call("splitlines", {t.str("a\nb\015\nc\034d e")}) == "['a', 'b', 'c', 'd', 'e']");
    CHECK(t.str_call("splitlines", {t.str("a\nb\015\n"), t.vm.boolean(true)}) ==
          "['a\\n', 'b\\r\\n']");
    CHECK(t.str_call("partition", {t.str("k=v=w"), t.str("=")}) == "('k', '=', 'v=w')");
    CHECK(t.str_call("rpartition", {t.str("k=v=w"), t.str("=")}) == "('k=v', '=', 'w')");
    CHECK(t.str_call("rpartition", {t.str("kv"), t.str("=")}) == "('', '', 'kv')");
    CHECK(t.call("bytes", "split", {t.bytes("a b")}) == "[b'a', b'b']");
}

TEST_CASE("building") {
    TextCalls t;
    CHECK(t.str_call("join", {t.str(", "), t.list({t.str("a"), t.str("é"), t.str("😀")})}) ==
          "'a, é, 😀'");
    CHECK(t.str_call("join", {t.str("-"), t.tuple({t.str("a"), t.integer(5)})}) ==
          "TypeError: sequence item 1: expected str instance, int found");
    CHECK(t.str_call("replace", {t.str("banana"), t.str("an"), t.str("Ω"), t.integer(1)}) ==
          "'bΩana'");
    CHECK(t.str_call("replace", {t.str("abc"), t.str(""), t.str("-")}) == "'-a-b-c-'");
    CHECK(t.str_call("replace", {t.str("é😀"), t.str("😀"), t.str("")}) == "'é'");
    CHECK(t.str_call("center", {t.str("a"), t.integer(4), t.str("*")}) == "'*a**'");
    CHECK(t.str_call("center", {t.str("ab"), t.integer(5), t.str("*")}) == "'**ab*'");
    CHECK(t.str_call("zfill", {t.str("-42"), t.integer(6)}) == "'-00042'");
    CHECK(t.str_call("expandtabs", {t.str("a\tbc\td"), t.integer(4)}) == "'a   bc  d'");
    CHECK(t.str_call("strip", {t.str("xxaxx"), t.str("x")}) == "'a'");
    CHECK(t.str_call("strip", {t.str(" a\n")}) == "'a'");
    CHECK(t.str_call("removeprefix", {t.str("abc"), t.str("ab")}) == "'c'");
    CHECK(t.str_call("ljust", {t.str("a"), t.integer(3), t.str("xy")}) ==
          "TypeError: The fill character must be exactly one character long");
    CHECK(t.str_call("translate", {t.str("abc"), t.dict({t.integer(97), t.str("X"), t.integer(98),
                                                         t.vm.none()})}) == "'Xc'");
    CHECK(t.str_call("__getitem__", {t.str("abcdef"), t.integer(7)}) ==
          "IndexError: string index out of range");
}

TEST_CASE("bytes and codecs") {
    TextCalls t;
    CHECK(t.str_call("encode", {t.str("aé€😀")}) ==
          "b'a\\xc3\\xa9\\xe2\\x82\\xac\\xf0\\x9f\\x98\\x80'");
    CHECK(t.str_call("encode", {t.str("é€"), t.str("latin-1")}) ==
          "UnicodeEncodeError: 'latin-1' codec can't encode character '\\u20ac' in position 1: "
          "ordinal not in range(256)");
    CHECK(t.str_call("encode", {t.str("é€"), t.str("ascii"), t.str("backslashreplace")}) ==
          "b'\\\\xe9\\\\u20ac'");
    CHECK(t.str_call("encode", {t.str("é€"), t.str("ascii"), t.str("xmlcharrefreplace")}) ==
          "b'&#233;&#8364;'");
    CHECK(t.call("bytes", "decode", {t.bytes("\303\251\377")}) ==
          "UnicodeDecodeError: 'utf-8' codec can't decode byte 0xff in position 2: invalid start "
          "byte");
    CHECK(t.call("bytes", "decode", {t.bytes("\342\202"), t.str("utf-8"), t.str("replace")}) ==
          "'�'");
    CHECK(t.call("bytes", "decode", {t.bytes("\377"), t.str("utf-8"), t.str("surrogateescape")}) ==
          "'\\udcff'");
    CHECK(t.str_call("encode", {t.str("x"), t.str("nope")}) ==
          "LookupError: unknown encoding: nope");
    CHECK(t.call("bytes", "hex", {t.bytes("\001\253\377"), t.str("-")}) == "'01-ab-ff'");
    CHECK(t.call("bytes", "__repr__", {t.bytes("it's \001\042")}) ==
          "'b\\'it\\\\\\'s \\\\x01\"\\''");
    CHECK(t.call("bytes", "__repr__", {t.bytes("it's \001")}) == "'b\"it\\'s \\\\x01\"'");
    CHECK(t.call("bytes", "__getitem__", {t.bytes("ab"), t.integer(1)}) == "98");
}
