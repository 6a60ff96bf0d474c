# io: the public names of the streams. The machine has no files: there is nothing to open, and no
# place to put anything.
import _meada
import errno as _errno
from _io import (BytesIO, StringIO, UnsupportedOperation, _BufferedIOBase, _IOBase, _RawIOBase,
                 _TextIOBase)
from _streams import BufferedReader, BufferedWriter, TextIOWrapper, _StandardBytes
import abc as _abc

__all__ = ["BlockingIOError", "open", "IOBase", "RawIOBase", "StringIO", "BytesIO",
           "BufferedIOBase", "BufferedReader", "BufferedWriter", "TextIOBase", "TextIOWrapper",
           "UnsupportedOperation", "SEEK_SET", "SEEK_CUR", "SEEK_END", "DEFAULT_BUFFER_SIZE",
           "text_encoding"]

DEFAULT_BUFFER_SIZE = 8192
SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2
BlockingIOError = BlockingIOError


class IOBase(_IOBase, metaclass=_abc.ABCMeta):
    pass


class RawIOBase(_RawIOBase, IOBase):
    pass


class BufferedIOBase(_BufferedIOBase, IOBase):
    pass


class TextIOBase(_TextIOBase, IOBase):
    pass


for _class in (BytesIO, BufferedReader, BufferedWriter, _StandardBytes):
    BufferedIOBase.register(_class)
for _class in (StringIO, TextIOWrapper):
    TextIOBase.register(_class)
del _class


def text_encoding(encoding, stacklevel=2, /):
    return "locale" if encoding is None else encoding


def open(file, mode="r", buffering=-1, encoding=None, errors=None, newline=None, closefd=True,
         opener=None):
    if not isinstance(mode, str):
        raise TypeError(f"open() argument 'mode' must be str, not {type(mode).__name__}")
    if len(set(mode)) != len(mode) or set(mode) - set("axrwb+t"):
        raise ValueError(f"invalid mode: {mode!r}")
    if len(set(mode) & set("axrw")) != 1:
        raise ValueError("must have exactly one of create/read/write/append mode")
    if mode[0] == "r" and "+" not in mode and not isinstance(file, int):
        raise FileNotFoundError(_errno.ENOENT, "No such file or directory",
                                _meada.root("library_modules")["os"].fspath(file))
    raise NotImplementedError("open(): this machine has no file system")


open_code = open
_meada.root("builtins").open = open
