# tests/conformance/functions/builtin_call_errors.py: what built-in functions say about wrong
# arguments.
calls = [
    lambda: len(), lambda: len(1), lambda: len([], []), lambda: abs("x"), lambda: ord("ab"), lambda: chr(-1),
    lambda: int("x"), lambda: int([]), lambda: float("y"), lambda: sum(["a"]), lambda: max(), lambda: max([]),
    lambda: range(), lambda: range(1, 2, 0), lambda: range(1.5), lambda: iter(5), lambda: next([]),
    lambda: isinstance(1, 5), lambda: sorted(5), lambda: sorted([1, "a"]), lambda: "a" + 1, lambda: 1 + "a",
    lambda: [] + (), lambda: "a" * "b", lambda: -"a", lambda: {}[[]], lambda: {[]: 1}, lambda: hash({}),
    lambda: int("1", 99), lambda: round("x"), lambda: divmod(1, 0), lambda: getattr(1, "x"), lambda: "x".join([1]),
    lambda: [1, 2].index(3), lambda: (1,).index(3), lambda: [].pop(), lambda: {}.popitem(), lambda: {1}.remove(2),
    lambda: "abc"[5], lambda: list(b"x")["a"], lambda: (1,)[3], lambda: str(1)["a"], lambda: len[0], lambda: None.x,
]
for i, call in enumerate(calls):
    try:
        call()
        print(i, "no error")
    except Exception as e:
        print(i, type(e).__name__, e)
