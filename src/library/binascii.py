# binascii: bytes as text in hexadecimal and base64, and checksums.
import _meada


class Error(ValueError):
    pass


class Incomplete(Exception):
    pass


def _bytes_of(data):
    # ASCII text does as well.
    if isinstance(data, (bytes, bytearray)):
        return data
    if isinstance(data, str):
        if not data.isascii():
            raise ValueError("string argument should contain only ASCII characters")
        return data.encode()
    try:
        return memoryview(data).tobytes()
    except TypeError:
        raise TypeError("argument should be bytes, buffer or ASCII string, not "
                        f"'{type(data).__name__}'") from None


def _buffer(data):
    if isinstance(data, str):
        raise TypeError("a bytes-like object is required, not 'str'")
    return data if isinstance(data, (bytes, bytearray)) else memoryview(data).tobytes()


def b2a_hex(data, sep=None, bytes_per_sep=1):
    data = _buffer(data)
    return (data.hex() if sep is None else data.hex(sep, bytes_per_sep)).encode()


hexlify = b2a_hex


def a2b_hex(hexstr, /):
    text = _bytes_of(hexstr)
    if len(text) % 2:
        raise Error("Odd-length string")
    try:
        if any([byte in b" \t\n\r\v\f" for byte in text]):
            raise ValueError
        return bytes.fromhex(text.decode("latin-1"))
    except ValueError:
        raise Error("Non-hexadecimal digit found") from None


unhexlify = a2b_hex


def b2a_base64(data, /, *, newline=True):
    text = _meada.base64_encode(_buffer(data))
    return text + b"\n" if newline else text


def a2b_base64(data, /, *, strict_mode=False):
    text = bytes(_bytes_of(data))
    found = _meada.base64_decode(text, strict_mode)
    if type(found) is bytes:
        return found
    raise Error(found)


def crc32(data, crc=0, /):
    return _meada.crc32(_buffer(data), crc & 0xffffffff)


def crc_hqx(data, crc, /):
    crc &= 0xffff
    for byte in _buffer(data):
        crc ^= byte << 8
        for _ in range(8):
            crc = crc << 1 ^ 0x1021 if crc & 0x8000 else crc << 1
        crc &= 0xffff
    return crc
