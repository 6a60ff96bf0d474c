# multiprocessing.connection: connections between processes, over pipes of the machine. A message
# is one item of bytes; one that does not fit into the pipe at once is its size and then pieces.
import _descriptors
import _meada
import os
from time import monotonic as _now

from . import BufferTooShort
from .reduction import ForkingPickler
from .util import Finalize  # noqa: scripts find it here

__all__ = ["Client", "Listener", "Pipe", "wait"]

_IO = _meada.enum_value("wait_reason", "io")
_PIPE_SIZE, _SOCKET_SIZE = _descriptors.PIPE_SIZE, 212992
_get, _put, _state = _meada.pipe_get, _meada.pipe_put, _meada.pipe_state
_new_pipe, _new_handle = _descriptors.new_pipe, _descriptors.new


def _put_item(pipe, item, size):
    while (done := _put(pipe, item, size, None, _IO)) is ...:
        pass
    if done is None:
        raise BrokenPipeError(32, "Broken pipe")


def _get_item(pipe):
    while (item := _get(pipe, None, _IO)) is ...:
        pass
    if item is NotImplemented:
        raise EOFError
    return item


class Connection:
    _handle = None

    def __init__(self, handle, readable=True, writable=True):
        if handle < 0:
            raise ValueError("invalid handle")
        if not readable and not writable:
            raise ValueError("at least one of `readable` and `writable` must be True")
        self._handle = handle
        self._readable, self._writable = readable, writable
        self._incoming, self._outgoing = _descriptors.pipes_of(handle)

    def __del__(self):
        if self._handle is not None:
            self.close()

    def _check_closed(self):
        if self._handle is None:
            raise OSError("handle is closed")

    def _check_readable(self):
        if self._handle is None:
            raise OSError("handle is closed")
        if not self._readable:
            raise OSError("connection is write-only")

    def _check_writable(self):
        if self._handle is None:
            raise OSError("handle is closed")
        if not self._writable:
            raise OSError("connection is read-only")

    @property
    def closed(self):
        return self._handle is None

    @property
    def readable(self):
        return self._readable

    @property
    def writable(self):
        return self._writable

    def fileno(self):
        self._check_closed()
        return self._handle

    def close(self):
        if self._handle is not None:
            handle, self._handle = self._handle, None
            _descriptors.close(handle)

    def _send_bytes(self, message):
        pipe, size = self._outgoing, len(message)
        if size + 4 <= _PIPE_SIZE:
            return _put_item(pipe, message, size + 4)
        _put_item(pipe, size, 4)
        for start in range(0, size, _PIPE_SIZE):
            piece = message[start:start + _PIPE_SIZE]
            _put_item(pipe, piece, len(piece))

    def _recv_bytes(self, maxlength=None):
        message = _get_item(self._incoming)
        size = len(message) if type(message) is bytes else message
        if maxlength is not None and size > maxlength:
            return None
        if type(message) is int:
            pieces, got = [], 0
            while got < size:
                pieces.append(_get_item(self._incoming))
                got += len(pieces[-1])
            message = b"".join(pieces)
        return message

    def _limited(self, maxlength):
        if maxlength is not None and maxlength < 0:
            raise ValueError("negative maxlength")
        message = self._recv_bytes(maxlength)
        if message is None:
            if self._writable:
                self._readable = False
            else:
                self.close()
            raise OSError("bad message length")
        return message

    def send_bytes(self, buf, offset=0, size=None):
        self._check_writable()
        message = bytes(memoryview(buf).cast("B"))
        if offset < 0:
            raise ValueError("offset is negative")
        if len(message) < offset:
            raise ValueError("buffer length < offset")
        if size is None:
            size = len(message) - offset
        elif size < 0:
            raise ValueError("size is negative")
        elif offset + size > len(message):
            raise ValueError("buffer length < offset + size")
        self._send_bytes(message[offset:offset + size])

    def send(self, obj):
        self._check_writable()
        self._send_bytes(ForkingPickler.dumps(obj))

    def recv_bytes(self, maxlength=None):
        self._check_readable()
        return self._limited(maxlength)

    def recv_bytes_into(self, buf, offset=0):
        self._check_readable()
        with memoryview(buf).cast("B") as view:
            if offset < 0:
                raise ValueError("negative offset")
            if offset > len(view):
                raise ValueError("offset too large")
            message = self._recv_bytes()
            if len(view) < offset + len(message):
                raise BufferTooShort(message)
            view[offset:offset + len(message)] = message
            return len(message)

    def recv(self):
        self._check_readable()
        return ForkingPickler.loads(self._recv_bytes())

    def poll(self, timeout=0.0):
        self._check_readable()
        return bool(wait([self], timeout))

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_value, exc_tb):
        self.close()

    def __reduce__(self):
        # A child that is spawned for it is given the ends. Otherwise this process keeps them open
        # until whoever gets the pickle has taken them over.
        from . import context
        self._check_closed()
        child, giver = context.get_spawning_popen(), None
        incoming = self._incoming if self._readable else None
        outgoing = self._outgoing if self._writable else None
        serials = []
        for pipe, readers, writers in (incoming, 1, 0), (outgoing, 0, 1):
            serials.append(None if pipe is None else _meada.pipe_serial(pipe))
            if pipe is not None and child is not None:
                child.duplicate_for_child(pipe, readers, writers)
            elif pipe is not None:
                giver = os.getpid()
                _meada.pipe_ends(pipe, readers, writers, giver)
        return _rebuild_connection, (*serials, giver)


Connection.__module__ = "multiprocessing.connection"


def _rebuild_connection(incoming, outgoing, giver):
    pipes = []
    for serial, readers, writers in (incoming, 1, 0), (outgoing, 0, 1):
        pipes.append(None if serial is None else _meada.shared_object(serial))
        if serial is not None and giver is not None:
            _meada.pipe_ends(pipes[-1], readers, writers, os.getpid())
            _meada.pipe_ends(pipes[-1], -readers, -writers, giver)
    return Connection(_new_handle(*pipes), incoming is not None, outgoing is not None)


def Pipe(duplex=True):
    if not duplex:
        pipe = _new_pipe()
        return (Connection(_new_handle(pipe, None), writable=False),
                Connection(_new_handle(None, pipe), readable=False))
    one, other = _new_pipe(_SOCKET_SIZE), _new_pipe(_SOCKET_SIZE)
    return Connection(_new_handle(one, other)), Connection(_new_handle(other, one))


def _incoming_of(obj):
    handle = obj if isinstance(obj, int) else obj.fileno()
    pipe = _descriptors.pipes_of(handle)[0]
    if pipe is None:
        raise OSError(9, "Bad file descriptor")
    return pipe


def wait(object_list, timeout=None):
    # Those of which something can be read, or whose other end is closed.
    entries = [(obj, _incoming_of(obj)) for obj in object_list]
    end = None if timeout is None else _now() + max(timeout, 0)
    while True:
        ready = []
        for obj, pipe in entries:
            _, items, _, writers = _state(pipe)
            if items or not writers:
                ready.append(obj)
        if ready:
            return ready
        left = None if end is None else end - _now()
        if left is not None and left <= 0:
            return ready
        _meada.pipes_wait(left, _IO)


# --- connections that are asked for by an address ---

_next_port = 49152


class Listener:
    def __init__(self, address=None, family=None, backlog=1, authkey=None):
        if authkey is not None and not isinstance(authkey, bytes):
            raise TypeError("authkey should be a byte string")
        self._pipe = _new_pipe(_SOCKET_SIZE)
        serial = _meada.pipe_serial(self._pipe)
        if family is None:
            family = "AF_UNIX" if address is None else _address_type(address)
        if address is None:
            address = ("127.0.0.1", 0) if family == "AF_INET" else f"/tmp/pymp/listener-{serial}"
        if isinstance(address, tuple):
            host, port = address
            address = host or "0.0.0.0", port or _next_port + serial
        if _meada.shared_object(_key(address)) is not None:
            raise OSError(98, "Address already in use")
        _meada.shared_name(_key(address), serial)
        self._address, self._authkey = address, authkey
        self._last_accepted = None

    def accept(self):
        if self._pipe is None:
            raise OSError("listener is closed")
        incoming, outgoing, giver = _get_item(self._pipe).split()
        connection = _rebuild_connection(int(incoming), int(outgoing), int(giver))
        if isinstance(self._address, tuple):
            self._last_accepted = self._address[0], _next_port + int(incoming)
        if self._authkey:
            _challenge(connection, self._authkey)
            _answer_challenge(connection, self._authkey)
        return connection

    def close(self):
        if self._pipe is not None:
            _meada.shared_name(_key(self._address), None)
            _meada.pipe_ends(self._pipe, -1, -1, os.getpid())
            self._pipe = None

    @property
    def address(self):
        return self._address

    @property
    def last_accepted(self):
        return self._last_accepted

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_value, exc_tb):
        self.close()


def _address_type(address):
    if isinstance(address, tuple):
        return "AF_INET"
    if isinstance(address, str):
        return "AF_UNIX"
    raise ValueError(f"address type of {address!r} unrecognized")


def _key(address):
    # Every host of an address is this computer.
    return f"address {address[1] if isinstance(address, tuple) else address}"


def Client(address, family=None, authkey=None):
    if authkey is not None and not isinstance(authkey, bytes):
        raise TypeError("authkey should be a byte string")
    if family is None:
        family = _address_type(address)
    serial = _meada.shared_object(_key(address))
    if serial is None:
        if family == "AF_UNIX":
            raise FileNotFoundError(2, "No such file or directory")
        raise ConnectionRefusedError(111, "Connection refused")
    ours, theirs = Pipe()
    reduced, (incoming, outgoing, giver) = theirs.__reduce__()
    theirs.close()
    message = f"{incoming} {outgoing} {giver}".encode()
    listener = _meada.shared_object(serial)
    _meada.pipe_ends(listener, 0, 1, os.getpid())
    _put_item(listener, message, len(message))
    _meada.pipe_ends(listener, 0, -1, os.getpid())
    if authkey is not None:
        _answer_challenge(ours, authkey)
        _challenge(ours, authkey)
    return ours


_CHALLENGE, _WELCOME, _FAILURE = b"#CHALLENGE#", b"#WELCOME#", b"#FAILURE#"


def _digest(authkey, message):
    import hmac
    return hmac.new(authkey, message, "md5").digest()


def _challenge(connection, authkey):
    from . import AuthenticationError
    message = os.urandom(20)
    connection.send_bytes(_CHALLENGE + message)
    if connection.recv_bytes(256) != _digest(authkey, message):
        connection.send_bytes(_FAILURE)
        raise AuthenticationError("digest received was wrong")
    connection.send_bytes(_WELCOME)


def _answer_challenge(connection, authkey):
    from . import AuthenticationError
    message = connection.recv_bytes(256)
    assert message[:len(_CHALLENGE)] == _CHALLENGE, f"message = {message!r}"
    connection.send_bytes(_digest(authkey, message[len(_CHALLENGE):]))
    if connection.recv_bytes(256) != _WELCOME:
        raise AuthenticationError("digest sent was rejected")
