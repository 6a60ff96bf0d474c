# tests/conformance/formatting/fstring_equals_sign.py: the `=` in an f-string shows the
# expression's text.
x, y = 10, 2.5
print(f"{x=} {y = } {x+y=} {x=:>5} {y=:.3f} {x = !s} {'a'=} {len('abc')=}")
s = "q"
print(f"{s=} {s=!s} {s = :>4} { s=}")
