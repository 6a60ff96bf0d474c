# tests/conformance/types/string_multiplication_and_concat.py: repeating and adding sequences, and
# the errors.
print("ab" * 3, 3 * "ab", "ab" * 0, "ab" * -1, [1] * 2, (1,) * 2, b"x" * 3, "a" + "b", [1] + [2], (1,) + (2,))
for f in (lambda: "a" + 1, lambda: [1] + (2,), lambda: "a" * 1.5, lambda: 1 + [2], lambda: (1,) + 1, lambda: b"a" + "b", lambda: "a" - "b", lambda: {} + {}, lambda: None + 1,
          lambda: 1 + None, lambda: "5" // 2, lambda: [] * [], lambda: -[], lambda: ~1.5, lambda: 1 & 1.5, lambda: 1 < "a", lambda: {} < {}, lambda: 5 in 5, lambda: 5 in "5"):
    try:
        f()
    except TypeError as e:
        print(e)
