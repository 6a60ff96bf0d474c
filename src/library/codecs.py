# codecs: names of encodings, and what encodes and decodes by them. The encodings of texts are
# native; the others here are between other types.
import builtins
import sys

BOM_UTF8 = b"\xef\xbb\xbf"
BOM_LE = BOM_UTF16_LE = BOM32_LE = b"\xff\xfe"
BOM_BE = BOM_UTF16_BE = BOM32_BE = b"\xfe\xff"
BOM_UTF32_LE = BOM64_LE = b"\xff\xfe\x00\x00"
BOM_UTF32_BE = BOM64_BE = b"\x00\x00\xfe\xff"
BOM = BOM_UTF16 = BOM_LE
BOM_UTF32 = BOM_UTF32_LE

__all__ = ["register", "lookup", "open", "EncodedFile", "BOM", "BOM_BE", "BOM_LE", "BOM32_BE",
           "BOM32_LE", "BOM64_BE", "BOM64_LE", "BOM_UTF8", "BOM_UTF16", "BOM_UTF16_LE",
           "BOM_UTF16_BE", "BOM_UTF32", "BOM_UTF32_LE", "BOM_UTF32_BE", "CodecInfo", "Codec",
           "IncrementalEncoder", "IncrementalDecoder", "StreamReader", "StreamWriter",
           "StreamReaderWriter", "StreamRecoder", "getencoder", "getdecoder",
           "getincrementalencoder", "getincrementaldecoder", "getreader", "getwriter", "encode",
           "decode", "iterencode", "iterdecode", "strict_errors", "ignore_errors",
           "replace_errors", "xmlcharrefreplace_errors", "backslashreplace_errors",
           "namereplace_errors", "register_error", "lookup_error"]


class CodecInfo(tuple):
    _is_text_encoding = True

    def __new__(cls, encode, decode, streamreader=None, streamwriter=None,
                incrementalencoder=None, incrementaldecoder=None, name=None, *,
                _is_text_encoding=None):
        self = tuple.__new__(cls, (encode, decode, streamreader, streamwriter))
        self.name, self.encode, self.decode = name, encode, decode
        self.incrementalencoder, self.incrementaldecoder = incrementalencoder, incrementaldecoder
        self.streamreader, self.streamwriter = streamreader, streamwriter
        if _is_text_encoding is not None:
            self._is_text_encoding = _is_text_encoding
        return self

    def __repr__(self):
        return f"<codecs.CodecInfo object for encoding {self.name} at {id(self):#x}>"


class Codec:
    def encode(self, input, errors="strict"):
        raise NotImplementedError

    def decode(self, input, errors="strict"):
        raise NotImplementedError


class IncrementalEncoder:
    def __init__(self, errors="strict"):
        self.errors, self.buffer = errors, ""

    def encode(self, input, final=False):
        raise NotImplementedError

    def reset(self):
        pass

    def getstate(self):
        return 0

    def setstate(self, state):
        pass


class BufferedIncrementalEncoder(IncrementalEncoder):
    def _buffer_encode(self, input, errors, final):
        raise NotImplementedError

    def encode(self, input, final=False):
        data = self.buffer + input
        result, consumed = self._buffer_encode(data, self.errors, final)
        self.buffer = data[consumed:]
        return result

    def reset(self):
        super().reset()
        self.buffer = ""

    def getstate(self):
        return self.buffer or 0

    def setstate(self, state):
        self.buffer = state or ""


class IncrementalDecoder:
    def __init__(self, errors="strict"):
        self.errors = errors

    def decode(self, input, final=False):
        raise NotImplementedError

    def reset(self):
        pass

    def getstate(self):
        return b"", 0

    def setstate(self, state):
        pass


class BufferedIncrementalDecoder(IncrementalDecoder):
    def __init__(self, errors="strict"):
        super().__init__(errors)
        self.buffer = b""

    def _buffer_decode(self, input, errors, final):
        raise NotImplementedError

    def decode(self, input, final=False):
        data = self.buffer + input
        result, consumed = self._buffer_decode(data, self.errors, final)
        self.buffer = data[consumed:]
        return result

    def reset(self):
        super().reset()
        self.buffer = b""

    def getstate(self):
        return self.buffer, 0

    def setstate(self, state):
        self.buffer = state[0]


class StreamWriter(Codec):
    def __init__(self, stream, errors="strict"):
        self.stream, self.errors = stream, errors

    def write(self, object):
        data, _ = self.encode(object, self.errors)
        self.stream.write(data)

    def writelines(self, list):
        self.write("".join(list))

    def reset(self):
        pass

    def seek(self, offset, whence=0):
        self.stream.seek(offset, whence)
        if whence == 0 and offset == 0:
            self.reset()

    def __getattr__(self, name):
        return getattr(self.stream, name)

    def __enter__(self):
        return self

    def __exit__(self, type, value, tb):
        self.stream.close()


class StreamReader(Codec):
    charbuffertype = str

    def __init__(self, stream, errors="strict"):
        self.stream, self.errors = stream, errors
        self.reset()

    def reset(self):
        self.bytebuffer, self.charbuffer = b"", self.charbuffertype()

    def _fill(self, size):
        data = self.stream.read() if size < 0 else self.stream.read(size)
        data = self.bytebuffer + data
        text, used = self.decode(data, self.errors)
        self.bytebuffer = data[used:]
        self.charbuffer += text
        return bool(data)

    def read(self, size=-1, chars=-1, firstline=False):
        if chars >= 0:
            while len(self.charbuffer) < chars and self._fill(size if size > 0 else chars):
                pass
        else:
            self._fill(size)
            chars = len(self.charbuffer)
        result, self.charbuffer = self.charbuffer[:chars], self.charbuffer[chars:]
        return result

    def readline(self, size=None, keepends=True):
        while True:
            lines = self.charbuffer.splitlines(True)
            if len(lines) > 1 or not self._fill(size or 72):
                break
        lines = self.charbuffer.splitlines(True) or [self.charbuffertype()]
        line = lines[0]
        self.charbuffer = self.charbuffer[len(line):]
        return line if keepends else (line.splitlines(False) or [line])[0]

    def readlines(self, sizehint=None, keepends=True):
        return self.read().splitlines(keepends)

    def seek(self, offset, whence=0):
        self.stream.seek(offset, whence)
        self.reset()

    def __next__(self):
        line = self.readline()
        if line:
            return line
        raise StopIteration

    def __iter__(self):
        return self

    def __getattr__(self, name):
        return getattr(self.stream, name)

    def __enter__(self):
        return self

    def __exit__(self, type, value, tb):
        self.stream.close()


class StreamReaderWriter:
    encoding = "unknown"

    def __init__(self, stream, Reader, Writer, errors="strict"):
        self.stream, self.errors = stream, errors
        self.reader, self.writer = Reader(stream, errors), Writer(stream, errors)

    def read(self, size=-1):
        return self.reader.read(size)

    def readline(self, size=None):
        return self.reader.readline(size)

    def readlines(self, sizehint=None):
        return self.reader.readlines(sizehint)

    def __next__(self):
        return next(self.reader)

    def __iter__(self):
        return self

    def write(self, data):
        return self.writer.write(data)

    def writelines(self, list):
        return self.writer.writelines(list)

    def reset(self):
        self.reader.reset()
        self.writer.reset()

    def seek(self, offset, whence=0):
        self.stream.seek(offset, whence)
        self.reader.reset()
        if whence == 0 and offset == 0:
            self.writer.reset()

    def __getattr__(self, name):
        return getattr(self.stream, name)

    def __enter__(self):
        return self

    def __exit__(self, type, value, tb):
        self.stream.close()


class StreamRecoder:
    data_encoding = file_encoding = "unknown"

    def __init__(self, stream, encode, decode, Reader, Writer, errors="strict"):
        self.stream, self.encode, self.decode, self.errors = stream, encode, decode, errors
        self.reader, self.writer = Reader(stream, errors), Writer(stream, errors)

    def read(self, size=-1):
        return self.encode(self.reader.read(size), self.errors)[0]

    def readline(self, size=None):
        return self.encode(self.reader.readline(size), self.errors)[0]

    def write(self, data):
        return self.writer.write(self.decode(data, self.errors)[0])

    def __getattr__(self, name):
        return getattr(self.stream, name)


# --- the encodings of texts ---

def _strings(data):
    return bytes(data) if isinstance(data, (bytearray, memoryview)) else data


def _text_codec(name, encoding):
    def encode(input, errors="strict"):
        if not isinstance(input, str):
            raise TypeError(f"{_function_name(name)}_encode() argument 1 must be str, not "
                            f"{type(input).__name__}")
        return input.encode(encoding, errors or "strict"), len(input)

    def decode(input, errors="strict"):
        input = bytes(input)
        return input.decode(encoding, errors or "strict"), len(input)

    def decode_part(data, errors, final):
        # All but a character whose end has not come.
        if final:
            return decode(data, errors)
        end = len(data) - _unfinished(encoding, data)
        return _decoded(data, end, encoding, errors), end

    class Encoder(IncrementalEncoder):
        _began = False

        def encode(self, input, final=False):
            if encoding == "utf-8-sig" and not input:
                return b""
            if encoding in ("utf-16", "utf-32", "utf-8-sig"):
                if self._began:
                    plain = {"utf-16": "utf-16-le", "utf-32": "utf-32-le"}.get(encoding, "utf-8")
                    return input.encode(plain, self.errors)
                self._began = True
            return encode(input, self.errors)[0]

        def reset(self):
            self._began = False

        def getstate(self):
            return 0 if self._began or encoding not in ("utf-16", "utf-32") else 2

    class Decoder(BufferedIncrementalDecoder):
        _plain = None  # the order of bytes, once the mark has come

        def _buffer_decode(self, data, errors, final):
            if encoding not in ("utf-16", "utf-32", "utf-8-sig"):
                return decode_part(data, errors, final)
            skipped = 0
            if self._plain is None:
                if not final and len(data) < {"utf-16": 2, "utf-32": 4, "utf-8-sig": 3}[encoding]:
                    if encoding != "utf-8-sig" or BOM_UTF8.startswith(data):
                        return "", 0
                self._plain, skipped = _order_of(encoding, data)
            end = len(data)
            if not final:
                end -= _unfinished(self._plain, data[skipped:])
            return _decoded(data[skipped:], end - skipped, self._plain, errors), end

        def reset(self):
            super().reset()
            self._plain = None

    class Reader(StreamReader):
        def decode(self, input, errors="strict"):
            return decode_part(input, errors, False)

    class Writer(StreamWriter):
        def encode(self, input, errors="strict"):
            return encode(input, errors)

    for each in Encoder, Decoder, Reader, Writer:
        each.__module__ = f"encodings.{_function_name(name)}"
        each.__name__ = each.__qualname__ = {"Encoder": "IncrementalEncoder",
                                             "Decoder": "IncrementalDecoder",
                                             "Reader": "StreamReader",
                                             "Writer": "StreamWriter"}[each.__name__]
    return CodecInfo(encode, decode, Reader, Writer, Encoder, Decoder, name)


def _function_name(name):
    return name.replace("-", "_") if name != "iso8859-1" else "latin_1"


def _order_of(encoding, data):
    if encoding == "utf-8-sig":
        return "utf-8", 3 if data[:3] == BOM_UTF8 else 0
    size, little, big = ((2, BOM_UTF16_LE, BOM_UTF16_BE) if encoding == "utf-16"
                         else (4, BOM_UTF32_LE, BOM_UTF32_BE))
    if data[:size] == big:
        return encoding + "-be", size
    return encoding + "-le", size if data[:size] == little else 0


def _decoded(data, end, encoding, errors):
    try:
        return data[:end].decode(encoding, errors)
    except UnicodeDecodeError:
        return data.decode(encoding, errors)  # what follows is part of the error's reason


def _unfinished(encoding, data):
    # How many bytes at the end begin a character.
    if encoding.startswith("utf-16"):
        if len(data) % 2:
            return 1 + _unfinished(encoding, data[:-1])
        return 2 if data and data[-1 if encoding[-2:] == "le" else -2] >> 2 == 0b110110 else 0
    if encoding.startswith("utf-32"):
        return len(data) % 4
    if encoding != "utf-8":
        return 0
    for back in range(1, min(4, len(data) + 1)):
        byte = data[-back]
        if byte >= 0xc0:
            size = 2 if byte < 0xe0 else 3 if byte < 0xf0 else 4
            if byte < 0xc2 or byte > 0xf4 or back >= size:
                return 0
            if back > 1:  # a pair that no character begins with is wrong already
                low, high = {0xe0: (0xa0, 0xbf), 0xf0: (0x90, 0xbf),
                             0xf4: (0x80, 0x8f)}.get(byte, (0x80, 0xbf))
                if not low <= data[1 - back] <= high:
                    return 0
            return back
        if byte < 0x80:
            return 0
    return 0


_names = {"utf_8": "utf-8 utf8 u8 utf cp65001 utf8_ucs2 utf8_ucs4",
          "utf_8_sig": "utf-8-sig", "ascii": "ascii us_ascii 646 ansi_x3.4_1968 cp367 csascii "
          "ibm367 iso646_us iso_646.irv_1991 iso_ir_6 us",
          "latin_1": "iso8859-1 latin_1 latin1 iso8859_1 iso_8859_1 latin l1 8859 cp819 "
          "csisolatin1 ibm819 iso8859 iso_8859_1_1987 iso_ir_100",
          "utf_16": "utf-16 utf16 u16", "utf_16_le": "utf-16-le utf_16le unicodelittleunmarked",
          "utf_16_be": "utf-16-be utf_16be unicodebigunmarked", "utf_32": "utf-32 utf32 u32",
          "utf_32_le": "utf-32-le utf_32le", "utf_32_be": "utf-32-be utf_32be",
          "unicode_escape": "unicode-escape unicodeescape",
          "raw_unicode_escape": "raw-unicode-escape rawunicodeescape"}
_aliases = {alias.replace("-", "_"): (names.split()[0], module.replace("_", "-"))
            for module, names in _names.items() for alias in names.split()}
_found = {}
_search_functions = []


def register(search_function, /):
    if not callable(search_function):
        raise TypeError("argument must be callable")
    _search_functions.append(search_function)


def unregister(search_function, /):
    if search_function in _search_functions:
        _search_functions.remove(search_function)
        _found.clear()


def lookup(encoding, /):
    if not isinstance(encoding, str):
        raise TypeError(f"lookup() argument must be str, not {type(encoding).__name__}")
    key = encoding.lower().replace(" ", "_").replace("-", "_")
    if key in _found:
        return _found[key]
    info = None
    if key in _aliases:
        info = _text_codec(*_aliases[key])
    elif key in _other_names:
        info = _other_codec(*_other_names[key])
    for search in _search_functions if info is None else ():
        info = search(key)
        if info is not None:
            if not isinstance(info, tuple) or len(info) != 4:
                raise TypeError("codec search functions must return 4-tuples")
            break
    if info is None:
        raise LookupError(f"unknown encoding: {encoding}")
    _found[key] = info
    return info


# --- between other types ---

def _base64_encode(data):
    import base64
    return base64.encodebytes(data)


def _base64_decode(data):
    import base64
    return base64.decodebytes(data)


def _hex_encode(data):
    import binascii
    return binascii.hexlify(data)


def _hex_decode(data):
    import binascii
    return binascii.unhexlify(data)


_turned = "nopqrstuvwxyzabcdefghijklm"
_rot13 = str.maketrans("abcdefghijklmnopqrstuvwxyz" "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
                       _turned + _turned.upper())


def _rot13_of(text):
    return str.translate(text, _rot13)


_other_names = {}
for _name, _aliased, _to, _from in (
        ("base64", "base64 base_64 base64_codec", _base64_encode, _base64_decode),
        ("hex", "hex hex_codec", _hex_encode, _hex_decode),
        ("rot-13", "rot13 rot_13", _rot13_of, _rot13_of)):
    for _each in _aliased.split():
        _other_names[_each] = _name, _to, _from


def _other_codec(name, to, back):
    def encode(input, errors="strict"):
        assert errors == "strict" or name == "rot-13"
        return to(_strings(input)), len(input)

    def decode(input, errors="strict"):
        assert errors == "strict" or name == "rot-13"
        return back(_strings(input)), len(input)

    class Encoder(IncrementalEncoder):
        def encode(self, input, final=False):
            return encode(input, self.errors)[0]

    class Decoder(IncrementalDecoder):
        def decode(self, input, final=False):
            return decode(input, self.errors)[0]

    class Reader(StreamReader):
        charbuffertype = str if name == "rot-13" else bytes

        def decode(self, input, errors="strict"):
            return decode(input, errors)

    class Writer(StreamWriter):
        def encode(self, input, errors="strict"):
            return encode(input, errors)
    return CodecInfo(encode, decode, Reader, Writer, Encoder, Decoder, name,
                     _is_text_encoding=False)


# --- by name ---

def encode(obj, encoding="utf-8", errors="strict"):
    return _applied(encoding, 0, obj, errors)


def decode(obj, encoding="utf-8", errors="strict"):
    return _applied(encoding, 1, obj, errors)


def _applied(encoding, which, obj, errors):
    verb = "decoding" if which else "encoding"
    try:
        result = lookup(encoding)[which](obj, errors)
    except Exception as error:
        # Told anew, with what was done, where the type takes a text and nothing else.
        if (isinstance(error, (UnicodeError, OSError, LookupError)) or len(error.args) != 1
                or not isinstance(error.args[0], str)):
            raise
        raise type(error)(f"{verb} with '{encoding}' codec failed ({type(error).__name__}: "
                          f"{error})") from error
    if not isinstance(result, tuple) or len(result) != 2:
        raise TypeError(f"{verb[:-3]}er must return a tuple (object, integer)")
    return result[0]


def getencoder(encoding):
    return lookup(encoding).encode


def getdecoder(encoding):
    return lookup(encoding).decode


def getincrementalencoder(encoding):
    encoder = lookup(encoding).incrementalencoder
    if encoder is None:
        raise LookupError(encoding)
    return encoder


def getincrementaldecoder(encoding):
    decoder = lookup(encoding).incrementaldecoder
    if decoder is None:
        raise LookupError(encoding)
    return decoder


def getreader(encoding):
    return lookup(encoding).streamreader


def getwriter(encoding):
    return lookup(encoding).streamwriter


def iterencode(iterator, encoding, errors="strict", **kwargs):
    encoder = getincrementalencoder(encoding)(errors, **kwargs)
    for input in iterator:
        if output := encoder.encode(input):
            yield output
    if output := encoder.encode("", True):
        yield output


def iterdecode(iterator, encoding, errors="strict", **kwargs):
    decoder = getincrementaldecoder(encoding)(errors, **kwargs)
    for input in iterator:
        if output := decoder.decode(input):
            yield output
    if output := decoder.decode(b"", True):
        yield output


def open(filename, mode="r", encoding=None, errors="strict", buffering=-1):
    if encoding is not None and "b" not in mode:
        mode += "b"
    return builtins.open(filename, mode, buffering)


def EncodedFile(file, data_encoding, file_encoding=None, errors="strict"):
    data = lookup(data_encoding)
    there = lookup(file_encoding or data_encoding)
    recoder = StreamRecoder(file, data.encode, data.decode, there.streamreader,
                            there.streamwriter, errors)
    recoder.data_encoding, recoder.file_encoding = data_encoding, file_encoding or data_encoding
    return recoder


def _direct(name):
    # Such as utf_8_encode and latin_1_decode.
    info = _text_codec(*_aliases[name])
    globals()[name + "_encode"], globals()[name + "_decode"] = info.encode, info.decode


for _each in "utf_8 ascii latin_1 utf_16 utf_16_le utf_16_be utf_32 utf_32_le utf_32_be".split():
    _direct(_each)


def charmap_build(map):
    return {ord(letter): code for code, letter in enumerate(map)}


# --- error handlers ---

def strict_errors(exception):
    if not isinstance(exception, Exception):
        raise TypeError("codec must pass exception instance")
    raise exception


def _handler(name):
    def handler(exception):
        start, end = exception.start, exception.end
        if isinstance(exception, UnicodeDecodeError):
            piece = bytes(exception.object[start:end])
            if name == "backslashreplace":
                return "".join(f"\\x{byte:02x}" for byte in piece), end
            if name == "replace":
                return "\ufffd", end
            if name == "ignore":
                return "", end
        elif isinstance(exception, UnicodeEncodeError):
            piece = exception.object[start:end]
            if name == "surrogateescape" or name == "surrogatepass":
                return piece.encode("utf-8", name), end
            return piece.encode("ascii", name).decode("ascii"), end
        elif isinstance(exception, UnicodeTranslateError) and name in ("replace", "ignore"):
            return ("\ufffd" if name == "replace" else "") * (end - start), end
        raise TypeError(f"don't know how to handle {type(exception).__name__} in error callback")
    handler.__name__ = handler.__qualname__ = name + "_errors"
    return handler


_handlers = {"strict": strict_errors}
for _each in ("ignore", "replace", "xmlcharrefreplace", "backslashreplace", "namereplace",
              "surrogateescape", "surrogatepass"):
    _handlers[_each] = _handler(_each)
ignore_errors, replace_errors = _handlers["ignore"], _handlers["replace"]
xmlcharrefreplace_errors = _handlers["xmlcharrefreplace"]
backslashreplace_errors = _handlers["backslashreplace"]
namereplace_errors = _handlers["namereplace"]


def register_error(errors, handler, /):
    raise NotImplementedError("codecs.register_error: only the handlers that are there are used "
                              "here")


def lookup_error(name, /):
    if name not in _handlers:
        raise LookupError(f"unknown error handler name '{name}'")
    return _handlers[name]


del _each, _name, _aliased, _to, _from
