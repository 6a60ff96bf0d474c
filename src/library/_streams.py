# The process's standard streams, and text over any stream of bytes: the rest of _io. What is
# written to standard output goes out at once, one event a call.
import _meada
from _io import _BufferedIOBase, _TextIOBase, _bytes_of, _refuse, _size_of

_stream_names = ("<stdin>", "<stdout>", "<stderr>")


class _Buffered(_BufferedIOBase):
    def __init__(self, raw, buffer_size=8192):
        self.raw = raw

    def __repr__(self):
        name = getattr(self, "name", None)
        shown = "" if name is None else f" name={name!r}"
        return f"<_io.{type(self).__name__}{shown}>"

    @property
    def name(self):
        return self.raw.name

    @property
    def mode(self):
        return self.raw.mode

    @property
    def closed(self):
        return self.raw.closed

    def close(self):
        if not self.raw.closed:
            self.flush()
            self.raw.close()

    def detach(self):
        self.flush()
        raw, self.raw = self.raw, None
        return raw

    def seekable(self):
        return self.raw.seekable()

    def fileno(self):
        return self.raw.fileno()

    def seek(self, offset, whence=0, /):
        self.flush()
        return self.raw.seek(offset, whence)

    def tell(self):
        self.flush()
        return self.raw.tell()


class BufferedReader(_Buffered):
    def readable(self):
        return self.raw.readable()

    def flush(self):
        pass

    def read(self, size=-1, /):
        size = _size_of(size)
        if size < 0:
            return self.raw.read()
        data = b""
        while len(data) < size and (piece := self.raw.read(size - len(data))):
            data += piece
        return data

    def read1(self, size=-1, /):
        return self.raw.read(size)


class BufferedWriter(_Buffered):
    def __init__(self, raw, buffer_size=8192):
        self.raw = raw
        self._size = buffer_size
        self._waiting = bytearray()

    def writable(self):
        return self.raw.writable()

    def write(self, data, /):
        if self.closed:
            raise ValueError("write to closed file")
        data = _bytes_of(data)
        if len(self._waiting) + len(data) > self._size:
            self.flush()
        self._waiting += data
        if len(self._waiting) > self._size:
            self.flush()
        return len(data)

    def flush(self):
        while self._waiting:
            count = self.raw.write(bytes(self._waiting))
            del self._waiting[:count]


class _StandardBytes(_BufferedIOBase):
    # sys.stdin.buffer, sys.stdout.buffer, sys.stderr.buffer. The machine's streams are text.
    def __init__(self, number, stream):
        self._number, self._stream = number, stream
        self._waiting = b""  # the beginning of a character; what was read and not yet asked for
        self.name = _stream_names[number]
        self.mode = "wb" if number else "rb"

    def __repr__(self):
        return f"<_io.{type(self).__name__} name={self.name!r}>"

    @property
    def raw(self):
        return self

    def fileno(self):
        return self._number


class _StandardReader(_StandardBytes):
    def readable(self):
        return True

    def read(self, size=-1, /):
        size = _size_of(size)
        while 0 > size or len(self._waiting) < size:
            line = _meada.read_line(1)
            if not line:
                break
            self._waiting += line.encode()
        end = len(self._waiting) if size < 0 else size
        data, self._waiting = self._waiting[:end], self._waiting[end:]
        return data

    read1 = read

    def readline(self, size=-1, /):
        if b"\n" not in self._waiting:
            self._waiting += _meada.read_line(1).encode()
        end = self._waiting.find(b"\n") + 1 or len(self._waiting)
        if 0 <= (size := _size_of(size)) < end:
            end = size
        return self.read(end)


class _StandardWriter(_StandardBytes):
    def writable(self):
        return True

    def flush(self):
        _meada.stream_flush(self._stream)

    def close(self):
        pass

    def write(self, data, /):
        data = _bytes_of(data)
        whole = self._waiting + data
        try:
            text, self._waiting = whole.decode(), b""
        except UnicodeDecodeError as error:
            if error.reason != "unexpected end of data":
                raise NotImplementedError("writing bytes that are no UTF-8 to a standard stream is "
                                          "not supported here") from None
            text, self._waiting = whole[:error.start].decode(), bytes(whole[error.start:])
        _meada.write(self._stream, text)
        return len(data)


_StandardReader.__name__ = _StandardReader.__qualname__ = "BufferedReader"
_StandardWriter.__name__ = _StandardWriter.__qualname__ = "BufferedWriter"


class TextIOWrapper(_TextIOBase):
    # A standard stream; over any other stream it becomes a _TextOverBytes.
    newlines = None

    def __new__(cls, buffer, encoding=None, errors=None, newline=None, line_buffering=False,
                write_through=False):
        if not isinstance(buffer, _StandardWriter):
            cls = _TextOverBytes
        return object.__new__(cls)

    def __init__(self, buffer, encoding=None, errors=None, newline=None, line_buffering=False,
                 write_through=False):
        self.buffer = buffer
        self._begun = []  # of each call of print that runs code of its arguments: [what it wrote]
        self._stream = buffer._stream
        self.name = buffer.name
        self.mode = buffer.mode[0]
        self.encoding = encoding or "utf-8"
        self.errors = errors or "strict"
        self.line_buffering = line_buffering
        self.write_through = write_through

    def __repr__(self):
        shown = ""
        for attribute in ("name", "mode"):
            if (value := getattr(self, attribute, None)) is not None:
                shown += f" {attribute}={value!r}"
        return f"<_io.TextIOWrapper{shown} encoding={self.encoding!r}>"

    def write(self, text, /):
        if not isinstance(text, str):
            raise TypeError(f"write() argument must be str, not {type(text).__name__}")
        if self._begun:
            self._write_begun()
        _meada.write(self._stream, text)
        return len(text)

    def _write_begun(self):
        for line in self._begun:
            text, line[0] = line[0], ""
            if text:
                _meada.write(self._stream, text)

    def flush(self):
        if self._begun:
            self._write_begun()
        _meada.stream_flush(self._stream)

    def close(self):
        pass

    def fileno(self):
        return self.buffer.fileno()

    def readable(self):
        return False

    def read(self, size=-1, /):
        _refuse(self, "not readable")

    readline = read

    def writable(self):
        return True

    def reconfigure(self, *, encoding=None, errors=None, newline=None, line_buffering=None,
                    write_through=None):
        if encoding is not None:
            self.encoding = encoding
        if errors is not None:
            self.errors = errors
        if line_buffering is not None:
            self.line_buffering = line_buffering

    def detach(self):
        return self.buffer


class _TextOverBytes(TextIOWrapper):
    def __init__(self, buffer, encoding=None, errors=None, newline=None, line_buffering=False,
                 write_through=False):
        if newline not in (None, "", "\n", "\r", "\r\n"):
            raise ValueError(f"illegal newline value: {newline!r}")
        self.buffer = buffer
        self.encoding = "UTF-8" if encoding is None or encoding == "locale" else encoding
        self.errors = errors or "strict"
        self.line_buffering, self.write_through = line_buffering, write_through
        self._newline = newline
        self._waiting = []  # written, not yet encoded
        self._unread = ""   # decoded, not yet asked for
        "".encode(self.encoding)

    @property
    def name(self):
        return self.buffer.name

    @property
    def closed(self):
        return self.buffer.closed

    def close(self):
        if not self.buffer.closed:
            self.flush()
            self.buffer.close()

    def flush(self):
        self._check_open()
        text, self._waiting = "".join(self._waiting), []
        if text:
            self.buffer.write(text.encode(self.encoding, self.errors))
        self.buffer.flush()

    def detach(self):
        self.flush()
        buffer, self.buffer = self.buffer, None
        return buffer

    def write(self, text, /):
        if not isinstance(text, str):
            raise TypeError(f"write() argument must be str, not {type(text).__name__}")
        self._check_open()
        end = self._newline
        self._waiting.append(text.replace("\n", end) if end in ("\r", "\r\n") else text)
        if self.write_through or self.line_buffering and "\n" in text:
            self.flush()
        return len(text)

    def _fill(self):
        data = self.buffer.read()
        text = data.decode(self.encoding, self.errors)
        if self._newline is None:
            text = text.replace("\r\n", "\n").replace("\r", "\n")
        self._unread += text

    def read(self, size=-1, /):
        self._check_open()
        self._fill()
        size = _size_of(size)
        end = len(self._unread) if size < 0 else size
        text, self._unread = self._unread[:end], self._unread[end:]
        return text

    def readline(self, size=-1, /):
        self._check_open()
        self._fill()
        text, newline = self._unread, self._newline or "\n"
        if self._newline == "":
            end = len(text.splitlines(True)[0]) if text else 0
        else:
            found = text.find(newline)
            end = len(text) if found < 0 else found + len(newline)
        size = _size_of(size)
        return self.read(end if size < 0 else min(size, end))

    def readable(self):
        return self.buffer.readable()

    def writable(self):
        return self.buffer.writable()

    def seekable(self):
        return self.buffer.seekable()

    def seek(self, cookie, whence=0, /):
        self.flush()
        self._unread = ""
        return self.buffer.seek(cookie, whence)

    def tell(self):
        self.flush()
        return self.buffer.tell() - len(self._unread.encode(self.encoding))


class _Input(TextIOWrapper):
    # sys.stdin: lines as they come.
    def __new__(cls, buffer):
        return object.__new__(cls)

    def __init__(self, buffer):
        super().__init__(buffer)
        self._line = ""

    def readable(self):
        return True

    def writable(self):
        return False

    def write(self, text, /):
        _refuse(self, "not writable")

    def readline(self, size=-1, /):
        line = self._line or _meada.read_line(1)
        end = _size_of(size)
        if end < 0:
            self._line = ""
            return line
        self._line = line[end:]
        return line[:end]

    def read(self, size=-1, /):
        size = _size_of(size)
        if size < 0:
            text, self._line = self._line + _meada.read_line(None), ""
            return text
        text = ""
        while len(text) < size and (line := self.readline(size - len(text))):
            text += line
        return text


for _class in (_TextOverBytes, _Input):
    _class.__name__ = _class.__qualname__ = "TextIOWrapper"
for _class in (BufferedReader, BufferedWriter, _StandardReader, _StandardWriter, TextIOWrapper,
               _TextOverBytes, _Input):
    _class.__module__ = "_io"

_meada.root("prelude")["_text_stream"] = TextIOWrapper
stdin = _Input(_StandardReader(0, 0))
stdout = TextIOWrapper(_StandardWriter(1, _meada.enum_value("stream", "out")))
stderr = TextIOWrapper(_StandardWriter(2, _meada.enum_value("stream", "error")),
                       errors="backslashreplace", line_buffering=True)
