# tests/conformance/exceptions/repr_and_str_of_exceptions.py: str, repr and args of built-in
# exceptions.
for e in (ValueError(), ValueError("a"), ValueError("a", 1), KeyError("k"), KeyError(1), KeyError(), IndexError("i"),
          StopIteration(4), OSError(2, "No such file"), OSError("plain"), SystemExit(3), ZeroDivisionError("division"),
          Exception(None), Exception([1]), UnicodeError("u"), RuntimeError("it's")):
    print(str(e), "|", repr(e), "|", e.args)
