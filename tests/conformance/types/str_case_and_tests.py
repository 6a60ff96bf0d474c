# tests/conformance/types/str_case_and_tests.py: case methods and character tests, also beyond
# ASCII.
for s in ("hello world", "HELLO", "Straße", "ação É", "ǆ", "123", "a1_", " \t", "", "ﬁx", "İ"):
    print(repr(s), s.upper(), s.lower(), s.title(), s.capitalize(), s.swapcase(), ascii(s.casefold()))
    print(s.isalpha(), s.isdigit(), s.isalnum(), s.isspace(), s.isupper(), s.islower(), s.istitle(), s.isidentifier(), s.isascii(), s.isprintable())
print("²".isdigit(), "²".isdecimal(), "½".isnumeric(), "٣".isdecimal())
