# tests/conformance/language/and_or_return_operands.py: `and` and `or` return an operand, not a
# bool.
print(0 or "" or [] or "last")
print(1 and "x" and [])
print(not [], not [0], not None)
print((0 or {}) == {}, None and 1 / 0, 1 or 1 / 0)
a, b = 3, 0
print(a and b or "neither", a and (b or "b was false"))
