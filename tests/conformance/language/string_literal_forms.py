# tests/conformance/language/string_literal_forms.py: prefixes, escapes and adjacent literals.
print('a\tb\\n\x41\u00e9\U0001f600\101\0end' == "a\tb\\n" "Aé😀A\x00end")
print(r"raw\n\t", rb"raw\x00", b"bytes\x00\xff")
print("""three
lines "with" quotes
end""")
print('it''s', "don\'t", 'new\
line')
print("\a\b\f\v\r" == "\x07\x08\x0c\x0b\x0d")
print(R"\d", u"u")
