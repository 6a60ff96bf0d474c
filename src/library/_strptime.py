# strptime of datetime and time: a format becomes a pattern, what it finds becomes fields.
import datetime
import re

_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september",
           "october", "november", "december")


def _names(names, length=None):
    return "|".join(sorted([name[:length] for name in names], key=len, reverse=True))


_CLOCK = r"[0-5]\d|\d"
_WEEK = r"5[0-3]|[0-4]\d|\d"
_PATTERNS = {
    "d": r"3[01]|[12]\d|0[1-9]|[1-9]| [1-9]", "f": r"\d{1,6}", "H": r"2[0-3]|[01]\d|\d",
    "I": r"1[0-2]|0[1-9]|[1-9]| [1-9]", "G": r"\d{4}",
    "j": r"36[0-6]|3[0-5]\d|[12]\d\d|0[1-9]\d|00[1-9]|[1-9]\d|0[1-9]|[1-9]",
    "m": r"1[0-2]|0[1-9]|[1-9]", "M": _CLOCK, "S": r"6[01]|" + _CLOCK, "U": _WEEK, "W": _WEEK,
    "w": "[0-6]", "u": "[1-7]", "V": r"5[0-3]|0[1-9]|[1-4]\d|\d", "y": r"\d\d", "Y": r"\d{4}",
    "z": r"[+-]\d\d:?[0-5]\d(?::?[0-5]\d(?:\.\d{1,6})?)?|(?-i:Z)", "A": _names(_DAYS),
    "a": _names(_DAYS, 3), "B": _names(_MONTHS), "b": _names(_MONTHS, 3), "p": "am|pm",
    "Z": "utc|gmt",
}
_COMPOSED = {"c": "%a %b %d %H:%M:%S %Y", "x": "%m/%d/%y", "X": "%H:%M:%S"}
_patterns = {}


def _pattern_of(format):
    found = _patterns.get(format)
    if found is None:
        if len(_patterns) > 20:
            _patterns.clear()
        found = _patterns[format] = re.compile(_source_of(format, format), re.IGNORECASE)
    return found


def _source_of(format, whole):
    pieces, at = [], 0
    while at < len(format):
        character = format[at]
        at += 1
        if character.isspace():
            while at < len(format) and format[at].isspace():
                at += 1
            pieces.append(r"\s+")
        elif character != "%":
            pieces.append(re.escape(character))
        elif at == len(format):
            raise ValueError(f"stray % in format '{whole}'")
        else:
            letter = format[at]
            at += 1
            if letter == "%":
                pieces.append("%")
            elif letter in _COMPOSED:
                pieces.append(_source_of(_COMPOSED[letter], whole))
            elif letter in _PATTERNS:
                pieces.append(f"(?P<{letter}>{_PATTERNS[letter]})")
            else:
                raise ValueError(f"'{letter}' is a bad directive in format '{whole}'")
    return "".join(pieces)


def _found(text, format):
    for name, value in (("0", text), ("1", format)):
        if not isinstance(value, str):
            raise TypeError(f"strptime() argument {name} must be str, not {type(value)}")
    match = _pattern_of(format).match(text)
    if match is None:
        raise ValueError(f"time data {text!r} does not match format {format!r}")
    if len(text) != match.end():
        raise ValueError(f"unconverted data remains: {text[match.end():]}")
    return match.groupdict()


def _hour(found):
    if "H" in found:
        return int(found["H"])
    if "I" not in found:
        return 0
    hour = int(found["I"]) % 12
    return hour + 12 if found.get("p", "").lower() == "pm" else hour


def _zone(text):
    # Seconds and microseconds east; None: not said.
    if text is None:
        return None
    if text == "Z":
        return 0, 0
    if ":" in text and text[3:4] != ":":
        raise ValueError(f"Inconsistent use of : in {text}")
    digits = text[1:].replace(":", "")
    seconds = int(digits[:2]) * 3600 + int(digits[2:4]) * 60 + int(digits[4:6] or "0")
    part = int(digits[7:].ljust(6, "0"))
    return (-seconds, -part) if text[0] == "-" else (seconds, part)


def _weekday(found):
    # From Monday; None: not said.
    if "A" in found:
        return _DAYS.index(found["A"].lower())
    if "a" in found:
        return [name[:3] for name in _DAYS].index(found["a"].lower())
    if "w" in found:
        return (int(found["w"]) + 6) % 7
    if "u" in found:
        return int(found["u"]) - 1
    return None


def _year(found):
    if "Y" in found:
        return int(found["Y"])
    if "y" in found:
        year = int(found["y"])
        return year + (2000 if year < 69 else 1900)
    return None


def _month(found):
    if "m" in found:
        return int(found["m"])
    if "B" in found:
        return _MONTHS.index(found["B"].lower()) + 1
    if "b" in found:
        return [name[:3] for name in _MONTHS].index(found["b"].lower()) + 1
    return None


def _check_iso(found, year, weekday):
    if "G" in found:
        if "j" in found:
            raise ValueError("Day of the year directive '%j' is not compatible with ISO year "
                             "directive '%G'. Use '%Y' instead.")
        if "V" not in found or weekday is None:
            raise ValueError("ISO year directive '%G' must be used with the ISO week directive "
                             "'%V' and a weekday directive ('%A', '%a', '%w', or '%u').")
    elif "V" in found:
        if year is None or weekday is None:
            raise ValueError("ISO week directive '%V' must be used with the ISO year directive "
                             "'%G' and a weekday directive ('%A', '%a', '%w', or '%u').")
        raise ValueError("ISO week directive '%V' is incompatible with the year directive '%Y'. "
                         "Use the ISO year '%G' instead.")


def _date(found):
    # (year, month, day, weekday, day of the year)
    year, month, weekday = _year(found), _month(found), _weekday(found)
    _check_iso(found, year, weekday)
    day = int(found["d"]) if "d" in found else None
    leap_day = year is None and month == 2 and day == 29
    real_year = 1904 if leap_day else 1900 if year is None else year
    moved = None
    if "j" in found:
        moved = datetime.date(real_year, 1, 1).toordinal() + int(found["j"]) - 1
    elif "G" in found:
        moved = datetime.date.fromisocalendar(int(found["G"]), int(found["V"]),
                                              weekday + 1).toordinal()
    elif year is not None and weekday is not None and ("U" in found or "W" in found):
        first = datetime.date(year, 1, 1)
        if "W" in found:
            before, week, place = first.weekday(), int(found["W"]), weekday
        else:
            before, week, place = (first.weekday() + 1) % 7, int(found["U"]), (weekday + 1) % 7
        if week:
            moved = first.toordinal() + (7 - before) % 7 + 7 * (week - 1) + place
        else:
            moved = first.toordinal() + place - before
    if moved is not None:
        if month is None or "j" not in found:
            moment = datetime.date.fromordinal(moved)
            real_year, month, day = moment.year, moment.month, moment.day
    month, day = month or 1, day or 1
    moment = datetime.date(real_year, month, day)
    if weekday is None:
        weekday = moment.weekday()
    number = moment.toordinal() - datetime.date(real_year, 1, 1).toordinal() + 1
    return 1900 if leap_day else real_year, month, day, weekday, number


def datetime_fields(text, format):
    found = _found(text, format)
    year, month, day, _, _ = _date(found)
    zone = _zone(found.get("z"))
    if zone is not None:
        offset = datetime.timedelta(seconds=zone[0], microseconds=zone[1])
        name = found.get("Z")
        zone = datetime.timezone(offset, name) if name else datetime.timezone(offset)
    return (year, month, day, _hour(found), int(found.get("M", 0)), int(found.get("S", 0)),
            int(found.get("f", "0").ljust(6, "0")), zone)


def time_fields(text, format):
    found = _found(text, format)
    year, month, day, weekday, number = _date(found)
    daylight = 0 if found.get("Z") else -1
    return (year, month, day, _hour(found), int(found.get("M", 0)), int(found.get("S", 0)),
            weekday, number, daylight)
