# tests/conformance/types/int_from_string.py: int() of strings in all bases, and its errors.
print(int("42"), int("  -17\n"), int("1_000"), int("ff", 16), int("0xff", 16), int("0b101", 0), int("z", 36), int("0o17", 8))
print(int("٣٤"), int(b"12"), int(3.99), int(-3.99), int(True), int())
print(int("123456789012345678901234567890"), int("-f" * 1 + "f" * 30, 16))
for bad in ("", " ", "1.5", "0x10", "1__0", "_1", "12a", "--1"):
    try:
        int(bad)
    except ValueError as e:
        print(e)
