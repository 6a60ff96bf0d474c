# Keys that a memoryview refuses, and weak references to it.
import weakref

view = memoryview(bytearray(b"abcdef"))
square = memoryview(b"abcd").cast("B", (2, 2))
print(weakref.ref(view)() is view, square[1, 0])
for source in ("view[0:1, 0]", "view[0:1, 0:1]", "view[0, 0]", "view['a']", "view[None]",
               "square[0:1, 0:1]", "square[0]", "square[0, 1:2]"):
    try:
        print(source, eval(source))
    except (TypeError, NotImplementedError) as error:
        print(source, type(error).__name__, error)
for source in ("view[0:1, 0] = b'a'", "view[0:1, 0:1] = b'a'", "view[0, 0] = 1", "view['a'] = 1"):
    try:
        exec(source)
    except (TypeError, NotImplementedError) as error:
        print(source, type(error).__name__, error)
