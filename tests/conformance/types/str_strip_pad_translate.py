# tests/conformance/types/str_strip_pad_translate.py: strip, ljust, center, zfill, expandtabs,
# translate.
print("  x ".strip() + "|", "xxhixx".strip("x"), "abcba".lstrip("ab"), "abcba".rstrip("ab"), "\t\n x\u3000".strip())
print("ab".ljust(5, "."), "ab".rjust(5), "ab".center(5, "*"), "abc".center(6, "-"), "42".zfill(5), "-42".zfill(5), "+".zfill(3), "é".center(3, "ñ"))
print("a\tb".expandtabs(), "a\tbc\td".expandtabs(4), "hello".translate({104: "J", 108: None, 111: 48}), "abc".translate(str.maketrans("ab", "xy", "c")))
try:
    "a".ljust(5, "ab")
except TypeError as e:
    print(e)
