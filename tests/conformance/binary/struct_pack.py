# tests/conformance/binary/struct_pack.py: values as bytes and back, by formats of every order.
import struct

for format, values in (("<ihb", (1, -2, 3)), (">IHB", (1, 2, 3)), ("=qQ", (-1, 2**64 - 1)),
                       ("bi", (1, 2)), ("4s3p?c", (b"ab", b"xyz", True, b"q")),
                       ("!efd", (1.5, 0.1, 0.1)), ("3h2x", (1, 2, 3)), ("n", (5,))):
    packed = struct.pack(format, *values)
    print(format, packed, struct.unpack(format, packed), struct.calcsize(format))
s = struct.Struct("<HH")
print(s.size, s.format, s.pack(1, 2), s.unpack(b"\1\0\2\0"), list(s.iter_unpack(bytes(8))))
buffer = bytearray(6)
struct.pack_into("<H", buffer, 2, 0xabcd)
print(buffer, struct.unpack_from("<H", buffer, 2), struct.unpack_from("<H", memoryview(buffer), -4))


class Seven:
    def __index__(self):
        return 7


print(struct.pack("i", Seven()), struct.pack("d", Seven()), struct.pack("??", [], [1]))
print(struct.unpack("<e", b"\x00\x7c"), struct.pack("<e", 65504.0), struct.pack("<e", 6e-8))
