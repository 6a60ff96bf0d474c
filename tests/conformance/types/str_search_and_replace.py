# tests/conformance/types/str_search_and_replace.py: find, index, count, replace, startswith,
# endswith, in.
s = "banana"
print(s.find("an"), s.find("an", 2), s.rfind("an"), s.find("x"), s.index("n"), s.rindex("a"), s.count("a"), s.count("ana"), s.count(""))
print(s.replace("a", "o"), s.replace("a", "o", 2), s.replace("", "-"), s.replace("na", ""), "aaa".replace("aa", "b"))
print(s.startswith("ban"), s.startswith(("x", "b")), s.endswith("na", 0, 4), s.endswith(""), s.startswith("a", 1), "nan" in s, "" in "", "x" in s)
print(s.removeprefix("ba"), s.removesuffix("na"), s.removeprefix("x"), s[1:4], s[::-1], s[-1], s * 2, s[10:])
print("ação".find("ã"), "日本語".index("語"), "naïve".replace("ï", "i"))
