# glob: names of files by a pattern. The machine has none.
import re

from _no_files import missing

__all__ = ["escape", "glob", "iglob"]

_magic = re.compile("([*?[])")
_magic_bytes = re.compile(b"([*?[])")


def has_magic(s):
    return (_magic_bytes if isinstance(s, bytes) else _magic).search(s) is not None


def escape(pathname):
    if isinstance(pathname, bytes):
        return _magic_bytes.sub(br"[\1]", pathname)
    return _magic.sub(r"[\1]", pathname)


globals().update(missing("glob", "glob iglob"))
