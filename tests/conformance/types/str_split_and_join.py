# tests/conformance/types/str_split_and_join.py: split, rsplit, splitlines, partition, join.
s = "  a b  c "
print(s.split(), s.split(" "), "a,b,,c".split(","), "a,b,c".split(",", 1), "a,b,c".rsplit(",", 1), "".split(), "".split(","))
print("a\nb\r\nc\n".splitlines(), "a\nb\n".splitlines(True), "a=b=c".partition("="), "a=b=c".rpartition("="), "abc".partition("x"))
print(", ".join(["x", "y"]), "".join("abc"), "-".join([]), "ab".join("xyz"), " a  b ".split(None, 1), "\x1ca\u2028b".split())
for f in (lambda: "a".split(""), lambda: ",".join([1]), lambda: "a".partition("")):
    try:
        f()
    except (ValueError, TypeError) as e:
        print(e)
