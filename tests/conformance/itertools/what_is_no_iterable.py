# tests/conformance/itertools/what_is_no_iterable.py: what builtins say of what cannot be iterated.
print(zip([1], "a"))
for f in (lambda: zip(5), lambda: zip([1], 5), lambda: zip([1], 5, strict=True), lambda: map(int, 5), lambda: map(int, [1], 5), lambda: filter(None, 5), lambda: enumerate(5), lambda: map(int), lambda: filter(None), lambda: reversed(5), lambda: iter(1), lambda: sum(5), lambda: any(5), lambda: list(5), lambda: zip(*5)):
    try: print(f())
    except TypeError as e: print(e)
class A:
    def __iter__(self): return 5
for f in (lambda: zip(A()), lambda: map(int, A()), lambda: list(A()), lambda: enumerate(A()), lambda: [*A()], lambda: print(*A())):
    try: print(f())
    except TypeError as e: print(e)
