# tests/conformance/text/re_objects.py: how patterns, matches and flags show; equality and copies.
import re

print(re.compile("a"), re.compile(b"a\n", re.I), re.compile("'x'", re.X | re.A | re.M))
print(re.compile("a" * 300), re.compile("(?i)a").flags, re.compile("a").flags)
print(re.match("(?P<x>a)b", "abc"), re.match(b"a", b"ab"), re.Match, re.Pattern, re.error)
print(re.I, repr(re.I), re.I | re.M, repr(re.S | re.X), repr(re.RegexFlag(0)), repr(re.I & re.M))
print(f"{re.IGNORECASE}", re.I == 2, re.I | 8 == re.I | re.M, isinstance(re.I, int), re.I.name)
print(re.compile("a") == re.compile("a"), re.compile("a") == re.compile("a", re.I))
print(re.compile("a") is re.compile("a"), hash(re.compile("a")) == hash(re.compile("a")))
print(isinstance(re.match("a", "a"), re.Match), isinstance(re.compile("a"), re.Pattern))
print({re.compile("a"): 1}[re.compile("a")])
re.purge()
try:
    re.Match()
except TypeError as error:
    print(error)
pattern = re.compile(r"(?P<first>\w)(?P<second>\w)")
print(dict(pattern.groupindex), pattern.groups, pattern.pattern)
