# tests/conformance/language/comprehension_conditions_and_nesting.py: several `for` and `if` parts
# work from left to right.
print([a + b for a in "abc" if a != "b" for b in "xyz" if b != "y"])
print({n % 4 for n in range(20)})
print({k: len(k) for k in ("one", "three", "five") if "e" in k})
print(sum(n * n for n in range(5)), tuple(c.upper() for c in "ab"))
grid = [[1, 2], [3, 4]]
print([cell for row in grid for cell in row], [list(col) for col in zip(*grid)])
