# tests/conformance/text/re_changing.py: sub, subn, split, findall, finditer, escape.
import re


def shout(match):
    return match.group().upper() + "!"


print(re.sub(r"(\w+) (\w+)", r"\2 \1", "hello world foo bar"))
print(re.sub(r"(?P<n>an)", r"[\g<n>\g<0>\g<1>\n\x]" if False else r"[\g<n>\g<0>\n]", "banana"))
print(re.sub("o", shout, "foo boo"), re.sub("o", shout, "foo boo", count=1))
print(re.subn("a", "b", "banana"), re.subn("a", shout, "banana", 2), re.subn("z", "b", "banana"))
print(repr(re.sub("x*", "-", "abxd")), re.sub("", "-", "abc"), re.sub("(a)|b", r"<\1>", "ab"))
print(re.sub(b"a", rb"\g<0>b", b"banana"), repr(re.sub("a", r"\08\0\t\\", "a")))
print(re.split(r"[,;]\s*", "a, b;c,  d"), re.split("(,)", "a,b,c", 1), re.split("x*", "axbc"))
print(re.split(r"(-)|(\+)", "1-2+3"), re.split(",", ""), re.split(b",", b"a,b"))
print(re.findall(r"\w+", "the quick fox"), re.findall(r"(\w)(\w*)", "the quick fox"),
      re.findall(r"a(b)?", "ab a"))
print([match.span() for match in re.finditer("a*", "baac")])
print([match.group() for match in re.compile("a.").finditer("abacad", 1, 5)])
print(re.escape("a.b*c d\n[x]-~é"), re.escape(b"a.b"))
scan = re.finditer("a", "aa")
print(next(scan), next(scan), next(scan, "over"), iter(scan) is scan)
