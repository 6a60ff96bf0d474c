# tests/conformance/exceptions/key_error_and_index_error_texts.py: the texts of failed lookups in
# the built-in containers.
for f in (lambda: {}["missing"], lambda: {}[1, 2], lambda: [][0], lambda: ()[1], lambda: ""[0], lambda: b""[0],
          lambda: range(3)[5], lambda: [1].remove(5), lambda: {1: 2}.pop(3), lambda: {1}.remove("x"), lambda: [].pop(),
          lambda: set().pop(), lambda: "abc".index("z"), lambda: [1, 2].pop(9), lambda: [1].__getitem__(4)):
    try:
        f()
    except (LookupError, ValueError) as e:
        print(type(e).__name__, str(e))
