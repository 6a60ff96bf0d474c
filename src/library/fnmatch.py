# fnmatch: shell patterns as regular expressions. A run of `*` is one, and each that is followed by
# something takes the shortest text there is, because a longer one could not match more.
import functools
import os
import re

__all__ = ["filter", "fnmatch", "fnmatchcase", "translate"]


def fnmatch(name, pat):
    return fnmatchcase(os.path.normcase(name), os.path.normcase(pat))


@functools.lru_cache(maxsize=32768, typed=True)
def _compile_pattern(pat):
    if isinstance(pat, bytes):
        return re.compile(bytes(translate(str(pat, "ISO-8859-1")), "ISO-8859-1")).match
    return re.compile(translate(pat)).match


def fnmatchcase(name, pat):
    return _compile_pattern(pat)(name) is not None


def filter(names, pat):
    match = _compile_pattern(os.path.normcase(pat))
    return [name for name in names if match(name)]


_any = object()


def _pieces(pat):
    # The pattern as regular expressions of one character each, and _any where `*` stands.
    at, pieces = 0, []
    while at < len(pat):
        letter = pat[at]
        at += 1
        if letter == "*":
            if not pieces or pieces[-1] is not _any:
                pieces.append(_any)
        elif letter == "?":
            pieces.append(".")
        elif letter == "[":
            # A bracket that comes first, or behind `!`, is one of the set.
            first = at + (pat[at:at + 1] == "!")
            end = pat.find("]", first + (pat[first:first + 1] == "]"))
            if end < 0:
                pieces.append("\\[")
            else:
                pieces.append(_set_of(pat[at:end]))
                at = end + 1
        else:
            pieces.append(re.escape(letter))
    return pieces


def _set_of(stuff):
    if "-" not in stuff:
        stuff = stuff.replace("\\", r"\\")
    else:
        stuff = "-".join(_ranges(stuff))
    stuff = re.sub(r"([&~|])", r"\\\1", stuff)
    if not stuff:
        return "(?!)"  # an empty range
    if stuff == "!":
        return "."
    if stuff[0] == "!":
        stuff = "^" + stuff[1:]
    elif stuff[0] in "^[":
        stuff = "\\" + stuff
    return f"[{stuff}]"


def _ranges(stuff):
    # What stands between the hyphens that make ranges; ranges that are empty are left out.
    chunks, start = [], 0
    at = 2 if stuff[0] == "!" else 1
    while (at := stuff.find("-", at)) >= 0:
        chunks.append(stuff[start:at])
        start = at + 1
        at += 3
    if stuff[start:]:
        chunks.append(stuff[start:])
    else:
        chunks[-1] += "-"
    for index in range(len(chunks) - 1, 0, -1):
        if chunks[index - 1][-1] > chunks[index][0]:
            chunks[index - 1:index + 1] = [chunks[index - 1][:-1] + chunks[index][1:]]
    return [chunk.replace("\\", r"\\").replace("-", r"\-") for chunk in chunks]


def translate(pat):
    pieces = _pieces(pat)
    fixed = []
    while pieces and pieces[0] is not _any:
        fixed.append(pieces.pop(0))
    text = "".join(fixed)
    while pieces:
        pieces.pop(0)  # the star
        fixed = []
        while pieces and pieces[0] is not _any:
            fixed.append(pieces.pop(0))
        if not fixed:
            text += ".*"
        elif pieces:
            text += f"(?>.*?{''.join(fixed)})"
        else:
            text += f".*{''.join(fixed)}"
    return rf"(?s:{text})\Z"
