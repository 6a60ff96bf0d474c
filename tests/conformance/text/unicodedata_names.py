# tests/conformance/text/unicodedata_names.py: characters by name, and their names.
import unicodedata

print("\N{SNOWMAN} \N{latin small letter e with acute} \N{HANGUL SYLLABLE GAG}")
print(ascii("\N{LINE FEED}\N{NBSP}\N{BOM}\N{CJK UNIFIED IDEOGRAPH-4E00}"))
print(f"{'x'}\N{EM DASH}{'y':\N{BULLET}>3}", r"\N{no name}")
for character in "a é\u200d\u4e2d각🐍½\n":
    print(ascii(character), unicodedata.name(character, None))
print(unicodedata.lookup("black heart suit"), unicodedata.lookup("VS17") == "\U000e0100")
print("naïve 中 \ud800".encode("ascii", "namereplace"))
for call in (lambda: unicodedata.name("\0"), lambda: unicodedata.name("ab"),
             lambda: unicodedata.name(7), lambda: unicodedata.lookup("no such name"),
             lambda: unicodedata.lookup("x" * 300), lambda: eval(r'"\N{no such name}"')):
    try:
        print(call())
    except (KeyError, TypeError, ValueError, SyntaxError) as error:
        print(type(error).__name__, error)
found = [unicodedata.name(chr(point), "") for point in range(0x20, 0x20000, 997)]
print(len(found), [name for name in found if name][::9])
print(all(unicodedata.lookup(name) for name in found if name))
