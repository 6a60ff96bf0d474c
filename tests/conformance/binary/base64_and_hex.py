# tests/conformance/binary/base64_and_hex.py: bytes as text, and text that is none.
import base64
import binascii

data = b"\xff\xfe?hello\0\0\0\0"
for name in ("b64", "urlsafe_b64", "b32", "b32hex", "b16", "b85", "a85"):
    encoded = getattr(base64, name + "encode")(data)
    print(name, encoded, getattr(base64, name + "decode")(encoded) == data)
print(base64.encodebytes(b"x" * 60), base64.b64encode(memoryview(b"ab")), binascii.crc32(b"abc"))
for text in (b"YQ=", b"Y", b"YQ==YQ==", b"=YQ==", b"Y=Q=", b"\xffYQ==", b"ABCDE"):
    for strict in (False, True):
        try:
            print(text, strict, binascii.a2b_base64(text, strict_mode=strict))
        except binascii.Error as error:
            print(text, strict, error)
for action in (lambda: base64.b64decode("é"), lambda: base64.b64decode(3),
               lambda: base64.b64encode("x"), lambda: base64.b64decode("YWJj!", validate=True),
               lambda: base64.b32decode("nbswy3dp"), lambda: base64.b16decode("zz"),
               lambda: base64.b85decode("a b"), lambda: binascii.unhexlify("abc"),
               lambda: binascii.unhexlify("zz"), lambda: binascii.hexlify(b"abc", "-")):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
