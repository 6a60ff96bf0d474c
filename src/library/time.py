# time: clocks and sleeping on the machine's virtual time, over natives in time.cpp.
import _meada

timezone = altzone = daylight = 0
tzname = ("UTC", "UTC")

_now, _now_ns, _time_ns = _meada.now, _meada.now_ns, _meada.time_ns


def time():
    # A run starts at the moment of a knob: a clock that differed would make no run like another.
    return _time_ns() / 1e9


def time_ns():
    return _time_ns()


def monotonic():
    return _now()


def monotonic_ns():
    return _now_ns()


def perf_counter():
    return _now()


def perf_counter_ns():
    return _now_ns()


def process_time():
    return _meada.work_ns() / 1e9


def process_time_ns():
    return _meada.work_ns()


thread_time, thread_time_ns = process_time, process_time_ns


CLOCK_REALTIME, CLOCK_MONOTONIC, CLOCK_PROCESS_CPUTIME_ID, CLOCK_THREAD_CPUTIME_ID = range(4)
CLOCK_MONOTONIC_RAW, CLOCK_BOOTTIME, CLOCK_TAI = 4, 7, 11


def clock_gettime_ns(clk_id, /):
    if clk_id in (CLOCK_REALTIME, CLOCK_TAI):
        return _time_ns()
    if clk_id in (CLOCK_PROCESS_CPUTIME_ID, CLOCK_THREAD_CPUTIME_ID):
        return _meada.work_ns()
    if clk_id in (CLOCK_MONOTONIC, CLOCK_MONOTONIC_RAW, CLOCK_BOOTTIME):
        return _now_ns()
    raise OSError(22, "Invalid argument")


def clock_gettime(clk_id, /):
    return clock_gettime_ns(clk_id) / 1e9


def clock_getres(clk_id, /):
    clock_gettime_ns(clk_id)
    return 1e-09


def sleep(seconds, /):
    if not isinstance(seconds, (int, float)):
        method = getattr(type(seconds), "__float__", None) or getattr(type(seconds), "__index__",
                                                                       None)
        if method is None:
            raise TypeError(
                f"'{type(seconds).__name__}' object cannot be interpreted as an integer")
        seconds = method(seconds)
    if seconds != seconds:
        raise ValueError("Invalid value NaN (not a number)")
    if seconds < 0:
        raise ValueError("sleep length must be non-negative")
    if seconds > 9223372036:
        raise OverflowError("timestamp too large to convert to C _PyTime_t")
    nanoseconds = int(seconds * 1e9)
    _meada.sleep_ns(nanoseconds if nanoseconds >= seconds * 1e9 else nanoseconds + 1)


_NAMES = ("tm_year", "tm_mon", "tm_mday", "tm_hour", "tm_min", "tm_sec", "tm_wday", "tm_yday",
          "tm_isdst")
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September",
           "October", "November", "December")


class struct_time(tuple):
    tm_zone = "UTC"
    tm_gmtoff = 0

    def __new__(cls, sequence, dict={}):
        return tuple.__new__(cls, sequence)

    def __reduce__(self):
        return struct_time, (tuple(self), {"tm_zone": self.tm_zone, "tm_gmtoff": self.tm_gmtoff})

    def __getattr__(self, name):
        if name in _NAMES:
            return self[_NAMES.index(name)]
        raise AttributeError(f"'time.struct_time' object has no attribute '{name}'")

    def __repr__(self):
        pairs = ", ".join([f"{name}={value!r}" for name, value in zip(_NAMES, self)])
        return f"time.struct_time({pairs})"


def _is_leap(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def _days_before(year):
    year -= 1
    return year * 365 + year // 4 - year // 100 + year // 400


def _month_lengths(year):
    return (31, 29 if _is_leap(year) else 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def gmtime(seconds=None, /):
    seconds = int(time() if seconds is None else seconds // 1)
    days, rest = seconds // 86400, seconds % 86400
    number = days + _days_before(1970)
    year = number * 400 // 146097 + 1
    while _days_before(year) > number:
        year -= 1
    while _days_before(year + 1) <= number:
        year += 1
    day_of_year = number - _days_before(year)
    day, month = day_of_year, 1
    for length in _month_lengths(year):
        if day < length:
            break
        day -= length
        month += 1
    return struct_time((year, month, day + 1, rest // 3600, rest // 60 % 60, rest % 60,
                        (days + 3) % 7, day_of_year + 1, 0))


localtime = gmtime


def mktime(fields, /):
    year, month, day, hour, minute, second = tuple(fields)[:6]
    days = _days_before(year) - _days_before(1970) + sum(_month_lengths(year)[:month - 1]) + day - 1
    return float(days * 86400 + hour * 3600 + minute * 60 + second)


def _iso_week(year, day_of_year, weekday):
    # The week belongs to the year in which its Thursday is.
    thursday = day_of_year + 3 - weekday
    if thursday < 1:
        year -= 1
        thursday += 365 + _is_leap(year)
    elif thursday > 365 + _is_leap(year):
        thursday -= 365 + _is_leap(year)
        year += 1
    return year, (thursday + 6) // 7


def strptime(text, format="%a %b %d %H:%M:%S %Y", /):
    import _strptime
    return struct_time(_strptime.time_fields(text, format))


def strftime(format, fields=None, /):
    t = gmtime() if fields is None else tuple(fields)
    year, month, day, hour, minute, second, weekday, day_of_year = t[:8]
    parts = {
        "Y": f"{year}", "y": f"{year % 100:02}", "m": f"{month:02}", "d": f"{day:02}",
        "H": f"{hour:02}", "I": f"{(hour + 11) % 12 + 1:02}", "M": f"{minute:02}",
        "S": f"{second:02}", "j": f"{day_of_year:03}", "p": "AM" if hour < 12 else "PM",
        "A": _DAYS[weekday], "a": _DAYS[weekday][:3], "B": _MONTHS[month - 1],
        "b": _MONTHS[month - 1][:3], "h": _MONTHS[month - 1][:3], "e": f"{day:2}",
        "w": f"{(weekday + 1) % 7}", "u": f"{weekday + 1}", "Z": "UTC", "z": "+0000", "%": "%",
        "n": "\n", "t": "\t", "T": f"{hour:02}:{minute:02}:{second:02}",
        "X": f"{hour:02}:{minute:02}:{second:02}", "R": f"{hour:02}:{minute:02}",
        "F": f"{year}-{month:02}-{day:02}", "D": f"{month:02}/{day:02}/{year % 100:02}",
        "x": f"{month:02}/{day:02}/{year % 100:02}",
        "c": f"{_DAYS[weekday][:3]} {_MONTHS[month - 1][:3]} {day:2} "
             f"{hour:02}:{minute:02}:{second:02} {year}",
        "r": f"{(hour + 11) % 12 + 1:02}:{minute:02}:{second:02} "
             f"{'AM' if hour < 12 else 'PM'}",
        "P": "am" if hour < 12 else "pm", "k": f"{hour:2}", "l": f"{(hour + 11) % 12 + 1:2}",
        "C": f"{year // 100:02}", "U": f"{(day_of_year + 6 - (weekday + 1) % 7) // 7:02}",
        "W": f"{(day_of_year + 6 - weekday) // 7:02}",
    }
    if "%s" in format:
        parts["s"] = f"{int(mktime(t))}"
    if "%G" in format or "%V" in format or "%g" in format:
        year, week = _iso_week(year, day_of_year, weekday)
        parts |= {"G": f"{year}", "g": f"{year % 100:02}", "V": f"{week:02}"}
    text, at = [], 0
    while at < len(format):
        end = at + 1
        if format[at] == "%":
            while end < len(format) and format[end] in "-_0^#":
                end += 1
            digits = end
            while end < len(format) and format[end].isdecimal():
                end += 1
            width, flags = format[digits:end], format[at + 1:digits]
            if format[end:end + 1] in ("E", "O") and format[end + 1:end + 2] in parts:
                end += 1  # other digits than ASCII's, where a locale has such
            part = parts.get(format[end:end + 1])
            end += end < len(format)
            text.append(format[at:end] if part is None else
                        _fitted(part, flags, width))
        else:
            text.append(format[at])
        at = end
    return "".join(text)


# As the C library: "-" without padding, "_" and "0" pad with that, "^" upper case; then the width.
def _fitted(part, flags, width):
    padding = "0" if part[:1].isdecimal() else " "
    for flag in flags:
        if flag in "-_0":
            padding = {"-": "", "_": " "}.get(flag, flag)
        elif flag == "^":
            part = part.upper()
        elif flag == "#":
            part = part.lower() if part in ("AM", "PM") else part.upper()
    digits = part.lstrip(" 0") or part[-1:]
    if digits.isdecimal() and flags.strip("^#"):
        part = digits if padding == "" else digits.rjust(len(part), padding)
    return part.rjust(int(width or 0), padding or " ")


def asctime(fields=None, /):
    return strftime("%c", gmtime() if fields is None else fields)


def ctime(seconds=None, /):
    return asctime(gmtime(seconds))


def get_clock_info(name, /):
    import sys
    if name not in ("time", "monotonic", "perf_counter", "process_time", "thread_time"):
        raise ValueError("unknown clock")
    return sys._Namespace(implementation="virtual", monotonic=name != "time",
                          adjustable=name == "time", resolution=1e-09)
