# What attributes of classes, functions and exceptions may be set to.
C = type("C", (), {})


def f(a=1, *, b=2) -> int:
    return a


e = Exception()
for source in ("C.__name__ = 5", "C.__name__ = 'a\\0'", "C.__qualname__ = 5", "int.__name__ = 'x'",
               "int.__qualname__ = 'x'", "f.__defaults__ = 5", "f.__kwdefaults__ = 5",
               "f.__annotations__ = 5", "e.__context__ = 5", "e.__cause__ = 5",
               "e.__suppress_context__ = 5", "del e.args", "e.args = 5", "ImportError(foo=1)",
               "ValueError(foo=1)"):
    try:
        exec(source)
    except Exception as error:
        print(f"{source:30} {type(error).__name__}: {error}")
print(int.__name__, f.__defaults__, f.__kwdefaults__, f.__annotations__, f())
del f.__defaults__, f.__kwdefaults__, f.__annotations__
print(f.__defaults__, f.__kwdefaults__, f.__annotations__)
