# shutil: the size of the terminal; what copies, moves and removes files is not there.
import os

from _no_files import missing

__all__ = ["copyfileobj", "copyfile", "copymode", "copystat", "copy", "copy2", "copytree", "move",
           "rmtree", "Error", "SpecialFileError", "ExecError", "make_archive",
           "get_archive_formats", "unpack_archive", "ReadError", "RegistryError", "ignore_patterns",
           "chown", "which", "get_terminal_size", "SameFileError", "disk_usage"]


class Error(OSError):
    pass


class SameFileError(Error):
    pass


class SpecialFileError(OSError):
    pass


class ExecError(OSError):
    pass


class ReadError(OSError):
    pass


class RegistryError(Exception):
    pass


def get_terminal_size(fallback=(80, 24)):
    size = []
    for name in ("COLUMNS", "LINES"):
        try:
            size.append(int(os.environ[name]))
        except (KeyError, ValueError):
            size.append(0)
    columns, lines = size
    if columns <= 0 or lines <= 0:
        try:
            terminal = os.get_terminal_size()
        except (AttributeError, ValueError, OSError):
            terminal = os.terminal_size(fallback)
        columns = columns if columns > 0 else terminal.columns or fallback[0]
        lines = lines if lines > 0 else terminal.lines or fallback[1]
    return os.terminal_size((columns, lines))


def copyfileobj(fsrc, fdst, length=0):
    while piece := fsrc.read(length or 65536):
        fdst.write(piece)


def ignore_patterns(*patterns):
    def ignored(path, names):
        import fnmatch
        return {name for pattern in patterns for name in fnmatch.filter(names, pattern)}
    return ignored


def which(cmd, mode=1, path=None):
    return None  # there are no programs


def _of_source(name):
    def function(src, dst, *args, **kwargs):
        os.stat(src)  # which is not there
    function.__name__ = function.__qualname__ = name
    return function


for _each in "copyfile copymode copystat copy copy2 copytree move".split():
    globals()[_each] = _of_source(_each)


def rmtree(path, ignore_errors=False, onerror=None, *, dir_fd=None):
    try:
        os.lstat(path)
    except FileNotFoundError as error:
        if onerror is not None:
            onerror(os.lstat, path, (FileNotFoundError, error, error.__traceback__))
        elif not ignore_errors:
            raise


del _each
globals().update(missing("shutil", "make_archive get_archive_formats unpack_archive chown "
                         "disk_usage"))
