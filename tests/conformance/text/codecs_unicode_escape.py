# tests/conformance/text/codecs_unicode_escape.py: escapes of literals as an encoding.
for text in ("plain", "tab\t line\n back\\slash 'quote'", "é\x00\x7f", "€ 中", "🐍\ud800"):
    for encoding in ("unicode_escape", "raw_unicode_escape", "unicode-escape"):
        data = text.encode(encoding)
        print(encoding, data, ascii(data.decode(encoding)))
print(ascii(br"\x41\u20ac\U0001f40d\101\n\'\
\N{SNOWMAN}".decode("unicode_escape")))
print(ascii(br"\u20ac\\u20ac\x41\n".decode("raw_unicode_escape")))
print(b"caf\xc3\xa9 \\u00e9".decode("unicode_escape"))
print("Ol\\u00e1\\n".encode().decode("unicode_escape"))
for data in (rb"\x4", rb"a\u12", rb"\U00110000", rb"\N{nothing}", rb"\N", rb"\N{", rb"\N{}", b"a\\"):
    for encoding in ("unicode_escape", "raw_unicode_escape"):
        for errors in ("strict", "replace", "ignore"):
            try:
                print(data, ascii(data.decode(encoding, errors)))
            except UnicodeDecodeError as error:
                print(data, error, error.start, error.end, error.encoding)
