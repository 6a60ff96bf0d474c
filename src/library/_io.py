# _io: streams in memory, and the standard streams. There is no file system: the base classes say
# what every stream can do, `io.py` gives them their public names.
import _meada


class UnsupportedOperation(OSError, ValueError):
    pass


UnsupportedOperation.__module__ = "io"


def _refuse(stream, operation):
    raise UnsupportedOperation(operation)


class _IOBase:
    _closed = False

    @property
    def closed(self):
        return self._closed

    def _check_open(self):
        if self.closed:
            raise ValueError("I/O operation on closed file.")

    _checkClosed = _check_open

    def close(self):
        if not self._closed:
            try:
                self.flush()
            finally:
                self._closed = True

    def flush(self):
        self._check_open()

    def seek(self, offset, whence=0, /):
        _refuse(self, "seek")

    def tell(self):
        return self.seek(0, 1)

    def truncate(self, size=None, /):
        _refuse(self, "truncate")

    def fileno(self):
        _refuse(self, "fileno")

    def isatty(self):
        self._check_open()
        return False

    def readable(self):
        return False

    def writable(self):
        return False

    def seekable(self):
        return False

    def __enter__(self):
        self._check_open()
        return self

    def __exit__(self, *details):
        self.close()

    def __iter__(self):
        self._check_open()
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def readline(self, size=-1, /):
        line = bytearray()
        while size is None or size < 0 or len(line) < size:
            byte = self.read(1)
            if not byte:
                break
            line += byte
            if byte == b"\n":
                break
        return bytes(line)

    def readlines(self, hint=-1, /):
        lines, total = [], 0
        for line in self:
            lines.append(line)
            total += len(line)
            if hint is not None and 0 < hint <= total:
                break
        return lines

    def writelines(self, lines, /):
        self._check_open()
        for line in lines:
            self.write(line)


class _RawIOBase(_IOBase):
    def read(self, size=-1, /):
        if size is None or size < 0:
            return self.readall()
        data = bytearray(size)
        count = self.readinto(data)
        return None if count is None else bytes(data[:count])

    def readall(self):
        data = bytearray()
        while piece := self.read(8192):
            data += piece
        return bytes(data)

    def readinto(self, buffer, /):
        _refuse(self, "readinto")

    def write(self, data, /):
        _refuse(self, "write")


class _BufferedIOBase(_IOBase):
    def read(self, size=-1, /):
        _refuse(self, "read")

    def read1(self, size=-1, /):
        _refuse(self, "read1")

    def write(self, data, /):
        _refuse(self, "write")

    def detach(self):
        _refuse(self, "detach")

    def readinto(self, buffer, /):
        view = memoryview(buffer).cast("B")
        data = self.read(len(view))
        view[:len(data)] = data
        return len(data)

    readinto1 = readinto


class _TextIOBase(_IOBase):
    encoding = newlines = errors = None

    def read(self, size=-1, /):
        _refuse(self, "read")

    def readline(self, size=-1, /):
        _refuse(self, "readline")

    def write(self, text, /):
        _refuse(self, "write")

    def detach(self):
        _refuse(self, "detach")


def _size_of(size):
    # How much is to be read; negative: all.
    if size is None:
        return -1
    if not isinstance(size, int):
        if not hasattr(type(size), "__index__"):
            raise TypeError(f"argument should be integer or None, not '{type(size).__name__}'")
        size = size.__index__()
    return size


# What a StringIO or BytesIO keeps beside what a subclass has put there.
_io_names = ("_newline", "_pieces", "_at", "_buffer", "_closed")


class StringIO(_TextIOBase):
    line_buffering = False

    def __init__(self, initial_value="", newline="\n"):
        if newline not in (None, "", "\n", "\r", "\r\n"):
            if not isinstance(newline, str):
                raise TypeError(f"newline must be str or None, not {type(newline).__name__}")
            raise ValueError(f"illegal newline value: {newline!r}")
        if initial_value is not None and not isinstance(initial_value, str):
            raise TypeError("initial_value must be str or None, not "
                            f"{type(initial_value).__name__}")
        self._newline = newline
        self._pieces = []  # together what was written; one piece whenever somebody reads
        self._at = None    # where the next character goes; None: at the end
        if initial_value:
            self.write(initial_value)
            self._at = 0

    def __getstate__(self):
        names = {name: value for name, value in self.__dict__.items() if name not in _io_names}
        return self.getvalue(), self._newline, self.tell(), names or None

    def __setstate__(self, state):
        text, newline, at, names = state
        self.__init__(text, newline)
        self.seek(at)
        self.__dict__.update(names or {})

    def _check_open(self):
        if self._closed:
            raise ValueError("I/O operation on closed file")

    def write(self, text, /):
        if not isinstance(text, str):
            raise TypeError(f"string argument expected, got {type(text).__name__!r}")
        if self._closed:
            raise ValueError("I/O operation on closed file")
        length = len(text)
        if self._newline != "\n":
            if self._newline is None:
                text = text.replace("\r\n", "\n").replace("\r", "\n")
            elif self._newline:
                text = text.replace("\n", self._newline)
        at = self._at
        if at is None:
            self._pieces.append(text)
            return length
        whole = self._whole()
        if text:
            end = at + len(text)
            self._pieces = [whole[:at] + "\0" * (at - len(whole)) + text + whole[end:]]
            self._at = end if end < len(whole) else None
        return length

    def _whole(self):
        pieces = self._pieces
        if len(pieces) == 1:
            return pieces[0]
        whole = "".join(pieces)
        self._pieces = [whole]
        return whole

    def getvalue(self):
        self._check_open()
        return self._whole()

    def tell(self):
        self._check_open()
        return len(self._whole()) if self._at is None else self._at

    def read(self, size=-1, /):
        self._check_open()
        size, whole = _size_of(size), self._whole()
        start = self._at
        if start is None:
            return ""
        end = len(whole) if size < 0 else start + size
        self._at = None if end >= len(whole) >= start else max(end, start)
        return whole[start:end]

    def readline(self, size=-1, /):
        self._check_open()
        size, whole = _size_of(size), self._whole()
        start = self._at
        if start is None or start >= len(whole):
            return ""
        end = whole.find("\r" if self._newline == "\r" else "\n", start) + 1 or len(whole)
        if self._newline == "":
            end = start + len(whole[start:end].splitlines(True)[0])
        if 0 <= size < end - start:
            end = start + size
        self._at = None if end == len(whole) else end
        return whole[start:end]

    def seek(self, offset, whence=0, /):
        self._check_open()
        if whence not in (0, 1, 2):
            raise ValueError(f"Invalid whence ({whence}, should be 0, 1 or 2)")
        if whence == 0:
            if offset < 0:
                raise ValueError(f"Negative seek position {offset}")
            self._at = None if offset == len(self._whole()) else offset
        elif offset:
            raise OSError("Can't do nonzero cur-relative seeks")
        elif whence == 2:
            self._at = None
        return self.tell()

    def truncate(self, size=None, /):
        self._check_open()
        if size is None:
            size = self.tell()
        if size < 0:
            raise ValueError(f"Negative size value {size}")
        at, whole = self.tell(), self._whole()
        if size < len(whole):
            self._pieces = [whole[:size]]
            self._at = None if at == size else at
        return size

    def close(self):
        self._closed = True

    def readable(self):
        self._check_open()
        return True

    writable = seekable = readable


class BytesIO(_BufferedIOBase):
    def __init__(self, initial_bytes=None):
        self._buffer = bytearray()
        if initial_bytes is not None:
            self._buffer += _bytes_of(initial_bytes)
        self._at = 0

    def write(self, data, /):
        if self._closed:
            raise ValueError("I/O operation on closed file.")
        if not isinstance(data, (bytes, bytearray)):
            data = _bytes_of(data)
        buffer, at = self._buffer, self._at
        if at > len(buffer):
            buffer += bytes(at - len(buffer))
        end = at + len(data)
        buffer[at:end] = data
        self._at = end
        return len(data)

    def __getstate__(self):
        names = {name: value for name, value in self.__dict__.items() if name not in _io_names}
        return self.getvalue(), self.tell(), names or None

    def __setstate__(self, state):
        data, at, names = state
        self.__init__(data)
        self.seek(at)
        self.__dict__.update(names or {})

    def getvalue(self):
        self._check_open()
        return bytes(self._buffer)

    def getbuffer(self):
        self._check_open()
        return memoryview(self._buffer)

    def tell(self):
        self._check_open()
        return self._at

    def read(self, size=-1, /):
        self._check_open()
        size, start = _size_of(size), self._at
        end = len(self._buffer) if size < 0 else start + size
        data = bytes(self._buffer[start:end])
        self._at = start + len(data)
        return data

    read1 = read

    def readline(self, size=-1, /):
        self._check_open()
        size, start = _size_of(size), self._at
        end = self._buffer.find(b"\n", start) + 1 or len(self._buffer)
        if 0 <= size < end - start:
            end = start + size
        self._at = max(start, end)
        return bytes(self._buffer[start:end])

    def seek(self, offset, whence=0, /):
        self._check_open()
        if not isinstance(offset, int):
            raise TypeError(f"'{type(offset).__name__}' object cannot be interpreted as an integer")
        if whence == 0:
            if offset < 0:
                raise ValueError(f"negative seek value {offset}")
            self._at = offset
        elif whence in (1, 2):
            self._at = max(0, offset + (self._at if whence == 1 else len(self._buffer)))
        else:
            raise ValueError(f"invalid whence ({whence}, should be 0, 1 or 2)")
        return self._at

    def truncate(self, size=None, /):
        self._check_open()
        if size is None:
            size = self._at
        if size < 0:
            raise ValueError(f"negative size value {size}")
        del self._buffer[size:]
        return size

    def close(self):
        self._closed = True

    def readable(self):
        self._check_open()
        return True

    writable = seekable = readable


def _bytes_of(data):
    if isinstance(data, (bytes, bytearray)):
        return data
    if isinstance(data, str):
        raise TypeError("a bytes-like object is required, not 'str'")
    try:
        return memoryview(data).tobytes()
    except TypeError:
        raise TypeError(f"a bytes-like object is required, not {type(data).__name__!r}") from None
