# tests/conformance/classes/bool_len_errors.py: bad results of `__len__`, `__hash__`, `__index__`,
# `__iter__` and others.
def cls(**methods):
    return type("X", (), {f"__{k}__": v for k, v in methods.items()})()


for f in (lambda: len(cls(len=lambda s: -1)), lambda: len(cls(len=lambda s: "x")), lambda: hash(cls(hash=lambda s: "x")),
          lambda: [1][cls(index=lambda s: "x")], lambda: str(cls(str=lambda s: 1)), lambda: int(cls(int=lambda s: 1.5)),
          lambda: list(cls(iter=lambda s: 1)), lambda: 1 in cls(), lambda: iter(cls()), lambda: next(cls()),
          lambda: len(cls()), lambda: cls()[0], lambda: cls()(), lambda: format(cls(), "x"), lambda: -cls()):
    try:
        print(f())
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
