# base64: bytes as text in 16, 32, 64 and 85 digits (RFC 4648, and the two usual forms of 85).
import binascii

__all__ = ["encode", "decode", "encodebytes", "decodebytes", "b64encode", "b64decode",
           "b32encode", "b32decode", "b32hexencode", "b32hexdecode", "b16encode", "b16decode",
           "b85encode", "b85decode", "a85encode", "a85decode", "standard_b64encode",
           "standard_b64decode", "urlsafe_b64encode", "urlsafe_b64decode"]

MAXLINESIZE, MAXBINSIZE = 76, 57
_b32 = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
_b32hex = b"0123456789ABCDEFGHIJKLMNOPQRSTUV"
_b85 = (b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
        b"!#$%&()*+-;<=>?@^_`{|}~")


def _decodable(s):
    if isinstance(s, str):
        try:
            return s.encode("ascii")
        except UnicodeEncodeError:
            raise ValueError("string argument should contain only ASCII characters") from None
    if isinstance(s, (bytes, bytearray)):
        return bytes(s)
    try:
        return memoryview(s).tobytes()
    except TypeError:
        raise TypeError("argument should be a bytes-like object or ASCII string, not "
                        f"{type(s).__name__!r}") from None


def b64encode(s, altchars=None):
    encoded = binascii.b2a_base64(s, newline=False)
    if altchars is not None:
        assert len(altchars) == 2, repr(altchars)
        return encoded.translate(bytes.maketrans(b"+/", altchars))
    return encoded


def b64decode(s, altchars=None, validate=False):
    s = _decodable(s)
    if altchars is not None:
        altchars = _decodable(altchars)
        assert len(altchars) == 2, repr(altchars)
        s = s.translate(bytes.maketrans(altchars, b"+/"))
    return binascii.a2b_base64(s, strict_mode=validate)


def standard_b64encode(s):
    return b64encode(s)


def standard_b64decode(s):
    return b64decode(s)


def urlsafe_b64encode(s):
    return b64encode(s, b"-_")


def urlsafe_b64decode(s):
    return b64decode(s, b"-_")


def _binary(s):
    return s if isinstance(s, bytes) else memoryview(s).tobytes()


def _encode32(digits, s):
    s = _binary(s)
    missing = -len(s) % 5
    whole, out = s + bytes(missing), bytearray()
    for at in range(0, len(whole), 5):
        number = int.from_bytes(whole[at:at + 5], "big")
        out += bytes([digits[number >> shift & 31] for shift in range(35, -1, -5)])
    pads = (0, 1, 3, 4, 6)[missing]
    if pads:
        out[-pads:] = b"=" * pads
    return bytes(out)


def _decode32(digits, s, casefold, map01=None):
    s = _decodable(s)
    if len(s) % 8:
        raise binascii.Error("Incorrect padding")
    if map01 is not None:
        map01 = _decodable(map01)
        assert len(map01) == 1, repr(map01)
        s = s.translate(bytes.maketrans(b"01", b"O" + map01))
    if casefold:
        s = s.upper()
    length = len(s)
    s = s.rstrip(b"=")
    pads = length - len(s)
    out = bytearray()
    for at in range(0, len(s), 8):
        number = 0
        for digit in s[at:at + 8]:
            value = digits.find(digit)
            if value < 0:
                raise binascii.Error("Non-base32 digit found")
            number = number << 5 | value
        number <<= 5 * (8 - len(s[at:at + 8]))
        out += number.to_bytes(5, "big")
    if pads not in (0, 1, 3, 4, 6):
        raise binascii.Error("Incorrect padding")
    missing = {0: 0, 1: 1, 3: 2, 4: 3, 6: 4}[pads]
    return bytes(out[:len(out) - missing])


def b32encode(s):
    return _encode32(_b32, s)


def b32decode(s, casefold=False, map01=None):
    return _decode32(_b32, s, casefold, map01)


def b32hexencode(s):
    return _encode32(_b32hex, s)


def b32hexdecode(s, casefold=False):
    return _decode32(_b32hex, s, casefold)


def b16encode(s):
    return binascii.hexlify(s).upper()


def b16decode(s, casefold=False):
    s = _decodable(s)
    if casefold:
        s = s.upper()
    if s.strip(b"0123456789ABCDEF") or any([digit not in b"0123456789ABCDEF" for digit in s]):
        raise binascii.Error("Non-base16 digit found")
    return binascii.unhexlify(s)


def _encode85(s, digits, pad, zero=None, spaces=None):
    s = _binary(s)
    missing = -len(s) % 4
    whole, out = s + bytes(missing), []
    for at in range(0, len(whole), 4):
        number = int.from_bytes(whole[at:at + 4], "big")
        if zero is not None and number == 0:
            out.append(zero)
        elif spaces is not None and number == 0x20202020:
            out.append(spaces)
        else:
            group = []
            for _ in range(5):
                number, digit = divmod(number, 85)
                group.append(digits[digit])
            out.append(bytes(group[::-1]))
    if missing and not pad:
        if out[-1] == zero:
            out[-1] = digits[:1] * 5
        out[-1] = out[-1][:-missing]
    return b"".join(out)


def b85encode(b, pad=False):
    return _encode85(b, _b85, pad)


def b85decode(b):
    b = _decodable(b)
    missing = -len(b) % 5
    whole, out = b + b"~" * missing, bytearray()
    for at in range(0, len(whole), 5):
        number = 0
        for place, digit in enumerate(whole[at:at + 5]):
            value = _b85.find(digit)
            if value < 0:
                raise ValueError(f"bad base85 character at position {at + place}")
            number = number * 85 + value
        if number > 0xffffffff:
            raise ValueError(f"base85 overflow in hunk starting at byte {at}")
        out += number.to_bytes(4, "big")
    return bytes(out[:len(out) - missing])


_a85 = bytes(range(33, 118))


def a85encode(b, *, foldspaces=False, wrapcol=0, pad=False, adobe=False):
    result = _encode85(b, _a85, pad, b"z", b"y" if foldspaces else None)
    if adobe:
        result = b"<~" + result
    if wrapcol:
        wrapcol = max(2 if adobe else 1, wrapcol)
        lines = [result[at:at + wrapcol] for at in range(0, len(result), wrapcol)]
        if adobe and len(lines[-1]) + 2 > wrapcol:
            lines.append(b"")
        result = b"\n".join(lines)
    return result + b"~>" if adobe else result


def a85decode(b, *, foldspaces=False, adobe=False, ignorechars=b" \t\n\r\v"):
    b = _decodable(b)
    if adobe:
        if not b.endswith(b"~>"):
            raise ValueError("Ascii85 encoded byte sequences must end with b'~>'")
        b = b[2:-2] if b.startswith(b"<~") else b[:-2]
    out, group = bytearray(), []
    for digit in b + b"u" * 4:
        if 33 <= digit <= 117:
            group.append(digit - 33)
            if len(group) == 5:
                number = 0
                for value in group:
                    number = number * 85 + value
                if number > 0xffffffff:
                    raise ValueError("Ascii85 overflow")
                out += number.to_bytes(4, "big")
                group = []
        elif digit == 122:
            if group:
                raise ValueError("z inside Ascii85 5-tuple")
            out += bytes(4)
        elif foldspaces and digit == 121:
            if group:
                raise ValueError("y inside Ascii85 5-tuple")
            out += b"    "
        elif digit not in ignorechars:
            raise ValueError(f"Non-Ascii85 digit found: {chr(digit)}")
    missing = 4 - len(group)
    return bytes(out[:len(out) - missing]) if missing else bytes(out)


def _check_bytes(s):
    if isinstance(s, str) or not isinstance(s, (bytes, bytearray, memoryview)):
        raise TypeError(f"expected bytes-like object, not {type(s).__name__}")


def encodebytes(s):
    _check_bytes(s)
    return b"".join([binascii.b2a_base64(s[at:at + MAXBINSIZE])
                     for at in range(0, len(s), MAXBINSIZE)])


def decodebytes(s):
    _check_bytes(s)
    return binascii.a2b_base64(s)


def encode(input, output):
    while piece := input.read(MAXBINSIZE):
        output.write(binascii.b2a_base64(piece))


def decode(input, output):
    while line := input.readline():
        output.write(binascii.a2b_base64(line))
