# tests/conformance/language/number_literal_forms.py: integer and float literals in all their forms.
print(0x_ff, 0b1010, 0o17, 1_000_000, 0xDEADbeef, 00)
print(1., .5, 1e3, 1E-3, 1_0.2_5, 0.1e1, 1e400, 5e-324)
print(0xFFFFFFFFFFFFFFFFFFFFFFFF, 10 ** 25)
print(1 .real, 1..is_integer(), 3.5.__class__)
