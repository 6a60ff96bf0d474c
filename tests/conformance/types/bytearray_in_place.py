# tests/conformance/types/bytearray_in_place.py: `*=` and `+=` change the object itself.
data = same = bytearray(b"abc")
data *= 3
print(data, same is data)
data += b"!"
data *= True
print(same, same is data)
data *= 0
print(same, same is data)
for other in (1.5, "x", None):
    try:
        data *= other
    except TypeError as error:
        print(error)
print(b"\xb9\x01\xef".hex("\0").encode(), b"\xb9\x01\xef".hex(":", 2))
for other in (memoryview(b"view"), 3, "x", [1]):
    try:
        data += other
        print(data, same is data)
    except TypeError as error:
        print(error)
