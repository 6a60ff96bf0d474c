# What __slots__ may be.
for slots in ("a", ["a", "b"], {"a": "documented"}, {"only"}, (name for name in "xy"), (), None):
    if slots is not None:
        made = type("Made", (), {"__slots__": slots})
        print(sorted(name for name in vars(made) if not name.startswith("__")), hasattr(made(), "__dict__"))
for slots in (1, ("a b",), ("1x",), (5,), "a-b"):
    try:
        type("Made", (), {"__slots__": slots})
    except TypeError as error:
        print(error)
for base in (int, tuple, bytes):
    try:
        type("Made", (base,), {"__slots__": ("x",)})
    except TypeError as error:
        print(error)
    print(type("Made", (base,), {"__slots__": ()})())
