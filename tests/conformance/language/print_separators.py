# tests/conformance/language/print_separators.py: `sep`, `end` and `flush` of print, and what it
# does with objects.
print(1, 2, 3, sep=", ")
print("a", "b", sep="", end="!\n")
print()
print("x", end="")
print("y", flush=True)
print(*[1, 2], *"ab", sep="-")
print([1, "a", None], ("t",), {"k": 1.5})
try:
    print(1, sep=3)
except TypeError as e:
    print(e)
