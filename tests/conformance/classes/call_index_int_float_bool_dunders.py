# tests/conformance/classes/call_index_int_float_bool_dunders.py: conversions by dunder methods.
class N:
    def __int__(self): return 7
    def __float__(self): return 7.5
    def __index__(self): return 2
    def __bool__(self): return False
    def __format__(self, spec): return f"<{spec}>"
    def __bytes__(self): return b"N"
    def __hash__(self): return 99


n = N()
print(int(n), float(n), [10, 20, 30][n], "abc"[n:], range(n), bool(n), hex(n), f"{n:xyz}", format(n, ""), bytes(n), hash(n))
print("x" * n, [0] * n)


class OnlyIndex:
    def __index__(self): return 5


print(int(OnlyIndex()), float(OnlyIndex()), chr(OnlyIndex()) == "\x05")
