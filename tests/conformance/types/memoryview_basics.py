# tests/conformance/types/memoryview_basics.py: views of bytes and bytearray, casts, released ones.
b = bytearray(b"abcdefgh")
m = memoryview(b)
print(m[1], m[-1], bytes(m[2:5]), len(m), m.format, m.itemsize, m.readonly, m.shape, m.nbytes)
m[0] = 65
m[1:3] = b"XY"
print(b, m.tolist()[:3], m[::2].tolist(), m[::-1].tobytes(), m.hex())
for act in (lambda: b.append(1), lambda: m.__setitem__(0, 300), lambda: m.__setitem__(0, "a"),
            lambda: m[99], lambda: m["a"], lambda: memoryview(b"x").__setitem__(0, 1),
            lambda: memoryview("text"),
            lambda: memoryview(bytearray(4)).__setitem__(slice(0, 2), b"abc"),
            lambda: hash(m), lambda: memoryview(b"12345678").cast("I").cast("d")):
    try:
        print(act())
    except (BufferError, ValueError, TypeError, IndexError) as error:
        print(type(error).__name__, error)
i = m.cast("H")
print(i.tolist(), i.shape, i.strides, m.cast("B", [2, 4]).tolist())
print(memoryview(b"abc") == b"abc", memoryview(b"abc") == memoryview(b"abd"), b"c" in b"abc",
      hash(memoryview(b"abc")) == hash(b"abc"), b"1" + memoryview(b"2"), bytes(memoryview(b"3")))
i.release()
del i
with memoryview(b"xyz") as view:
    print(view.obj, view.c_contiguous)
try:
    view[0]
except ValueError as error:
    print(error)
c = bytearray(b"q")
view = memoryview(c)
try:
    c.append(33)
except BufferError as error:
    print(error)
view.release()
c.append(33)
print(c, repr(view).split(" at ")[0])
