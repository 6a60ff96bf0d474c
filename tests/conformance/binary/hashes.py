# tests/conformance/binary/hashes.py: digests of every kind, in one go and bit by bit.
import hashlib
import hmac

for name in sorted(hashlib.algorithms_guaranteed):
    for data in (b"", b"abc", b"x" * 55, b"y" * 111, b"z" * 137, bytes(range(256)) * 5):
        size = (20,) if name.startswith("shake") else ()
        made = hashlib.new(name, data)
        print(name, made.hexdigest(*size), made.digest_size, made.block_size, made.name)
h = hashlib.sha256()
h.update(b"a")
copy = h.copy()
copy.update(b"b")
print(h.hexdigest(), copy.hexdigest(), copy.digest()[:3])
print(hashlib.blake2b(b"a", digest_size=20, key=b"k", salt=b"s", person=b"p").hexdigest())
print(hashlib.pbkdf2_hmac("sha256", b"pw", b"salt", 60).hex())
print(hmac.new(b"k", b"m", "sha256").hexdigest(), hmac.digest(b"k" * 200, b"m", "md5").hex())
for action in (lambda: hashlib.md5("a"), lambda: hashlib.new("foo"), lambda: hashlib.sha1(3),
               lambda: hmac.new("k", b"m", "md5"), lambda: hmac.new(b"k"),
               lambda: hmac.compare_digest("a", b"a"), lambda: hashlib.blake2b(digest_size=65)):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
