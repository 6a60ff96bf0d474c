# linecache: the lines of what runs, for tracebacks.
import _meada

__all__ = ["getline", "clearcache", "checkcache", "lazycache"]
cache = {}  # file: (size, time, lines, name), as scripts put them here


def getlines(filename, module_globals=None):
    if filename in cache:
        return cache[filename][2]
    text = _meada.state().get(filename)
    return [line + "\n" for line in text.splitlines()] if isinstance(text, str) else []


def getline(filename, lineno, module_globals=None):
    lines = getlines(filename)
    return lines[lineno - 1] if 1 <= lineno <= len(lines) else ""


def clearcache():
    cache.clear()


def checkcache(filename=None):
    pass


def lazycache(filename, module_globals):
    return False
