# posixpath: paths as text. The machine has no files, so nothing exists.
import _meada

curdir, pardir, extsep, sep, pathsep, altsep = ".", "..", ".", "/", ":", None
defpath, devnull = "/bin:/usr/bin", "/dev/null"
supports_unicode_filenames = False

__all__ = ["abspath", "basename", "commonpath", "commonprefix", "dirname", "exists", "expanduser",
           "expandvars", "getatime", "getctime", "getmtime", "getsize", "isabs", "isdir", "isfile",
           "islink", "ismount", "join", "lexists", "normcase", "normpath", "realpath",
           "relpath", "split", "splitdrive", "splitext"]


def fspath(path):
    if isinstance(path, (str, bytes)):
        return path
    method = getattr(type(path), "__fspath__", None)
    if method is None:
        raise TypeError(f"expected str, bytes or os.PathLike object, not {type(path).__name__}")
    text = method(path)
    if not isinstance(text, (str, bytes)):
        raise TypeError(f"expected {type(path).__name__}.__fspath__() to return str or bytes, not "
                        f"{type(text).__name__}")
    return text


def _signs(path):
    # What separates, of the path's own type.
    return (b"/", b".", b"..", b"") if isinstance(path, bytes) else ("/", ".", "..", "")


def normcase(s):
    return fspath(s)


def isabs(s):
    s = fspath(s)
    return s.startswith(_signs(s)[0])


def join(a, *p):
    path = fspath(a)
    slash = _signs(path)[0]
    for part in p:
        part = fspath(part)
        if isinstance(part, str) != isinstance(path, str):
            raise TypeError("Can't mix strings and bytes in path components")
        if part.startswith(slash):
            path = part
        elif not path or path.endswith(slash):
            path += part
        else:
            path += slash + part
    return path


def split(p):
    p = fspath(p)
    slash = _signs(p)[0]
    cut = p.rfind(slash) + 1
    head, tail = p[:cut], p[cut:]
    return head.rstrip(slash) or head, tail


def basename(p):
    return split(p)[1]


def dirname(p):
    return split(p)[0]


def splitext(p):
    p = fspath(p)
    slash, dot = _signs(p)[:2]
    start = p.rfind(slash) + 1
    cut = p.rfind(dot)
    if cut <= start or not p[start:cut].strip(dot):
        return p, p[:0]
    return p[:cut], p[cut:]


def splitdrive(p):
    p = fspath(p)
    return p[:0], p


def normpath(path):
    path = fspath(path)
    slash, dot, up, empty = _signs(path)
    if not path:
        return dot
    lead = slash * (2 if path.startswith(slash * 2) and not path.startswith(slash * 3)
                    else 1 if path.startswith(slash) else 0)
    parts = []
    for part in path.split(slash):
        if part in (empty, dot):
            continue
        if part == up and (parts and parts[-1] != up or lead and not parts):
            if parts:
                parts.pop()
        else:
            parts.append(part)
    return lead + slash.join(parts) or dot


def _working_directory(path):
    directory = _meada.state()["directory"]
    return directory.encode() if isinstance(path, bytes) else directory


def abspath(path):
    path = fspath(path)
    return normpath(path if isabs(path) else join(_working_directory(path), path))


def realpath(filename, *, strict=False):
    return abspath(filename)


def relpath(path, start=None):
    path = fspath(path)
    if not path:
        raise ValueError("no path specified")
    slash, dot, up, _ = _signs(path)
    here = [part for part in abspath(dot if start is None else start).split(slash) if part]
    there = [part for part in abspath(path).split(slash) if part]
    same = len(commonprefix([here, there]))
    return slash.join([up] * (len(here) - same) + there[same:]) or dot


def commonprefix(m):
    if not m:
        return ""
    if not isinstance(m[0], (list, tuple)):
        m = [fspath(path) for path in m]
    least, most = min(m), max(m)
    for at, item in enumerate(least):
        if item != most[at]:
            return least[:at]
    return least


def commonpath(paths):
    paths = [fspath(path) for path in paths]
    if not paths:
        raise ValueError("commonpath() arg is an empty sequence")
    slash, dot = _signs(paths[0])[:2]
    absolute = {path.startswith(slash) for path in paths}
    if len(absolute) > 1:
        raise ValueError("Can't mix absolute and relative paths")
    parts = [[part for part in path.split(slash) if part and part != dot] for path in paths]
    return (slash if absolute.pop() else slash[:0]) + slash.join(commonprefix(parts))


def _environ(path):
    return _meada.root("library_modules")["os"].environ


def expanduser(path):
    path = fspath(path)
    slash = _signs(path)[0]
    tilde = b"~" if isinstance(path, bytes) else "~"
    if not path.startswith(tilde):
        return path
    end = path.find(slash) if slash in path else len(path)
    if end != 1:  # somebody else's: there is nobody else
        return path
    home = _environ(path).get("HOME", "/root")
    home = home.encode() if isinstance(path, bytes) else home
    return home.rstrip(slash) + path[1:] or slash


def expandvars(path):
    path = fspath(path)
    if isinstance(path, bytes):
        return expandvars(path.decode()).encode()
    environ, out, at = _environ(path), [], 0
    while at < len(path):
        end = at + 1
        if path[at] == "$":
            if path[end:end + 1] == "{":
                close = path.find("}", end)
                name, end = (path[end + 1:close], close + 1) if close > 0 else ("", end)
            else:
                while end < len(path) and (path[end] == "_" or path[end].isascii()
                                           and path[end].isalnum()):
                    end += 1
                name = path[at + 1:end]
            if name in environ:
                out.append(environ[name])
                at = end
                continue
        out.append(path[at:end])
        at = end
    return "".join(out)


def exists(path):
    return isdir(path)


lexists = exists


def isfile(path):
    return False


def isdir(s):
    return not isinstance(s, int) and abspath(s) in ("/", _working_directory(""))


def islink(path):
    return False


def _no_status(path):
    return _meada.root("library_modules")["os"].stat(path)


getsize = getmtime = getatime = getctime = _no_status


def samefile(f1, f2):
    for each in (f1, f2):
        _no_status(each)


def ismount(path):
    return abspath(path) == "/"
