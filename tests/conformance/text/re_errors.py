# tests/conformance/text/re_errors.py: what is wrong with a pattern, a template or an argument.
import re

for pattern in ["(a", "a)", "[a", "[z-a]", "*a", "a**", "a{3,2}", "(?P<1>a)", "(?P<a>x)(?P<a>y)",
                "(?P=a)", r"\1", r"(\1)", r"\q", "\\", r"\x1", r"\777", "(?<a)", "(?<=a+)b", "(?Z)",
                "a(?i)b", "(?i-i:a)", "(?i", "(?P", "(?Px)", "(?#", "(?(1)a|b|c)", "(?(2)a)",
                "(?(0)a)", "(?P<>a)", "(?P<a", r"\u12", "x{9999999999}", "(?a-u:x)", "(?L)a",
                "a\nb(", "^*", "(?<=(?P<q>a)(?P=q))"]:
    try:
        print(pattern, re.compile(pattern))
    except (re.error, OverflowError, ValueError) as error:
        print(repr(pattern), type(error), error)

try:
    re.compile("a\n[")
except re.error as error:
    print(error.msg, error.pattern, error.pos, error.lineno, error.colno, repr(error))

for flags in (re.L, re.A | re.U, 0):
    for pattern in ("a", b"a"):
        try:
            print(re.compile(pattern, flags).flags)
        except ValueError as error:
            print(error)

for template in [r"\q", r"\1", r"\g<x>", r"\g<", r"\g<1", r"\g<1a>", r"\9", r"\400", r"\g", "\\"]:
    try:
        print(re.sub("a", template, "banana"))
    except (re.error, IndexError) as error:
        print(template, type(error), error)

for call in (lambda: re.match(1, ""), lambda: re.match("a", 1), lambda: re.match(b"a", "a"),
             lambda: re.match("a", b"a"), lambda: re.compile(re.compile("a"), re.I),
             lambda: re.match("a", "a").group(1), lambda: re.match("a", "a")["x"],
             lambda: re.compile("a").match(), lambda: re.sub("a", 1, "a"), lambda: re.compile([])):
    try:
        print(call())
    except (TypeError, ValueError, IndexError) as error:
        print(type(error), error)
