# tests/conformance/types/int_methods_and_conversions.py: to_bytes, from_bytes, hex, oct, bin,
# conjugates.
print((1024).to_bytes(2, "big"), (1024).to_bytes(4, "little"), (-2).to_bytes(2, "big", signed=True))
print(int.from_bytes(b"\x04\x00", "big"), int.from_bytes(b"\xff\xfe", "little", signed=True))
print(hex(255), hex(-255), oct(8), bin(5), bin(-5), hex(2 ** 70))
print((5).numerator, (5).denominator, (5).real, (5).imag, (5).conjugate(), True + True, True & False, True ^ True, ~True)
for f in (lambda: (300).to_bytes(1, "big"), lambda: (-1).to_bytes(1, "big")):
    try:
        f()
    except OverflowError as e:
        print(e)
