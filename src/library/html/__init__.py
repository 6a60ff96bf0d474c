# html: text made safe for HTML, and back.
import re

from .entities import html5

__all__ = ["escape", "unescape"]


def escape(s, quote=True):
    s = s.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    if quote:
        s = s.replace('"', "&quot;").replace("'", "&#x27;")
    return s


# What browsers take the numbers 128 to 159 for: Windows' letters.
_windows = dict(enumerate(bytes(range(0x80, 0xa0)).decode("latin-1"), 0x80))
_windows.update(zip((0x80, *range(0x82, 0x8d), 0x8e, *range(0x91, 0x9d), 0x9e, 0x9f),
                    "\u20ac\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152"
                    "\u017d\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a"
                    "\u0153\u017e\u0178"))
_windows[0], _windows[0x0d] = "\ufffd", "\r"


def _is_no_character(point):
    return (point in range(1, 9) or point == 0xb or point in range(0xe, 0x20)
            or point in range(0x7f, 0xa0) or point in range(0xfdd0, 0xfdf0)
            or point & 0xfffe == 0xfffe)


def _replaced(found):
    name = found[1]
    if name[0] == "#":
        digits = name[1:].rstrip(";")
        point = int(digits[1:], 16) if digits[0] in "xX" else int(digits)
        if point in _windows:
            return _windows[point]
        if 0xd800 <= point <= 0xdfff or point > 0x10ffff:
            return "\ufffd"
        return "" if _is_no_character(point) else chr(point)
    if name in html5:
        return html5[name]
    # The longest name that it begins with.
    for end in range(len(name) - 1, 1, -1):
        if name[:end] in html5:
            return html5[name[:end]] + name[end:]
    return "&" + name


_reference = re.compile(r"&(#[0-9]+;?|#[xX][0-9a-fA-F]+;?|[^\t\n\f <&#;]{1,32};?)")


def unescape(s):
    return _reference.sub(_replaced, s) if "&" in s else s
