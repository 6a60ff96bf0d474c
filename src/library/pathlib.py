# pathlib: paths as objects. The machine has no files, so nothing exists, and what would make,
# read or change something is not there.
import fnmatch
import os
import re
from collections.abc import Sequence

__all__ = ["PurePath", "PurePosixPath", "PureWindowsPath", "Path", "PosixPath", "WindowsPath"]

_reserved = {"CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$",
             *(port + digit for port in ("COM", "LPT")
               for digit in "123456789\u00b9\u00b2\u00b3")}
_reserved_in_uris = re.compile(r"[^A-Za-z0-9_.~/-]")


def _quote(path, kept=""):
    # As urllib.parse.quote_from_bytes.
    return "".join(chr(byte) if chr(byte).isascii() and (chr(byte).isalnum() or chr(byte)
                                                        in "_.-~/" + kept)
                   else f"%{byte:02X}" for byte in path)


class _PosixFlavour:
    sep, altsep = "/", ""

    def split_root(self, part):
        if part[:1] != "/":
            return "", "", part
        rest = part.lstrip("/")
        # Two slashes, but not three, are a root of their own.
        return "", "//" if len(part) - len(rest) == 2 else "/", rest

    def casefold(self, text):
        return text

    def is_match(self, name, pattern):
        return fnmatch.fnmatchcase(name, pattern)

    def is_reserved(self, parts):
        return False

    def make_uri(self, path):
        return "file://" + _quote(bytes(path))


class _WindowsFlavour:
    sep, altsep = "\\", "/"

    def split_root(self, part):
        whole, prefix = part, ""
        if part.startswith("\\\\?\\"):
            prefix, part = part[:4], part[4:]
            if part[:3] == "UNC" and part[3:4] == "\\":
                prefix, part = prefix + "UNC", part[3:]
                part = "\\" + part
                drive, root, rest = self._split_share(part)
                return (prefix + drive[1:], root, rest) if drive else ("", "", whole)
            drive = part[:2] if self._has_drive(part) else ""
            part = part[len(drive):]
            if part[:1] == "\\":
                return prefix + drive, "\\", part.lstrip("\\")
            return prefix + drive, "", part
        if part.startswith("\\\\") and part[2:3] != "\\":
            drive, root, rest = self._split_share(part)
            if drive:
                return drive, root, rest
        drive = part[:2] if self._has_drive(part) else ""
        part = part[len(drive):]
        if part[:1] == "\\":
            return drive, "\\", part.lstrip("\\")
        return drive, "", part

    def _has_drive(self, part):
        return part[1:2] == ":" and part[0].isascii() and part[0].isalpha()

    def _split_share(self, part):
        # \\server\share\rest
        middle = part.find("\\", 2)
        if middle < 0:
            return "", "", part
        end = part.find("\\", middle + 1)
        if end == middle + 1:  # no share
            return "", "", part
        if end < 0:
            end = len(part)
        return part[:end], "\\", part[end + 1:]

    def casefold(self, text):
        return text.lower()

    def is_match(self, name, pattern):
        return fnmatch.fnmatchcase(name.lower(), pattern.lower())

    def is_reserved(self, parts):
        if not parts or parts[0].startswith("\\\\"):
            return False
        name = parts[-1].partition(".")[0].partition(":")[0].rstrip(" ")
        return name.upper() in _reserved

    def make_uri(self, path):
        drive = path.drive
        if len(drive) == 2 and drive[1] == ":":
            return f"file:///{drive}{_quote(path.as_posix()[2:].encode('utf-8'))}"
        return "file:" + _quote(path.as_posix().encode("utf-8"))


class _Parents(Sequence):
    def __init__(self, path):
        self._class, self._drive, self._root = type(path), path._drive, path._root
        self._parts = path._parts

    def __len__(self):
        return len(self._parts) - (1 if self._drive or self._root else 0)

    def __getitem__(self, index):
        if isinstance(index, slice):
            return tuple(self[each] for each in range(*index.indices(len(self))))
        if index >= len(self) or index < -len(self):
            raise IndexError(index)
        if index < 0:
            index += len(self)
        return self._class._made(self._drive, self._root, self._parts[:-index - 1])

    def __repr__(self):
        return f"<{self._class.__name__}.parents>"


class PurePath:
    __slots__ = ("_drive", "_root", "_parts", "_text", "_key")
    _flavour = _PosixFlavour()

    def __new__(cls, *args):
        if cls is PurePath:
            cls = PurePosixPath
        return cls._made(*cls._parse(args))

    @classmethod
    def _made(cls, drive, root, parts):
        self = object.__new__(cls)
        self._drive, self._root, self._parts = drive, root, parts
        return self

    def __reduce__(self):
        return self.__class__, tuple(self._parts)

    @classmethod
    def _texts(cls, args):
        texts = []
        for arg in args:
            if isinstance(arg, PurePath):
                texts += arg._parts
                continue
            arg = os.fspath(arg)
            if not isinstance(arg, str):
                raise TypeError("argument should be a str object or an os.PathLike object "
                                f"returning str, not {type(arg)!r}")
            texts.append(str(arg))
        return texts

    @classmethod
    def _parse(cls, args):
        # The last absolute one is where the path begins; one with a root keeps the drive before.
        flavour = cls._flavour
        drive, root, names = "", "", []
        for text in reversed(cls._texts(args)):
            if not text:
                continue
            if flavour.altsep:
                text = text.replace(flavour.altsep, flavour.sep)
            if root:
                drive = flavour.split_root(text)[0]
            else:
                drive, root, rest = flavour.split_root(text)
                names[:0] = [name for name in rest.split(flavour.sep) if name and name != "."]
            if drive or (root and not flavour.altsep):
                break
        return drive, root, [drive + root] + names if drive or root else names

    def _joined(self, args):
        flavour = self._flavour
        drive, root, parts = self._parse(args)
        if root and (drive or not self._drive):
            return self._made(drive, root, parts)
        if root:
            return self._made(self._drive, root, [self._drive + root] + parts[1:])
        if drive and flavour.casefold(drive) != flavour.casefold(self._drive):
            return self._made(drive, root, parts)
        own = self._parts
        if drive:  # the same drive, and relative to where it is
            return self._made(self._drive, self._root, own + parts[1:])
        return self._made(self._drive, self._root, own + parts)

    def __str__(self):
        try:
            return self._text
        except AttributeError:
            sep = self._flavour.sep
            if self._drive or self._root:
                text = self._drive + self._root + sep.join(self._parts[1:])
            else:
                text = sep.join(self._parts)
            self._text = text or "."
            return self._text

    def __fspath__(self):
        return str(self)

    def as_posix(self):
        return str(self).replace(self._flavour.sep, "/")

    def __bytes__(self):
        return os.fsencode(self)

    def __repr__(self):
        return f"{self.__class__.__name__}({self.as_posix()!r})"

    def as_uri(self):
        if not self.is_absolute():
            raise ValueError("relative path can't be expressed as a file URI")
        return self._flavour.make_uri(self)

    @property
    def _folded(self):
        try:
            return self._key
        except AttributeError:
            self._key = [self._flavour.casefold(part) for part in self._parts]
            return self._key

    def __eq__(self, other):
        if not isinstance(other, PurePath):
            return NotImplemented
        return self._folded == other._folded and self._flavour is other._flavour

    def __hash__(self):
        return hash(tuple(self._folded))

    def _is_like(self, other):
        return isinstance(other, PurePath) and self._flavour is other._flavour

    def __lt__(self, other):
        return self._folded < other._folded if self._is_like(other) else NotImplemented

    def __le__(self, other):
        return self._folded <= other._folded if self._is_like(other) else NotImplemented

    def __gt__(self, other):
        return self._folded > other._folded if self._is_like(other) else NotImplemented

    def __ge__(self, other):
        return self._folded >= other._folded if self._is_like(other) else NotImplemented

    @property
    def drive(self):
        return self._drive

    @property
    def root(self):
        return self._root

    @property
    def anchor(self):
        return self._drive + self._root

    @property
    def name(self):
        return self._parts[-1] if len(self._parts) > bool(self.anchor) else ""

    @property
    def suffix(self):
        name = self.name
        dot = name.rfind(".")
        return name[dot:] if 0 < dot < len(name) - 1 else ""

    @property
    def suffixes(self):
        if self.name.endswith("."):
            return []
        return ["." + suffix for suffix in self.name.lstrip(".").split(".")[1:]]

    @property
    def stem(self):
        return self.name[:len(self.name) - len(self.suffix)]

    def _with_last(self, name):
        return self._made(self._drive, self._root, self._parts[:-1] + [name])

    def with_name(self, name):
        if not self.name:
            raise ValueError(f"{self!r} has an empty name")
        flavour = self._flavour
        drive, root, parts = self._parse((name,))
        if (not name or name[-1] in [flavour.sep, flavour.altsep] or drive or root
                or len(parts) != 1):
            raise ValueError(f"Invalid name {name!r}")
        return self._with_last(name)

    def with_stem(self, stem):
        return self.with_name(stem + self.suffix)

    def with_suffix(self, suffix):
        flavour = self._flavour
        if flavour.sep in suffix or flavour.altsep and flavour.altsep in suffix:
            raise ValueError(f"Invalid suffix {suffix!r}")
        if suffix and not suffix.startswith(".") or suffix == ".":
            raise ValueError(f"Invalid suffix {suffix!r}")
        name = self.name
        if not name:
            raise ValueError(f"{self!r} has an empty name")
        return self._with_last(name[:len(name) - len(self.suffix)] + suffix)

    def relative_to(self, *other):
        if not other:
            raise TypeError("need at least one argument")
        flavour = self._flavour
        drive, root, there = self._parse(other)

        def split(drive, root, parts):
            return [drive, root] + parts[1:] if root else [drive] + parts[1:] if drive else parts
        mine, theirs = split(self._drive, self._root, self._parts), split(drive, root, there)
        count = len(theirs)
        folded = [flavour.casefold(part) for part in mine[:count]]
        if (self._root or self._drive if count == 0
                else folded != [flavour.casefold(part) for part in theirs]):
            where = str(self._made(drive, root, there)) if there else ""
            raise ValueError(f"{str(self)!r} is not in the subpath of {where!r} OR one path is "
                             "relative and the other is absolute.")
        return self._made("", self._root if count == 1 else "", mine[count:])

    def is_relative_to(self, *other):
        try:
            self.relative_to(*other)
            return True
        except ValueError:
            return False

    @property
    def parts(self):
        return tuple(self._parts)

    def joinpath(self, *args):
        return self._joined(args)

    def __truediv__(self, key):
        try:
            return self._joined((key,))
        except TypeError:
            return NotImplemented

    def __rtruediv__(self, key):
        try:
            return self._made(*self._parse([key] + self._parts))
        except TypeError:
            return NotImplemented

    @property
    def parent(self):
        if len(self._parts) == bool(self.anchor):
            return self
        return self._made(self._drive, self._root, self._parts[:-1])

    @property
    def parents(self):
        return _Parents(self)

    def is_absolute(self):
        return bool(self._root and (self._drive or not self._flavour.altsep))

    def is_reserved(self):
        return self._flavour.is_reserved(self._parts)

    def match(self, path_pattern):
        flavour = self._flavour
        drive, root, wanted = self._parse((flavour.casefold(path_pattern),))
        if not wanted:
            raise ValueError("empty pattern")
        if drive and drive != flavour.casefold(self._drive):
            return False
        if root and root != flavour.casefold(self._root):
            return False
        parts = self._folded
        if drive or root:
            if len(wanted) != len(parts):
                return False
            wanted = wanted[1:]
        elif len(wanted) > len(parts):
            return False
        return all(fnmatch.fnmatchcase(part, pattern)
                   for part, pattern in zip(reversed(parts), reversed(wanted)))


os.PathLike.register(PurePath)


class PurePosixPath(PurePath):
    __slots__ = ()


class PureWindowsPath(PurePath):
    __slots__ = ()
    _flavour = _WindowsFlavour()


def _needs_files(name):
    def method(self, *args, **kwargs):
        raise NotImplementedError(f"pathlib.Path.{name}: this machine has no file system")
    method.__name__, method.__qualname__ = name, f"Path.{name}"
    return method


class Path(PurePath):
    __slots__ = ()

    def __new__(cls, *args, **kwargs):
        if cls is Path:
            cls = PosixPath
        if cls._flavour.altsep:
            raise NotImplementedError(f"cannot instantiate {cls.__name__!r} on your system")
        return cls._made(*cls._parse(args))

    @classmethod
    def cwd(cls):
        return cls(os.getcwd())

    @classmethod
    def home(cls):
        return cls("~").expanduser()

    def expanduser(self):
        if self.anchor or not self._parts or self._parts[0][:1] != "~":
            return self
        home = os.path.expanduser(self._parts[0])
        if home[:1] == "~":
            raise RuntimeError("Could not determine home directory.")
        return self._made(*self._parse([home, *self._parts[1:]]))

    def absolute(self):
        return self if self.is_absolute() else self._made(*self._parse([self.cwd()] + self._parts))

    def resolve(self, strict=False):
        if strict:
            self.stat()
        return self.__class__(os.path.realpath(self))

    def stat(self, *, follow_symlinks=True):
        return os.stat(self)

    def lstat(self):
        return self.stat(follow_symlinks=False)

    def open(self, mode="r", buffering=-1, encoding=None, errors=None, newline=None):
        return open(self, mode, buffering, encoding, errors, newline)

    def read_text(self, encoding=None, errors=None):
        with self.open("r", -1, encoding, errors) as file:
            return file.read()

    def read_bytes(self):
        with self.open("rb") as file:
            return file.read()

    def write_text(self, data, encoding=None, errors=None, newline=None):
        if not isinstance(data, str):
            raise TypeError(f"data must be str, not {data.__class__.__name__}")
        with self.open("w", -1, encoding, errors, newline) as file:
            return file.write(data)

    def write_bytes(self, data):
        data = memoryview(data)
        with self.open("wb") as file:
            return file.write(data)

    def unlink(self, missing_ok=False):
        try:
            os.unlink(self)
        except FileNotFoundError:
            if not missing_ok:
                raise

    def rename(self, target):
        os.rename(self, target)
        return self.__class__(target)

    def replace(self, target):
        os.replace(self, target)
        return self.__class__(target)

    def rmdir(self):
        os.rmdir(self)

    def chmod(self, mode, *, follow_symlinks=True):
        os.chmod(self, mode)

    def readlink(self):
        return self.__class__(os.readlink(self))

    def iterdir(self):
        for name in os.listdir(self):
            yield self / name

    def exists(self):
        return os.path.exists(self)

    def is_dir(self):
        return os.path.isdir(self)

    def is_file(self):
        return False

    is_symlink = is_socket = is_fifo = is_block_device = is_char_device = is_file

    def is_mount(self):
        return os.path.ismount(self)

    def __enter__(self):
        return self

    def __exit__(self, kind, error, place):
        pass


for _each in ("glob group hardlink_to lchmod link_to mkdir owner rglob samefile symlink_to "
              "touch").split():
    setattr(Path, _each, _needs_files(_each))


class PosixPath(Path, PurePosixPath):
    __slots__ = ()


class WindowsPath(Path, PureWindowsPath):
    __slots__ = ()
