# tests/conformance/text/fnmatch_patterns.py: shell patterns match names.
import fnmatch

names = ["a.py", "b.txt", "ab.py", "[x].py", "A.PY", "data-1", "data-2", ".hidden"]
for pattern in ("*.py", "?.py", "[ab]*", "[!a]*", "[[]x]*", "data-[0-1]", "*", "a*b*", "[", "[]]", "[a-"):
    print(pattern, fnmatch.filter(names, pattern), fnmatch.fnmatch("A.PY", pattern))
print(fnmatch.fnmatchcase("Ab", "a?"), fnmatch.filter([b"x", b"y"], b"[x]"))
