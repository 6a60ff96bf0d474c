# tests/conformance/io/bytes_io.py: bytes in memory, and a view of them.
import io

b = io.BytesIO(b"12345")
print(b.read(2), b.read(), b.read())
b.seek(1)
b.write(b"xx")
print(b.getvalue(), b.tell())
with b.getbuffer() as view:
    view[0] = 65
print(b.getvalue(), b.seek(-2, 2), b.read())
b.seek(8)
b.write(bytearray(b"!"))
print(b.getvalue())
b = io.BytesIO(b"one\ntwo\nthree")
print(b.readline(), b.readlines())
b.seek(0)
print(list(b), b.readinto(bytearray(2)))
for action in (lambda: b.write("a"), lambda: io.BytesIO("x"), lambda: b.seek(-1),
               lambda: b.seek("a"), lambda: (b.close(), b.read())):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
