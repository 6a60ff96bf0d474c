# hashlib: digests over natives in hashlib.cpp and hashlib_newer.cpp. A hash keeps all of its data:
# so it can be copied, and asked at any time.
import _meada

algorithms_guaranteed = {"blake2b", "blake2s", "md5", "sha1", "sha224", "sha256", "sha384",
                         "sha3_224", "sha3_256", "sha3_384", "sha3_512", "sha512", "shake_128",
                         "shake_256"}
algorithms_available = set(algorithms_guaranteed)
__all__ = (*sorted(algorithms_guaranteed), "new", "algorithms_guaranteed",
           "algorithms_available", "pbkdf2_hmac", "file_digest")

# name: digest's size, block's size
_sizes = {"md5": (16, 64), "sha1": (20, 64), "sha224": (28, 64), "sha256": (32, 64),
          "sha384": (48, 128), "sha512": (64, 128), "sha3_224": (28, 144), "sha3_256": (32, 136),
          "sha3_384": (48, 104), "sha3_512": (64, 72), "shake_128": (0, 168),
          "shake_256": (0, 136)}


def _bytes_of(data):
    if isinstance(data, (bytes, bytearray)):
        return data
    if isinstance(data, str):
        raise TypeError("Strings must be encoded before hashing")
    try:
        return memoryview(data).tobytes()
    except TypeError:
        raise TypeError("object supporting the buffer API required") from None


class HASH:
    def __init__(self, name, data):
        self._name = name
        self.digest_size, self.block_size = _sizes[name]
        self._data = bytearray(_bytes_of(data))

    @property
    def name(self):
        return self._name

    def update(self, data, /):
        self._data += data if type(data) is bytes else _bytes_of(data)

    def digest(self):
        if self._name[:5] == "sha3_":
            return _meada.keccak(self._data, self.block_size, 6, self.digest_size)
        return _meada.digest(self._name, self._data)

    def hexdigest(self):
        return self.digest().hex()

    def copy(self):
        made = object.__new__(type(self))
        made.__dict__.update(self.__dict__)
        made._data = self._data[:]
        return made

    def __repr__(self):
        return f"<{self._name} _hashlib.{type(self).__qualname__} object @ 0x{id(self):x}>"


class HASHXOF(HASH):
    # Gives as many bytes as it is asked for.
    def digest(self, length):
        if length < 0:
            raise ValueError("value must be positive")
        return _meada.keccak(self._data, self.block_size, 31, length)

    def hexdigest(self, length):
        return self.digest(length).hex()


HASH.__module__ = HASHXOF.__module__ = "_hashlib"


def _constructor(name):
    made = HASHXOF if name[:5] == "shake" else HASH

    def openssl(string=b"", *, usedforsecurity=True):
        return made(name, string)

    openssl.__name__ = openssl.__qualname__ = f"openssl_{name}"
    return openssl


md5, sha1, sha224, sha256 = [_constructor(_name) for _name in ("md5", "sha1", "sha224", "sha256")]
sha384, sha512 = _constructor("sha384"), _constructor("sha512")
sha3_224, sha3_256 = _constructor("sha3_224"), _constructor("sha3_256")
sha3_384, sha3_512 = _constructor("sha3_384"), _constructor("sha3_512")
shake_128, shake_256 = _constructor("shake_128"), _constructor("shake_256")


class _Blake2:
    def __init__(self, data=b"", /, *, digest_size=None, key=b"", salt=b"", person=b"", fanout=1,
                 depth=1, leaf_size=0, node_offset=0, node_depth=0, inner_size=0, last_node=False,
                 usedforsecurity=True):
        most = self.MAX_DIGEST_SIZE
        digest_size = most if digest_size is None else digest_size
        if not 1 <= digest_size <= most:
            raise ValueError(f"digest_size must be between 1 and {most} bytes")
        key, salt, person = bytes(key), bytes(salt), bytes(person)
        for text, what, size in ((salt, "salt", self.SALT_SIZE), (person, "person",
                                                                  self.PERSON_SIZE),
                                 (key, "key", self.MAX_KEY_SIZE)):
            if len(text) > size:
                raise ValueError(f"maximum {what} length is {size} bytes")
        for value, what, least, largest in ((fanout, "fanout", 0, 255), (depth, "depth", 1, 255),
                                            (node_depth, "node_depth", 0, 255)):
            if not least <= value <= largest:
                raise ValueError(f"{what} must be between {least} and {largest}")
        if not 0 <= inner_size <= most:
            raise ValueError(f"inner_size must be between 0 and is {most}")
        self.digest_size = digest_size
        wide = most == 64
        self._parameters = (
            bytes((digest_size, len(key), fanout, depth)) + leaf_size.to_bytes(4, "little")
            + node_offset.to_bytes(8 if wide else 6, "little") + bytes((node_depth, inner_size))
            + bytes(14 if wide else 0) + salt.ljust(self.SALT_SIZE, b"\0")
            + person.ljust(self.PERSON_SIZE, b"\0"))
        self._last_node = bool(last_node)
        self._data = bytearray(key.ljust(self.block_size, b"\0") if key else b"")
        self.update(data)

    def update(self, data, /):
        self._data += _bytes_of(data)

    def digest(self):
        whole = _meada.blake2(self.MAX_DIGEST_SIZE == 64, self._parameters, self._data,
                              self._last_node)
        return whole[:self.digest_size]

    def hexdigest(self):
        return self.digest().hex()

    def copy(self):
        made = object.__new__(type(self))
        made.__dict__.update(self.__dict__)
        made._data = self._data[:]
        return made


class blake2b(_Blake2):
    name, block_size = "blake2b", 128
    MAX_DIGEST_SIZE = MAX_KEY_SIZE = 64
    SALT_SIZE = PERSON_SIZE = 16


class blake2s(_Blake2):
    name, block_size = "blake2s", 64
    MAX_DIGEST_SIZE = MAX_KEY_SIZE = 32
    SALT_SIZE = PERSON_SIZE = 8


_Blake2.__module__ = blake2b.__module__ = blake2s.__module__ = "_blake2"


def new(name, data=b"", **kwargs):
    if not isinstance(name, str):
        raise TypeError(f"new() argument 'name' must be str, not {type(name).__name__}")
    plain = name.lower().replace("-", "_")
    plain = plain.replace("sha_", "sha") if plain[:4] == "sha_" else plain
    if plain in ("blake2b", "blake2s"):
        return (blake2b if plain == "blake2b" else blake2s)(data, **kwargs)
    if plain not in _sizes:
        raise ValueError(f"unsupported hash type {name}")
    return (HASHXOF if plain[:5] == "shake" else HASH)(plain, data)


def pbkdf2_hmac(hash_name, password, salt, iterations, dklen=None):
    if hash_name not in ("md5", "sha1", "sha224", "sha256", "sha384", "sha512"):
        raise ValueError(f"unsupported hash type {hash_name}")
    if iterations < 1:
        raise ValueError("iteration value must be greater than 0.")
    size, block = _sizes[hash_name]
    key, salt = bytes(_bytes_of(password)), bytes(_bytes_of(salt))
    if len(key) > block:
        key = _meada.digest(hash_name, key)
    length = size if dklen is None else dklen
    if length < 1:
        raise ValueError("key length must be greater than 0.")
    out = b""
    while len(out) < length:
        last = salt + (len(out) // size + 1).to_bytes(4, "big")
        combined, left = 0, iterations
        while left > 0:  # in slices, as anything long
            both = _meada.hmac_rounds(hash_name, key, last, min(left, 50))
            combined ^= int.from_bytes(both[:size], "big")
            last = both[size:]
            left -= 50
        out += combined.to_bytes(size, "big")
    return out[:length]


def scrypt(password, *, salt, n, r, p, maxmem=0, dklen=64):
    raise NotImplementedError("hashlib.scrypt is not supported here")


def file_digest(fileobj, digest, /):
    made = new(digest) if isinstance(digest, str) else digest()
    made.update(fileobj.getbuffer() if hasattr(fileobj, "getbuffer") else fileobj.read())
    return made
