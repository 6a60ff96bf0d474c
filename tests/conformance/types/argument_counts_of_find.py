# tests/conformance/types/argument_counts_of_find.py: too few and too many arguments of find.
for call in (lambda: "a".find(1, 2, 3, 4), lambda: "a".find(), lambda: "a".startswith(),
             lambda: "a".count(1, 2, 3, 4, 5), lambda: b"a".find(), lambda: [].index(),
             lambda: (1,).index(1, 2, 3, 4), lambda: "a".endswith(1, 2, 3, 4),
             lambda: bytearray(b"a").index(1, 2, 3, 4), lambda: "a".rindex()):
    try:
        print(call())
    except TypeError as error:
        print(error)
