# tests/conformance/binary/struct_errors.py: what struct refuses, and in which words.
import struct

for format, *values in (("b", 200), ("B", -1), ("h", 40000), ("<H", 70000), (">h", 40000),
                        (">H", -1), ("i", 2**31), ("I", -1), ("<I", 2**40), ("q", 2**63),
                        (">Q", 2**64), ("i", "a"), ("i", 1.5), ("i",), ("2i", 1), ("f", "a"),
                        ("<f", 1e40), ("e", 1e6), ("s", "a"), ("c", b"ab"), ("z", 1), ("3",),
                        ("<n", 1)):
    try:
        print(struct.pack(format, *values))
    except Exception as error:
        print(format, type(error).__name__, error)
for action in (lambda: struct.unpack("i", b"abc"), lambda: struct.unpack_from("i", b"abc"),
               lambda: struct.unpack_from("i", b"abcdef", -2), lambda: struct.unpack("i", "abcd"),
               lambda: struct.unpack_from("i", b"abc", -9), lambda: struct.pack(),
               lambda: list(struct.iter_unpack("i", b"abcdef")), lambda: struct.Struct(3),
               lambda: struct.pack_into("i", bytearray(3), 0, 1),
               lambda: struct.pack_into("i", b"abcd", 0, 1)):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
