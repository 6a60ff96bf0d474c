# tests/conformance/types/str_unicode_length_and_index.py: strings are sequences of code points.
s = "a é 日 😀 e\u0301"
print(len(s), s[6], s[::-1] == s[::-1], [hex(ord(c)) for c in s if ord(c) > 127], "😀" * 2, s.upper())
print("é" == "e\u0301", "é" < "z", "Z" < "a" < "é" < "日" < "😀", sorted("éazZ日a"), max("aé😀日"))
print(chr(233), chr(128512), ord("日"), "\u00e9" "\U0001F600", chr(0x10ffff) == "\U0010ffff")
for f in (lambda: chr(0x110000), lambda: ord(""), lambda: ord("ab")):
    try:
        f()
    except (ValueError, TypeError) as e:
        print(e)
