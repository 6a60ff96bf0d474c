# What fromisoformat of datetime's classes reads: ISO 8601 as Python 3.11 takes it.
import datetime
import re

_DATE = (r"(?P<year>[0-9]{4})(?:(?P<dash>-?)W(?P<week>[0-9]{2})(?:(?P=dash)(?P<weekday>[0-9]))?"
         r"|-(?P<month>[0-9]{2})-(?P<day>[0-9]{2})|(?P<month2>[0-9]{2})(?P<day2>[0-9]{2}))")
_CLOCK = (r"[0-9]{2}(?::[0-9]{2}(?::[0-9]{2}(?:[.,][0-9]+)?)?"
          r"|[0-9]{2}(?:[0-9]{2}(?:[.,][0-9]+)?)?)?")
_TIME = rf"(?P<clock>{_CLOCK})(?P<zone>Z|[+-]{_CLOCK})?"
_date = re.compile(_DATE).fullmatch
_time = re.compile("T?" + _TIME).fullmatch
_datetime = re.compile(f"{_DATE}(?:.{_TIME})?", re.DOTALL).fullmatch


def _wrong(text):
    return ValueError(f"Invalid isoformat string: {text!r}")


def _date_of(match):
    year = int(match["year"])
    if match["week"]:
        return datetime._of_iso_week(year, int(match["week"]), int(match["weekday"] or "1"))
    return year, int(match["month"] or match["month2"]), int(match["day"] or match["day2"])


def _clock_of(text):
    # Hour, minute, second, microsecond.
    digits, _, part = text.replace(":", "").replace(",", ".").partition(".")
    digits = digits.ljust(6, "0")
    return int(digits[:2]), int(digits[2:4]), int(digits[4:]), int(part[:6].ljust(6, "0"))


def _zone_of(text):
    if text is None:
        return None
    if text == "Z":
        return datetime.timezone.utc
    hours, minutes, seconds, part = _clock_of(text[1:])
    offset = datetime.timedelta(hours=hours, minutes=minutes, seconds=seconds, microseconds=part)
    return datetime.timezone(-offset if text[0] == "-" else offset)


def date_fields(text):
    match = _date(text)
    if match is None:
        raise _wrong(text)
    return _date_of(match)


def time_fields(text):
    match = _time(text)
    if match is None:
        raise _wrong(text)
    return *_clock_of(match["clock"]), _zone_of(match["zone"])


def datetime_fields(text):
    match = _datetime(text)
    if match is None:
        raise _wrong(text)
    if match["clock"] is None:
        return _date_of(match)
    return *_date_of(match), *_clock_of(match["clock"]), _zone_of(match["zone"])
