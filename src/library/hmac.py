# hmac: digests that only who knows a key can make (RFC 2104).
import hashlib

digest_size = None
_inner = bytes([number ^ 0x36 for number in range(256)])
_outer = bytes([number ^ 0x5c for number in range(256)])


class HMAC:
    blocksize = 64

    def __init__(self, key, msg=None, digestmod=""):
        if not isinstance(key, (bytes, bytearray)):
            raise TypeError(f"key: expected bytes or bytearray, but got {type(key).__name__!r}")
        if not digestmod:
            raise TypeError("Missing required parameter 'digestmod'.")
        if callable(digestmod):
            make = digestmod
        elif isinstance(digestmod, str):
            make = lambda data=b"": hashlib.new(digestmod, data)  # noqa: E731
        else:
            make = digestmod.new
        self._first, self._second = make(), make()
        self.digest_size, self.block_size = self._first.digest_size, self._first.block_size
        if len(key) > self.block_size:
            key = make(key).digest()
        key = bytes(key).ljust(self.block_size, b"\0")
        self._first.update(key.translate(_inner))
        self._second.update(key.translate(_outer))
        if msg is not None:
            self.update(msg)

    @property
    def name(self):
        return f"hmac-{self._first.name}"

    def update(self, msg):
        self._first.update(msg)

    def copy(self):
        made = object.__new__(type(self))
        made.__dict__.update(self.__dict__)
        made._first, made._second = self._first.copy(), self._second.copy()
        return made

    def digest(self):
        outer = self._second.copy()
        outer.update(self._first.digest())
        return outer.digest()

    def hexdigest(self):
        return self.digest().hex()


def new(key, msg=None, digestmod=""):
    return HMAC(key, msg, digestmod)


def digest(key, msg, digest):
    return HMAC(key, msg, digest).digest()


def compare_digest(a, b, /):
    if isinstance(a, str) and isinstance(b, str):
        if not a.isascii() or not b.isascii():
            raise TypeError("comparing strings with non-ASCII characters is not supported")
    elif isinstance(a, str) or isinstance(b, str):
        raise TypeError("a bytes-like object is required, not 'str'")
    return a == b
