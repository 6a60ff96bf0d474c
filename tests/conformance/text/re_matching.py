# tests/conformance/text/re_matching.py: what patterns match, groups, look-arounds, flags.
import re

for pattern, text in [
    (r"(?P<year>\d{4})-(?P<month>\d\d)", "on 2024-05-17"),
    (r"(a)|(b)", "b"),
    (r"(a+)(b)?", "caa"),
    (r"a++b", "aaab"),
    (r"(?>a+)ab", "aaab"),
    (r"(?<=a)b", "b ab"),
    (r"(?<!a)b", "ab b"),
    (r"(a)?(?(1)b|c)", "xc"),
    (r"(?P<quote>['\"]).*?(?P=quote)", "say 'it' now"),
    (r"(?i:HE)llo", "hello"),
    (r"(?x) a  b # comment", "ab"),
    (r"(?s)a.b", "a\nb"),
    (r"(?m)^b$", "a\nb"),
    (r"\bfoo\B", "foo food"),
    (r"a{2,3}?", "aaaa"),
    (r"x{,2}y{a}", "xxy{a}"),
    (r"(a*)*", "aa"),
    (r"(?:a|ab)(?:c|bcd)(d*)", "abcd"),
    (r"[^\W\d_]+", "_1éa"),
    (r"\d+", "١٢"),
]:
    match = re.search(pattern, text)
    print(pattern, match, match and (match.groups(), match.regs, match.lastindex, match.lastgroup))

match = re.search(r"(?P<key>\w+)=(?P<value>\w+)?", "x key= y")
print(match.group(), match[1], match["key"], match.group("key", 2), match.groupdict())
print(match.groups("-"), match.groupdict("none"), match.span("key"), match.start(2), match.end())
print(match.string, match.pos, match.endpos, match.re.groupindex, match.re.groups)
print(match.expand(r"<\g<key>:\2>"), bool(match))
print(re.fullmatch("a|ab", "ab"), re.match("b", "ab"), re.compile("b").match("ab", 1))
print(re.findall("É", "éÉ", re.I), re.findall("s", "sſS", re.I), re.findall("[a-z]", "K", re.I),
      re.findall("[a-z]", "K", re.I | re.A))
print(re.findall(rb"\w+", b"ab \xe9"), re.search(b"a", bytearray(b"ba")))
