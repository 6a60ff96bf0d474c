# tests/conformance/types/bytes_behaviour.py: bytes: literals, indexing, methods, repr.
b = b"abc\x00\xff"
print(b, b[0], b[-1], b[1:3], list(b), len(b), b + b"x", b * 2, 97 in b, b"bc" in b, b == b"abc\x00\xff", b"a" < b"b")
print(bytes(3), bytes([1, 2, 255]), bytes("é", "utf-8"), b"A,b".split(b","), b",".join([b"x", b"y"]), b"aXb".replace(b"X", b"--"), b"Ab".upper(), b"Ab".lower())
print(b"it's", b'"', b"\t\n\\", b"abc".hex(), bytes.fromhex("00 ff41"), b"abc".find(b"c"), b" x ".strip(), b"abc".startswith(b"ab"), b"\xc3\xa9".decode())
for f in (lambda: b + "s", lambda: bytes([256]), lambda: bytes("é"), lambda: b["a"], lambda: bytes(-1)):
    try:
        f()
    except (TypeError, ValueError) as e:
        print(e)
print(b"a" == "a", hash(b"ab") == hash(b"ab"), {b"k": 1}[b"k"], str(b"x"))
