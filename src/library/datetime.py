# datetime: dates, times and their differences, on the machine's virtual clock; local time is UTC.
# Members are read-only slots, which a native fills.
import _meada
import time as _time
from operator import index as _index

__all__ = ["date", "datetime", "time", "timedelta", "timezone", "tzinfo", "MINYEAR", "MAXYEAR",
           "UTC"]

MINYEAR, MAXYEAR = 1, 9999
_new = _meada.new_filled
_missing = object()
_DAY_US = 86_400_000_000
_BEFORE_MONTH = (0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334)
_LENGTHS = (0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_EPOCH_ORDINAL = 719163


def _is_leap(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def _days_before(year):
    year -= 1
    return year * 365 + year // 4 - year // 100 + year // 400


def _ordinal(year, month, day):
    return (_days_before(year) + _BEFORE_MONTH[month] + (month > 2 and _is_leap(year)) + day)


def _of_ordinal(number):
    if not 1 <= number <= 3652059:
        raise OverflowError("date value out of range")
    number -= 1
    year = number * 400 // 146097 + 1
    if _days_before(year) > number:
        year -= 1
    elif _days_before(year + 1) <= number:
        year += 1
    day = number - _days_before(year)
    leap = _is_leap(year)
    month = (day + 50) >> 5
    before = _BEFORE_MONTH[month] + (month > 2 and leap)
    if before > day:
        month -= 1
        before = _BEFORE_MONTH[month] + (month > 2 and leap)
    return year, month, day - before + 1


def _first_iso_monday(year):
    first = _ordinal(year, 1, 1)
    weekday = (first + 6) % 7
    monday = first - weekday
    return monday + 7 if weekday > 3 else monday


def _of_iso_week(year, week, day):
    if not MINYEAR <= year <= MAXYEAR:
        raise ValueError(f"Year is out of range: {year}")
    if not 1 <= week <= 52:
        first = (_ordinal(year, 1, 1) + 6) % 7
        if week != 53 or not (first == 3 or first == 2 and _is_leap(year)):
            raise ValueError(f"Invalid week: {week}")
    if not 1 <= day <= 7:
        raise ValueError(f"Invalid day: {day} (range is [1, 7])")
    return _of_ordinal(_first_iso_monday(year) + (week - 1) * 7 + day - 1)


def _check_date(year, month, day):
    year, month, day = _index(year), _index(month), _index(day)
    if not MINYEAR <= year <= MAXYEAR:
        raise ValueError(f"year {year} is out of range")
    if not 1 <= month <= 12:
        raise ValueError("month must be in 1..12")
    if not 1 <= day <= _LENGTHS[month] and not (day == 29 and month == 2 and _is_leap(year)):
        raise ValueError("day is out of range for month")
    return year, month, day


def _check_time(hour, minute, second, microsecond, tzinfo, fold):
    hour, minute, second = _index(hour), _index(minute), _index(second)
    microsecond = _index(microsecond)
    if not 0 <= hour <= 23:
        raise ValueError("hour must be in 0..23")
    if not 0 <= minute <= 59:
        raise ValueError("minute must be in 0..59")
    if not 0 <= second <= 59:
        raise ValueError("second must be in 0..59")
    if not 0 <= microsecond <= 999999:
        raise ValueError("microsecond must be in 0..999999")
    if fold != 0 and fold != 1:
        raise ValueError("fold must be either 0 or 1")
    _check_zone(tzinfo)
    return hour, minute, second, microsecond, tzinfo, fold


def _check_zone(zone):
    if zone is not None and not isinstance(zone, tzinfo):
        raise TypeError("tzinfo argument must be None or of a tzinfo subclass, "
                        f"not type '{type(zone).__name__}'")


def _complain(year, month, day):
    # One of a date's arguments is missing; those before it may be wrong too.
    for place, (name, value) in enumerate((("year", year), ("month", month), ("day", day)), 1):
        if value is _missing:
            raise TypeError(f"function missing required argument '{name}' (pos {place})")
        _index(value)


def _full_name(cls):
    return cls.__qualname__ if cls.__module__ != "datetime" else "datetime." + cls.__qualname__


def _read_only(owners):
    # __setattr__ of a class whose slots these are, by the class that CPython names.
    def __setattr__(self, name, value):
        if name in owners:
            raise AttributeError(f"attribute '{name}' of '{owners[name]}' objects is not writable")
        object.__setattr__(self, name, value)

    return __setattr__


def _rounded_quotient(number, divisor):
    whole, rest = divmod(number, divisor)
    twice = rest * 2
    beyond = twice > divisor if divisor > 0 else twice < divisor
    return whole + 1 if beyond or twice == divisor and whole % 2 else whole


class timedelta:
    __slots__ = ("days", "seconds", "microseconds")
    __setattr__ = _read_only(dict.fromkeys(__slots__, "datetime.timedelta"))

    def __new__(cls, days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0,
                weeks=0, **unknown):
        if unknown:
            raise TypeError(f"'{next(iter(unknown))}' is an invalid keyword argument for "
                            "__new__()")
        total, rest = 0, 0.0
        for name, number, unit in (("microseconds", microseconds, 1),
                                   ("milliseconds", milliseconds, 1000),
                                   ("seconds", seconds, 1_000_000),
                                   ("minutes", minutes, 60_000_000),
                                   ("hours", hours, 3_600_000_000), ("days", days, _DAY_US),
                                   ("weeks", weeks, 7 * _DAY_US)):
            if isinstance(number, int):
                total += number * unit
            elif isinstance(number, float):
                whole = int(number)
                total += whole * unit
                part = (number - whole) * unit
                whole = int(part)
                total += whole
                rest += part - whole
            else:
                raise TypeError(f"unsupported type for timedelta {name} component: "
                                f"{type(number).__name__}")
        if rest:
            odd = total & 1
            total += 2 * round((rest + odd) * 0.5) - odd if abs(rest) % 1 == 0.5 else round(rest)
        return _of_microseconds(total, cls)

    def __repr__(self):
        parts = [f"{name}={value}" for name, value in (("days", self.days),
                                                       ("seconds", self.seconds),
                                                       ("microseconds", self.microseconds))
                 if value]
        return f"{_full_name(type(self))}({', '.join(parts) or 0})"

    def __str__(self):
        minutes, seconds = divmod(self.seconds, 60)
        hours, minutes = divmod(minutes, 60)
        text = f"{hours}:{minutes:02}:{seconds:02}"
        if self.microseconds:
            text += f".{self.microseconds:06}"
        if self.days:
            text = f"{self.days} day{'' if abs(self.days) == 1 else 's'}, {text}"
        return text

    def _all(self):
        return (self.days * 86400 + self.seconds) * 1_000_000 + self.microseconds

    def total_seconds(self):
        return ((self.days * 86400 + self.seconds) * 1_000_000 + self.microseconds) / 1_000_000

    def __add__(self, other):
        if isinstance(other, timedelta):
            return _of_microseconds(self._all() + other._all())
        return NotImplemented

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return _of_microseconds(self._all() - other._all())
        return NotImplemented

    def __rsub__(self, other):
        if isinstance(other, timedelta):
            return _of_microseconds(other._all() - self._all())
        return NotImplemented

    def __neg__(self):
        return _of_microseconds(-self._all())

    def __pos__(self):
        return _of_microseconds(self._all())

    def __abs__(self):
        return _of_microseconds(abs(self._all()))

    def __mul__(self, other):
        if isinstance(other, int):
            return _of_microseconds(self._all() * other)
        if isinstance(other, float):
            above, below = other.as_integer_ratio()
            return _of_microseconds(_rounded_quotient(self._all() * above, below))
        return NotImplemented

    __rmul__ = __mul__

    def __truediv__(self, other):
        if isinstance(other, timedelta):
            return self._all() / other._all()
        if isinstance(other, int):
            return _of_microseconds(_rounded_quotient(self._all(), other))
        if isinstance(other, float):
            above, below = other.as_integer_ratio()
            return _of_microseconds(_rounded_quotient(self._all() * below, above))
        return NotImplemented

    def __floordiv__(self, other):
        if isinstance(other, timedelta):
            return self._all() // other._all()
        if isinstance(other, int):
            return _of_microseconds(self._all() // other)
        return NotImplemented

    def __mod__(self, other):
        if isinstance(other, timedelta):
            return _of_microseconds(self._all() % other._all())
        return NotImplemented

    def __divmod__(self, other):
        if isinstance(other, timedelta):
            whole, rest = divmod(self._all(), other._all())
            return whole, _of_microseconds(rest)
        return NotImplemented

    def __eq__(self, other):
        return self._all() == other._all() if isinstance(other, timedelta) else NotImplemented

    def __lt__(self, other):
        return self._all() < other._all() if isinstance(other, timedelta) else NotImplemented

    def __le__(self, other):
        return self._all() <= other._all() if isinstance(other, timedelta) else NotImplemented

    def __gt__(self, other):
        return self._all() > other._all() if isinstance(other, timedelta) else NotImplemented

    def __ge__(self, other):
        return self._all() >= other._all() if isinstance(other, timedelta) else NotImplemented

    def __hash__(self):
        return hash((self.days, self.seconds, self.microseconds))

    def __bool__(self):
        return self.days != 0 or self.seconds != 0 or self.microseconds != 0

    def __reduce__(self):
        return type(self), (self.days, self.seconds, self.microseconds)


def _of_microseconds(total, cls=timedelta):
    days, rest = divmod(total, _DAY_US)
    if not -999999999 <= days <= 999999999:
        if not -2147483648 <= days <= 2147483647:
            raise OverflowError("Python int too large to convert to C int")
        raise OverflowError(f"days={days}; must have magnitude <= 999999999")
    seconds, microseconds = divmod(rest, 1_000_000)
    return _new(cls, days, seconds, microseconds)


timedelta.min = _new(timedelta, -999999999, 0, 0)
timedelta.max = _new(timedelta, 999999999, 86399, 999999)
timedelta.resolution = _new(timedelta, 0, 0, 1)
_zero = _new(timedelta, 0, 0, 0)


class IsoCalendarDate(tuple):
    __slots__ = ()

    @property
    def year(self):
        return self[0]

    @property
    def week(self):
        return self[1]

    @property
    def weekday(self):
        return self[2]

    def __repr__(self):
        return f"datetime.IsoCalendarDate(year={self[0]}, week={self[1]}, weekday={self[2]})"


# What pickles and copies are made of: fields as bytes, the fold in the highest bit of the first
# that has one to spare.
def _is_state(state, size, month_at):
    return type(state) is bytes and len(state) == size and 1 <= state[month_at] & 127 <= 12


def _clock_state(self, protocol):
    hour = self.hour | (128 if self.fold and protocol > 3 else 0)
    return bytes((hour, self.minute, self.second)) + self.microsecond.to_bytes(3, "big")


def _clock_of_state(state, zone):
    if zone is not None and not isinstance(zone, tzinfo):
        raise TypeError("bad tzinfo state arg")
    return (state[0] & 127, state[1], state[2], int.from_bytes(state[3:], "big"), zone,
            state[0] >> 7)


class date:
    __slots__ = ("year", "month", "day")
    __setattr__ = _read_only(dict.fromkeys(__slots__, "datetime.date"))

    def __new__(cls, year=_missing, month=_missing, day=_missing):
        if day is _missing:
            if _is_state(year, 4, 2) and month is _missing:
                return _new(cls, year[0] * 256 + year[1], *year[2:])
            _complain(year, month, day)
        return _new(cls, *_check_date(year, month, day))

    @classmethod
    def fromtimestamp(cls, timestamp, /):
        return cls(*_time.gmtime(timestamp)[:3])

    @classmethod
    def today(cls):
        return cls.fromtimestamp(_time.time())

    @classmethod
    def fromordinal(cls, ordinal, /):
        if ordinal < 1:
            raise ValueError("ordinal must be >= 1")
        return cls(*_of_ordinal(ordinal))

    @classmethod
    def fromisoformat(cls, date_string, /):
        if not isinstance(date_string, str):
            raise TypeError("fromisoformat: argument must be str")
        import _iso_time
        return cls(*_iso_time.date_fields(date_string))

    @classmethod
    def fromisocalendar(cls, year, week, day):
        return cls(*_of_iso_week(year, week, day))

    def __repr__(self):
        return f"{_full_name(type(self))}({self.year}, {self.month}, {self.day})"

    def isoformat(self):
        return f"{self.year:04}-{self.month:02}-{self.day:02}"

    __str__ = isoformat

    def ctime(self):
        return _time.strftime("%c", self.timetuple())

    def strftime(self, format):
        return _formatted(self, format)

    def __format__(self, format_spec):
        if not isinstance(format_spec, str):
            raise TypeError(f"must be str, not {type(format_spec).__name__}")
        return self.strftime(format_spec) if format_spec else str(self)

    def timetuple(self):
        return _fields(self, 0, 0, 0, -1)

    def toordinal(self):
        return _ordinal(self.year, self.month, self.day)

    def weekday(self):
        return (_ordinal(self.year, self.month, self.day) + 6) % 7

    def isoweekday(self):
        return self.weekday() + 1

    def isocalendar(self):
        year, today = self.year, self.toordinal()
        if today < _first_iso_monday(year):
            year -= 1
        elif year < MAXYEAR and today >= _first_iso_monday(year + 1):
            year += 1
        week, day = divmod(today - _first_iso_monday(year), 7)
        return IsoCalendarDate((year, week + 1, day + 1))

    def replace(self, year=None, month=None, day=None):
        return type(self)(self.year if year is None else year,
                          self.month if month is None else month,
                          self.day if day is None else day)

    def _state(self):
        return self.year, self.month, self.day

    def __eq__(self, other):
        if isinstance(other, date) and not isinstance(other, datetime):
            return self._state() == other._state()
        return NotImplemented

    def __lt__(self, other):
        return self._state() < other._state() if isinstance(other, date) else NotImplemented

    def __le__(self, other):
        return self._state() <= other._state() if isinstance(other, date) else NotImplemented

    def __gt__(self, other):
        return self._state() > other._state() if isinstance(other, date) else NotImplemented

    def __ge__(self, other):
        return self._state() >= other._state() if isinstance(other, date) else NotImplemented

    def __hash__(self):
        return hash(bytes((self.year >> 8, self.year & 255, self.month, self.day)))

    def __add__(self, other):
        if isinstance(other, timedelta):
            return type(self)(*_of_ordinal(self.toordinal() + other.days))
        return NotImplemented

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return type(self)(*_of_ordinal(self.toordinal() - other.days))
        if isinstance(other, date):
            return _new(timedelta, self.toordinal() - other.toordinal(), 0, 0)
        return NotImplemented

    def __reduce__(self):
        return type(self), (bytes((*divmod(self.year, 256), self.month, self.day)),)


date.min, date.max = date(1, 1, 1), date(9999, 12, 31)
date.resolution = timedelta(1)


def _fields(day, hour, minute, second, dst):
    return _time.struct_time((
        day.year, day.month, day.day, hour, minute, second, date.weekday(day),
        date.toordinal(day) - _ordinal(day.year, 1, 1) + 1, dst))


class tzinfo:
    __slots__ = ()

    def tzname(self, dt):
        raise NotImplementedError("a tzinfo subclass must implement tzname()")

    def utcoffset(self, dt):
        raise NotImplementedError("a tzinfo subclass must implement utcoffset()")

    def dst(self, dt):
        raise NotImplementedError("a tzinfo subclass must implement dst()")

    def fromutc(self, dt):
        if not isinstance(dt, datetime):
            raise TypeError("fromutc: argument must be a datetime")
        if dt.tzinfo is not self:
            raise ValueError("fromutc: dt.tzinfo is not self")
        offset = dt.utcoffset()
        if offset is None:
            raise ValueError("fromutc: non-None utcoffset() result required")
        saving = dt.dst()
        if saving is None:
            raise ValueError("fromutc: non-None dst() result required")
        standard = offset - saving
        if standard:
            dt += standard
            saving = dt.dst()
            if saving is None:
                raise ValueError("fromutc: tz.dst() gave inconsistent results; cannot convert")
        return dt + saving

    def __reduce__(self):
        arguments = getattr(self, "__getinitargs__", tuple)()
        return type(self), arguments


def _asked_offset(zone, name, dt):
    if zone is None:
        return None
    offset = getattr(zone, name)(dt)
    if offset is None:
        return None
    if not isinstance(offset, timedelta):
        raise TypeError(f"tzinfo.{name}() must return None or a timedelta, "
                        f"not '{type(offset).__name__}'")
    if not -_DAY_US < offset._all() < _DAY_US:
        raise ValueError("offset must be a timedelta strictly between -timedelta(hours=24) and "
                         f"timedelta(hours=24), not {offset!r}.")
    return offset


def _offset_text(offset, colon=":"):
    sign = "+"
    if offset.days < 0:
        sign, offset = "-", -offset
    minutes, seconds = divmod(offset.days * 86400 + offset.seconds, 60)
    text = f"{sign}{minutes // 60:02}{colon}{minutes % 60:02}"
    if seconds or offset.microseconds:
        text += f"{colon}{seconds:02}"
        if offset.microseconds:
            text += f".{offset.microseconds:06}"
    return text


def _formatted(value, format):
    # %f, %z and %Z are ours; the rest is time's.
    pieces, at = [], 0
    while at < len(format):
        mark = format.find("%", at)
        if mark < 0 or mark + 1 == len(format):
            break
        pieces.append(format[at:mark])
        letter = format[mark + 1]
        at = mark + 2
        if letter == "f":
            pieces.append(f"{getattr(value, 'microsecond', 0):06}")
        elif letter == "z":
            offset = value.utcoffset() if hasattr(value, "utcoffset") else None
            pieces.append("" if offset is None else _offset_text(offset, ""))
        elif letter == "Z":
            name = value.tzname() if hasattr(value, "tzname") else None
            pieces.append("" if name is None else name.replace("%", "%%"))
        else:
            pieces.append("%" + letter)
    pieces.append(format[at:])
    return _time.strftime("".join(pieces), value.timetuple() if hasattr(value, "timetuple")
                          else (1900, 1, 1, value.hour, value.minute, value.second, 0, 1, -1))


def _clock_text(value, timespec):
    text = f"{value.hour:02}"
    if timespec == "auto":
        timespec = "microseconds" if value.microsecond else "seconds"
    if timespec not in ("hours", "minutes", "seconds", "milliseconds", "microseconds"):
        raise ValueError("Unknown timespec value")
    if timespec == "hours":
        return text
    text += f":{value.minute:02}"
    if timespec == "minutes":
        return text
    text += f":{value.second:02}"
    if timespec == "milliseconds":
        text += f".{value.microsecond // 1000:03}"
    elif timespec == "microseconds":
        text += f".{value.microsecond:06}"
    return text


def _ending(value):
    # The last arguments of a repr.
    text = "" if value.tzinfo is None else f", tzinfo={value.tzinfo!r}"
    return text + ", fold=1)" if value.fold else text + ")"


class time:
    __slots__ = ("hour", "minute", "second", "microsecond", "tzinfo", "fold")
    __setattr__ = _read_only(dict.fromkeys(__slots__, "datetime.time"))

    def __new__(cls, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        if type(hour) is bytes and len(hour) == 6 and hour[0] & 127 < 24:
            return _new(cls, *_clock_of_state(hour, minute or None))
        return _new(cls, *_check_time(hour, minute, second, microsecond, tzinfo, fold))

    @classmethod
    def fromisoformat(cls, time_string, /):
        if not isinstance(time_string, str):
            raise TypeError("fromisoformat: argument must be str")
        import _iso_time
        return cls(*_iso_time.time_fields(time_string))

    def __repr__(self):
        text = f"{_full_name(type(self))}({self.hour}, {self.minute}"
        if self.second or self.microsecond:
            text += f", {self.second}"
        if self.microsecond:
            text += f", {self.microsecond}"
        return text + _ending(self)

    def isoformat(self, timespec="auto"):
        offset = self.utcoffset()
        text = _clock_text(self, timespec)
        return text if offset is None else text + _offset_text(offset)

    def __str__(self):
        return self.isoformat()

    def strftime(self, format):
        return _formatted(self, format)

    __format__ = date.__format__

    def utcoffset(self):
        return _asked_offset(self.tzinfo, "utcoffset", None)

    def dst(self):
        return _asked_offset(self.tzinfo, "dst", None)

    def tzname(self):
        return None if self.tzinfo is None else self.tzinfo.tzname(None)

    def replace(self, hour=None, minute=None, second=None, microsecond=None, tzinfo=True, *,
                fold=None):
        return type(self)(self.hour if hour is None else hour,
                          self.minute if minute is None else minute,
                          self.second if second is None else second,
                          self.microsecond if microsecond is None else microsecond,
                          self.tzinfo if tzinfo is True else tzinfo,
                          fold=self.fold if fold is None else fold)

    def _clock(self):
        return ((self.hour * 60 + self.minute) * 60 + self.second) * 1_000_000 + self.microsecond

    def _compared(self, other, ordered):
        # Both as microseconds; None: naive and aware, which are only never equal.
        mine, others = self._clock(), other._clock()
        if self.tzinfo is other.tzinfo:
            return mine, others
        offset, other_offset = self.utcoffset(), other.utcoffset()
        if (offset is None) != (other_offset is None):
            if ordered:
                raise TypeError("can't compare offset-naive and offset-aware times")
            return None
        if offset is None:
            return mine, others
        return mine - offset._all(), others - other_offset._all()

    def __eq__(self, other):
        if not isinstance(other, time):
            return NotImplemented
        both = self._compared(other, False)
        return both is not None and both[0] == both[1]

    def __lt__(self, other):
        if not isinstance(other, time):
            return NotImplemented
        mine, others = self._compared(other, True)
        return mine < others

    def __le__(self, other):
        if not isinstance(other, time):
            return NotImplemented
        mine, others = self._compared(other, True)
        return mine <= others

    def __gt__(self, other):
        return other < self if isinstance(other, time) else NotImplemented

    def __ge__(self, other):
        return other <= self if isinstance(other, time) else NotImplemented

    def __hash__(self):
        offset = self.utcoffset()
        if offset is not None:
            return hash(_of_microseconds(self._clock() - offset._all()))
        part = self.microsecond
        return hash(bytes((self.hour, self.minute, self.second, part >> 16, part >> 8 & 255,
                           part & 255)))

    def __reduce_ex__(self, protocol):
        state = _clock_state(self, protocol)
        return type(self), (state,) if self.tzinfo is None else (state, self.tzinfo)

    def __reduce__(self):
        return self.__reduce_ex__(2)


time.min, time.max = time(), time(23, 59, 59, 999999)
time.resolution = timedelta.resolution


class datetime(date):
    __slots__ = ("hour", "minute", "second", "microsecond", "tzinfo", "fold")
    __setattr__ = _read_only(dict.fromkeys(__slots__, "datetime.datetime") |
                             dict.fromkeys(date.__slots__, "datetime.date"))

    def __new__(cls, year=_missing, month=_missing, day=_missing, hour=0, minute=0, second=0,
                microsecond=0, tzinfo=None, *, fold=0):
        if day is _missing:
            if _is_state(year, 10, 2):
                clock = _clock_of_state(year[4:], None if month is _missing else month)
                return _new(cls, year[0] * 256 + year[1], year[2] & 127, year[3], *clock[:-1],
                            year[2] >> 7)
            _complain(year, month, day)
        return _new(cls, *_check_date(year, month, day),
                    *_check_time(hour, minute, second, microsecond, tzinfo, fold))

    @classmethod
    def _of_seconds(cls, seconds, microsecond, zone):
        # Of seconds since 1970, then in the zone.
        days, rest = divmod(seconds, 86400)
        try:
            day = _of_ordinal(_EPOCH_ORDINAL + days)
        except OverflowError:
            raise ValueError(f"year {days * 400 // 146097 + 1970} is out of range") from None
        minutes, second = divmod(rest, 60)
        made = cls(*day, minutes // 60, minutes % 60, second, microsecond, zone)
        return made if zone is None else zone.fromutc(made)

    @classmethod
    def fromtimestamp(cls, timestamp, tz=None):
        _check_zone(tz)
        if isinstance(timestamp, int):
            return cls._of_seconds(timestamp, 0, tz)
        if not isinstance(timestamp, float):
            timestamp = _index(timestamp)
        if timestamp != timestamp:
            raise ValueError("Invalid value NaN (not a number)")
        seconds = int(timestamp)
        part = round((timestamp - seconds) * 1e6)
        return cls._of_seconds(seconds + part // 1_000_000, part % 1_000_000, tz)

    @classmethod
    def utcfromtimestamp(cls, timestamp, /):
        return cls.fromtimestamp(timestamp)

    @classmethod
    def now(cls, tz=None):
        _check_zone(tz)
        microseconds = _time.time_ns() // 1000
        return cls._of_seconds(microseconds // 1_000_000, microseconds % 1_000_000, tz)

    today = now

    @classmethod
    def utcnow(cls):
        return cls.now()

    @classmethod
    def combine(cls, date, time, tzinfo=True):
        if not isinstance(date, _date):
            raise TypeError("combine() argument 1 must be datetime.date, "
                            f"not {type(date).__name__}")
        if not isinstance(time, _clock_class):
            raise TypeError("combine() argument 2 must be datetime.time, "
                            f"not {type(time).__name__}")
        return cls(date.year, date.month, date.day, time.hour, time.minute, time.second,
                   time.microsecond, time.tzinfo if tzinfo is True else tzinfo, fold=time.fold)

    @classmethod
    def fromisoformat(cls, date_string, /):
        if not isinstance(date_string, str):
            raise TypeError("fromisoformat: argument must be str")
        import _iso_time
        return cls(*_iso_time.datetime_fields(date_string))

    @classmethod
    def strptime(cls, date_string, format, /):
        import _strptime
        return cls(*_strptime.datetime_fields(date_string, format))

    def date(self):
        return _new(_date, self.year, self.month, self.day)

    def time(self):
        return time(self.hour, self.minute, self.second, self.microsecond, fold=self.fold)

    def timetz(self):
        return time(self.hour, self.minute, self.second, self.microsecond, self.tzinfo,
                    fold=self.fold)

    def timetuple(self):
        saving = self.dst()
        return _fields(self, self.hour, self.minute, self.second,
                       -1 if saving is None else 1 if saving else 0)

    def utctimetuple(self):
        offset = self.utcoffset()
        moment = self - offset if offset else self
        return _fields(moment, moment.hour, moment.minute, moment.second, 0)

    def timestamp(self):
        if self.tzinfo is None:
            seconds = self._moment() // 1_000_000 - _EPOCH_ORDINAL * 86400
            return seconds + self.microsecond / 1e6
        return (self - _epoch).total_seconds()

    def utcoffset(self):
        return _asked_offset(self.tzinfo, "utcoffset", self)

    def dst(self):
        return _asked_offset(self.tzinfo, "dst", self)

    def tzname(self):
        return None if self.tzinfo is None else self.tzinfo.tzname(self)

    def astimezone(self, tz=None):
        if tz is None:
            tz = timezone(_zero, "UTC")
        elif not isinstance(tz, tzinfo):
            raise TypeError("astimezone() argument 1 must be datetime.tzinfo, "
                            f"not {type(tz).__name__}")
        if self.tzinfo is tz:
            return self
        offset = self.utcoffset() or _zero
        return tz.fromutc((self - offset).replace(tzinfo=tz))

    def replace(self, year=None, month=None, day=None, hour=None, minute=None, second=None,
                microsecond=None, tzinfo=True, *, fold=None):
        return type(self)(self.year if year is None else year,
                          self.month if month is None else month,
                          self.day if day is None else day,
                          self.hour if hour is None else hour,
                          self.minute if minute is None else minute,
                          self.second if second is None else second,
                          self.microsecond if microsecond is None else microsecond,
                          self.tzinfo if tzinfo is True else tzinfo,
                          fold=self.fold if fold is None else fold)

    def __repr__(self):
        text = (f"{_full_name(type(self))}({self.year}, {self.month}, {self.day}, "
                f"{self.hour}, {self.minute}")
        if self.second or self.microsecond:
            text += f", {self.second}"
        if self.microsecond:
            text += f", {self.microsecond}"
        return text + _ending(self)

    def isoformat(self, sep="T", timespec="auto"):
        text = (f"{self.year:04}-{self.month:02}-{self.day:02}{sep}"
                f"{_clock_text(self, timespec)}")
        offset = self.utcoffset()
        return text if offset is None else text + _offset_text(offset)

    def __str__(self):
        return self.isoformat(" ")

    def _moment(self):
        return ((_ordinal(self.year, self.month, self.day) * 86400 + self.hour * 3600
                 + self.minute * 60 + self.second) * 1_000_000 + self.microsecond)

    def _compared(self, other, ordered):
        mine, others = self._moment(), other._moment()
        if self.tzinfo is other.tzinfo:
            return mine, others
        offset, other_offset = self.utcoffset(), other.utcoffset()
        if (offset is None) != (other_offset is None):
            if ordered:
                raise TypeError("can't compare offset-naive and offset-aware datetimes")
            return None
        if offset is None:
            return mine, others
        return mine - offset._all(), others - other_offset._all()

    def _ordered(self, other):
        # None: not comparable by us.
        if isinstance(other, datetime):
            return self._compared(other, True)
        if isinstance(other, _date):
            raise TypeError(f"can't compare datetime.datetime to {_full_name(type(other))}")
        return None

    def __eq__(self, other):
        if not isinstance(other, datetime):
            return False if isinstance(other, _date) else NotImplemented
        both = self._compared(other, False)
        return both is not None and both[0] == both[1]

    def __lt__(self, other):
        both = self._ordered(other)
        return NotImplemented if both is None else both[0] < both[1]

    def __le__(self, other):
        both = self._ordered(other)
        return NotImplemented if both is None else both[0] <= both[1]

    def __gt__(self, other):
        both = self._ordered(other)
        return NotImplemented if both is None else both[0] > both[1]

    def __ge__(self, other):
        both = self._ordered(other)
        return NotImplemented if both is None else both[0] >= both[1]

    def __hash__(self):
        offset = (self.replace(fold=0) if self.fold else self).utcoffset()
        if offset is not None:
            return hash(_of_microseconds(self._moment() - offset._all()))
        part = self.microsecond
        return hash(bytes((self.year >> 8, self.year & 255, self.month, self.day, self.hour,
                           self.minute, self.second, part >> 16, part >> 8 & 255, part & 255)))

    def _moved(self, microseconds):
        days, rest = divmod(self._moment() + microseconds, _DAY_US)
        seconds, part = divmod(rest, 1_000_000)
        return type(self)(*_of_ordinal(days), seconds // 3600, seconds // 60 % 60, seconds % 60,
                          part, self.tzinfo)

    def __add__(self, other):
        return self._moved(other._all()) if isinstance(other, timedelta) else NotImplemented

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return self._moved(-other._all())
        if not isinstance(other, datetime):
            return NotImplemented
        difference = self._moment() - other._moment()
        if self.tzinfo is other.tzinfo:
            return _of_microseconds(difference)
        offset, other_offset = self.utcoffset(), other.utcoffset()
        if (offset is None) != (other_offset is None):
            raise TypeError("can't subtract offset-naive and offset-aware datetimes")
        if offset is not None:
            difference += other_offset._all() - offset._all()
        return _of_microseconds(difference)

    def __reduce__(self):
        return self.__reduce_ex__(2)

    def __reduce_ex__(self, protocol):
        high, low = divmod(self.year, 256)
        month = self.month | (128 if self.fold and protocol > 3 else 0)
        state = bytes((high, low, month, self.day)) + _clock_state(self, 0)
        return type(self), (state,) if self.tzinfo is None else (state, self.tzinfo)


_date, _clock_class = date, time
datetime.min = datetime(1, 1, 1)
datetime.max = datetime(9999, 12, 31, 23, 59, 59, 999999)
datetime.resolution = timedelta.resolution


class timezone(tzinfo):
    __slots__ = ("_offset", "_name")

    def __new__(cls, offset=_missing, name=_missing):
        if offset is _missing:
            raise TypeError("timezone() missing required argument 'offset' (pos 1)")
        if not isinstance(offset, timedelta):
            raise TypeError("timezone() argument 1 must be datetime.timedelta, "
                            f"not {type(offset).__name__}")
        if name is _missing:
            if not offset:
                return cls.utc
        elif not isinstance(name, str):
            raise TypeError(f"timezone() argument 2 must be str, not {type(name).__name__}")
        if not -_DAY_US < offset._all() < _DAY_US:
            raise ValueError("offset must be a timedelta strictly between -timedelta(hours=24) "
                             f"and timedelta(hours=24), not {offset!r}.")
        return _new(cls, offset, None if name is _missing else name)

    def __repr__(self):
        if self is timezone.utc:
            return "datetime.timezone.utc"
        name = "" if self._name is None else f", {self._name!r}"
        return f"{_full_name(type(self))}({self._offset!r}{name})"

    def __str__(self):
        return self.tzname(None)

    def _check(self, dt, method):
        if dt is not None and not isinstance(dt, datetime):
            raise TypeError(f"{method}(dt) argument must be a datetime instance or None, "
                            f"not {type(dt).__name__}")

    def utcoffset(self, dt, /):
        self._check(dt, "utcoffset")
        return self._offset

    def tzname(self, dt, /):
        self._check(dt, "tzname")
        if self._name is not None:
            return self._name
        return "UTC" + _offset_text(self._offset) if self._offset else "UTC"

    def dst(self, dt, /):
        self._check(dt, "dst")
        return None

    def fromutc(self, dt, /):
        if not isinstance(dt, datetime):
            raise TypeError("fromutc: argument must be a datetime instance, "
                            f"not {type(dt).__name__}")
        if dt.tzinfo is not self:
            raise ValueError("fromutc: dt.tzinfo is not self")
        return dt + self._offset

    def __eq__(self, other):
        return self._offset == other._offset if isinstance(other, timezone) else NotImplemented

    def __hash__(self):
        return hash(self._offset)

    def __reduce__(self):
        return type(self), ((self._offset,) if self._name is None else (self._offset, self._name))


UTC = timezone.utc = _new(timezone, _zero, None)
timezone.min = timezone(timedelta(days=-1, minutes=1))
timezone.max = timezone(timedelta(hours=23, minutes=59))
_epoch = datetime(1970, 1, 1, tzinfo=UTC)
