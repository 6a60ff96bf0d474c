# tests/conformance/types/builtin_abs_divmod_pow_chr_ord.py: the small numeric built-ins.
print(abs(-5), abs(-2.5), abs(True), divmod(17, 5), divmod(-17, 5), divmod(7.5, 2), pow(2, 10), pow(2, -1), pow(2, 10, 7), pow(2.0, 3), pow(0, 0))
print(chr(97), ord("a"), chr(0) == "\0", hex(26), oct(26), bin(26), round(3.14159, 3), int("7") + float("1.5"))
for f in (lambda: pow(2, 3, 0), lambda: pow(2, -1, 4), lambda: pow(2.0, 1, 3), lambda: abs("a"), lambda: divmod(1, "a"), lambda: chr("a")):
    try:
        f()
    except (TypeError, ValueError) as e:
        print(e)
