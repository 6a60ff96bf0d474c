# File descriptors of this process: the ends of pipes. os.pipe gives them, and the connections of
# multiprocessing have one each. A forked process has copies of them, as the machine does of ends.
import _meada
import errno

from _io import _RawIOBase, _bytes_of
from _streams import BufferedReader, BufferedWriter, TextIOWrapper

_IO = _meada.enum_value("wait_reason", "io")
_PIPE = _meada.enum_value("sync_kind", "pipe")
PIPE_SIZE = 65536
_PIECE = 4096     # what goes into a pipe in one piece at most
_open = {}        # number: (pipe that is read, pipe that is written)
# Whose they are: a collection that another process causes may close one.
_owner = None


def new_pipe(size=PIPE_SIZE):
    # Both ends are open in this process.
    pipe = _meada.pipe_new(size)
    _meada.pipe_ends(pipe, 1, 1, _meada.process_ids()[0])
    _meada.pipe_kind(pipe, _PIPE, False)
    return pipe


def new(incoming, outgoing):
    take_over()
    number = 3
    while number in _open:
        number += 1
    _open[number] = incoming, outgoing
    return number


def take_over():
    global _owner
    _owner = _meada.process_ids()[0]


def pipes_of(number):
    return _open.get(number, (None, None))


def close(number):
    if number not in _open:
        _refuse(errno.EBADF)
    incoming, outgoing = _open.pop(number)
    if incoming is not None:
        _meada.pipe_ends(incoming, -1, 0, _owner)
    if outgoing is not None:
        _meada.pipe_ends(outgoing, 0, -1, _owner)


def read(number, length):
    incoming = pipes_of(number)[0]
    if incoming is None:
        _refuse(errno.EBADF)
    if length < 0:
        _refuse(errno.EINVAL)
    while (data := _meada.pipe_read(incoming, length, None, _IO)) is ...:
        pass
    return b"" if data is NotImplemented else data


def write(number, data):
    outgoing = pipes_of(number)[1]
    if outgoing is None:
        _refuse(errno.EBADF)
    data = bytes(_bytes_of(data))
    for start in range(0, len(data), _PIECE):
        piece = data[start:start + _PIECE]
        while (done := _meada.pipe_put(outgoing, piece, len(piece), None, _IO)) is ...:
            pass
        if done is None:
            _refuse(errno.EPIPE)
    return len(data)


def _refuse(number):
    raise OSError(number, errno._texts[number])


class FileIO(_RawIOBase):
    def __init__(self, number, mode):
        self._number, self.mode = number, mode
        self.name = number

    def __del__(self):
        if not self.closed:
            self.close()

    def close(self):
        if not self.closed:
            super().close()
            close(self._number)

    def fileno(self):
        self._check_open()
        return self._number

    def readable(self):
        return self.mode[0] == "r"

    def writable(self):
        return self.mode[0] == "w"

    def read(self, size=-1, /):
        self._check_open()
        if size is None or size < 0:
            return self.readall()
        return read(self._number, size)

    def readall(self):
        pieces = []
        while piece := read(self._number, PIPE_SIZE):
            pieces.append(piece)
        return b"".join(pieces)

    def write(self, data, /):
        self._check_open()
        return write(self._number, data)


def open_file(number, mode="r", buffering=-1, encoding=None, errors=None, newline=None,
              closefd=True, opener=None):
    kind = mode.replace("b", "").replace("t", "")
    if kind not in ("r", "w"):
        raise ValueError(f"invalid mode: {mode!r}")
    if number not in _open:
        _refuse(errno.EBADF)
    raw = FileIO(number, kind + "b")
    if buffering == 0:
        if "b" not in mode:
            raise ValueError("can't have unbuffered text I/O")
        return raw
    buffered = BufferedReader(raw) if kind == "r" else BufferedWriter(raw)
    if "b" in mode:
        return buffered
    return TextIOWrapper(buffered, encoding, errors, newline, line_buffering=buffering == 1)
