# decimal: numbers of decimal digits. A number is a sign, a whole number of any size and an
# exponent; the exponent of what is no number is a letter: F for infinity, n and N for NaN.
import _decimal_context
import _decimal_math
import _meada
import math
import numbers
import re
from _decimal_context import *
from _decimal_context import _ROUNDINGS, ContextManager
from collections import namedtuple

__all__ = ["Decimal", "Context", "DecimalTuple", "DefaultContext", "BasicContext",
           "ExtendedContext", "DecimalException", "Clamped", "InvalidOperation",
           "DivisionByZero", "Inexact", "Rounded", "Subnormal", "Overflow", "Underflow",
           "FloatOperation", "DivisionImpossible", "InvalidContext", "ConversionSyntax",
           "DivisionUndefined", "ROUND_DOWN", "ROUND_HALF_UP", "ROUND_HALF_EVEN",
           "ROUND_CEILING", "ROUND_FLOOR", "ROUND_UP", "ROUND_HALF_DOWN", "ROUND_05UP",
           "setcontext", "getcontext", "localcontext", "MAX_PREC", "MAX_EMAX", "MIN_EMIN",
           "MIN_ETINY", "HAVE_THREADS", "HAVE_CONTEXTVAR"]

HAVE_THREADS = HAVE_CONTEXTVAR = True
DecimalTuple = namedtuple("DecimalTuple", "sign digits exponent", module="decimal")
_new = _meada.new_filled
_number = re.compile(r"""\s*(?P<sign>[-+])?(?:
    (?P<whole>(?=\d|\.\d)\d*)(?:\.(?P<part>\d*))?(?:E(?P<exponent>[-+]?\d+))?
    |Inf(?P<infinite>inity)?
    |(?P<signals>s)?NaN(?P<payload>\d*))\s*""", re.VERBOSE | re.IGNORECASE).fullmatch
_HASH_MODULUS = 2 ** 61 - 1
_HASH_TEN_INVERSE = pow(10, -1, _HASH_MODULUS)


def _size(coefficient):
    return len(str(coefficient))


def _rounds_up(whole, rest, divisor, sign, rounding):
    if not rest:
        return False
    if rounding == ROUND_HALF_EVEN:
        twice = rest * 2
        return twice > divisor or twice == divisor and whole % 2 == 1
    if rounding == ROUND_HALF_UP:
        return rest * 2 >= divisor
    if rounding == ROUND_HALF_DOWN:
        return rest * 2 > divisor
    if rounding == ROUND_DOWN:
        return False
    if rounding == ROUND_UP:
        return True
    if rounding == ROUND_CEILING:
        return not sign
    if rounding == ROUND_FLOOR:
        return bool(sign)
    return whole % 10 in (0, 5)


def _overflow(sign, context):
    context._raise(Overflow, Inexact, Rounded)
    rounding = context._rounding
    if (rounding in (ROUND_DOWN, ROUND_05UP) or rounding == ROUND_CEILING and sign
            or rounding == ROUND_FLOOR and not sign):
        prec = context._prec
        return _new(Decimal, sign, 10 ** prec - 1, context._Emax - prec + 1)
    return _new(Decimal, sign, 0, "F")


def _finish(sign, coefficient, exponent, context):
    # The number, rounded to the context.
    if coefficient < context._limit and -900000 < exponent < 900000 and context._Emax > 999998 \
            and context._Emin < -999998 and context._prec < 90000:
        return _new(Decimal, sign, coefficient, exponent)
    prec, top = context._prec, context._Emax - context._prec + 1
    tiny = context._Emin - prec + 1
    if coefficient == 0:
        limit = top if context._clamp else context._Emax
        fitting = min(max(exponent, tiny), limit)
        if fitting != exponent:
            context._raise(Clamped)
        return _new(Decimal, sign, 0, fitting)
    least = exponent + _size(coefficient) - prec
    if least > top:
        return _overflow(sign, context)
    subnormal = least < tiny
    least = max(least, tiny)
    if exponent >= least:
        if subnormal:
            context._raise(Subnormal)
        if context._clamp and exponent > top:
            context._raise(Clamped)
            coefficient *= 10 ** (exponent - top)
            exponent = top
        return _new(Decimal, sign, coefficient, exponent)
    divisor = 10 ** (least - exponent)
    coefficient, rest = divmod(coefficient, divisor)
    if _rounds_up(coefficient, rest, divisor, sign, context._rounding):
        coefficient += 1
        if coefficient >= 10 ** prec:
            coefficient //= 10
            least += 1
    if least > top:
        return _overflow(sign, context)
    conditions = [Rounded]
    if rest:
        conditions.append(Inexact)
    if subnormal:
        conditions.append(Subnormal)
        if rest:
            conditions.append(Underflow)
        if not coefficient:
            conditions.append(Clamped)
    context._raise(*conditions)
    return _new(Decimal, sign, coefficient, least)


def _invalid(context, kind=InvalidOperation):
    context._raise(kind)
    return _NAN


def _operand(value):
    # None: it is no number that mixes with decimal ones.
    if isinstance(value, Decimal):
        return value
    if isinstance(value, int):
        return _of_int(value)
    return None


def _of_int(value):
    value = int(value)
    return _new(Decimal, 1, -value, 0) if value < 0 else _new(Decimal, 0, value, 0)


def _argument(value):
    made = _operand(value)
    if made is None:
        raise TypeError(f"conversion from {type(value).__name__} to Decimal is not supported")
    return made


def _nan_of(context, *operands):
    # What an operation with a NaN among its operands gives; None: there is none.
    for number in operands:
        if number._exp == "N":
            context._raise(InvalidOperation)
            return _new(Decimal, number._sign, number._int, "n")
    for number in operands:
        if number._exp == "n":
            return number
    return None


def _order(left, right):
    # -1, 0, 1 of two that are no NaN.
    if not left._int and not right._int and left._exp != "F" and right._exp != "F":
        return 0
    if left._exp == "F" or right._exp == "F":
        def rank(number):
            return 0 if number._exp != "F" else -1 if number._sign else 1
        return (rank(left) > rank(right)) - (rank(left) < rank(right))
    if not left._int:
        return 1 if right._sign else -1
    if not right._int:
        return -1 if left._sign else 1
    if left._sign != right._sign:
        return -1 if left._sign else 1
    high, other = left._exp + _size(left._int), right._exp + _size(right._int)
    if high == other:
        high, other = left._int, right._int
        if left._exp > right._exp:
            high *= 10 ** (left._exp - right._exp)
        else:
            other *= 10 ** (right._exp - left._exp)
    result = (high > other) - (high < other)
    return -result if left._sign else result


def _of_text(text):
    match = _number(text.replace("_", ""))
    if match is None:
        return None
    sign = 1 if match["sign"] == "-" else 0
    if match["whole"] is not None:
        part = match["part"] or ""
        return sign, int((match["whole"] + part) or "0"), int(match["exponent"] or "0") - len(part)
    if match["payload"] is not None:
        return sign, int(match["payload"] or "0"), "N" if match["signals"] else "n"
    return sign, 0, "F"


def _of_tuple(value):
    if len(value) != 3:
        raise ValueError("argument must be a sequence of length 3")
    sign, digits, exponent = value
    if sign not in (0, 1):
        raise ValueError("sign must be an integer with the value 0 or 1")
    if exponent == "F":
        return sign, 0, "F"
    for digit in digits:
        if not isinstance(digit, int) or not 0 <= digit <= 9:
            raise ValueError("coefficient must be a tuple of digits")
    coefficient = int("".join(map(str, digits)) or "0")
    if exponent not in ("n", "N") and not isinstance(exponent, int):
        raise ValueError("string argument in the third position must be 'F', 'n' or 'N'"
                         if isinstance(exponent, str) else "exponent must be an integer")
    return sign, coefficient, exponent


def _of_float(value):
    if value != value or value - value != 0:
        return _of_text(repr(value))
    above, below = abs(value).as_integer_ratio()
    places = below.bit_length() - 1
    return (1 if math.copysign(1.0, value) < 0 else 0), above * 5 ** places, -places


def _binary(compute):
    # A method and its reflection. `compute` takes two numbers and a context.
    def forward(self, other):
        if type(other) is not Decimal:
            other = _operand(other)
            if other is None:
                return NotImplemented
        return compute(self, other, getcontext())

    def reverse(self, other):
        other = _operand(other)
        return NotImplemented if other is None else compute(other, self, getcontext())

    return forward, reverse


def _ordering(test):
    def compare(self, other):
        if isinstance(other, numbers.Rational) and not isinstance(other, int):
            if not isinstance(self._exp, str):
                self = _new(Decimal, self._sign, self._int * other.denominator, self._exp)
            other = other.numerator
        other = _comparable(other, True)
        if other is None:
            return NotImplemented
        if isinstance(self._exp, str) or isinstance(other._exp, str):
            if self.is_nan() or other.is_nan():
                getcontext()._raise(InvalidOperation)
                return False
        return test(_order(self, other))

    return compare


def _comparable(other, ordered):
    number = _operand(other)
    if number is not None:
        return number
    if isinstance(other, float):
        context = getcontext()
        if ordered:
            context._raise(FloatOperation)
        else:
            context._flags._set.add(FloatOperation)
        return _new(Decimal, *_of_float(other))
    if not ordered and isinstance(other, complex) and other.imag == 0:
        return _new(Decimal, *_of_float(other.real))
    return None


# --- arithmetic on numbers, in a context ---
def _add(left, right, context):
    a, b = left._exp, right._exp
    if isinstance(a, str) or isinstance(b, str):
        found = _nan_of(context, left, right)
        if found is not None:
            return found
        if a == "F" and b == "F" and left._sign != right._sign:
            return _invalid(context)
        return left if a == "F" else right
    x, y = left._int, right._int
    exponent = b if a > b else a
    if a != b:
        if not x or not y:
            # Zero only widens the other.
            number, sign, place = (y, right._sign, b) if not x else (x, left._sign, a)
            if number:
                place_least = max(exponent, place + _size(number) - context._prec - 1)
                if place > place_least:
                    number *= 10 ** (place - place_least)
                    place = place_least
                return _finish(sign, number, place, context)
        elif abs(a - b) > context._prec + 2:
            x, a, y, b = _near(x, a, y, b, context._prec)
            exponent = b if a > b else a
        if a > b:
            x *= 10 ** (a - b)
        else:
            y *= 10 ** (b - a)
    if left._sign == right._sign:
        return _finish(left._sign, x + y, exponent, context)
    if x == y:
        return _finish(1 if context._rounding == ROUND_FLOOR else 0, 0, exponent, context)
    return _finish(left._sign, x - y, exponent, context) if x > y else \
        _finish(right._sign, y - x, exponent, context)


def _near(x, a, y, b, prec):
    # Far below the other's last digit, a number only says on which side of it the sum is.
    def lowered(big, place, small, small_place):
        edge = min(place, place + _size(big) - prec - 2) - 1
        return (1, edge) if small_place + _size(small) < edge else (small, small_place)

    if a > b:
        y, b = lowered(x, a, y, b)
    else:
        x, a = lowered(y, b, x, a)
    return x, a, y, b


def _subtract(left, right, context):
    if right._exp in ("n", "N"):
        return _add(left, right, context)
    return _add(left, right.copy_negate(), context)


def _multiply(left, right, context):
    sign = left._sign ^ right._sign
    if isinstance(left._exp, str) or isinstance(right._exp, str):
        found = _nan_of(context, left, right)
        if found is not None:
            return found
        if not (left and right):
            return _invalid(context)
        return _new(Decimal, sign, 0, "F")
    return _finish(sign, left._int * right._int, left._exp + right._exp, context)


def _divide(left, right, context):
    sign = left._sign ^ right._sign
    if isinstance(left._exp, str) or isinstance(right._exp, str):
        found = _nan_of(context, left, right)
        if found is not None:
            return found
        if left._exp == "F":
            return _invalid(context) if right._exp == "F" else _new(Decimal, sign, 0, "F")
        context._raise(Clamped)
        return _new(Decimal, sign, 0, context.Etiny())
    x, y = left._int, right._int
    ideal = left._exp - right._exp
    if not y:
        if not x:
            return _invalid(context, DivisionUndefined)
        context._raise(DivisionByZero)
        return _new(Decimal, sign, 0, "F")
    if not x:
        return _finish(sign, 0, ideal, context)
    shift = _size(y) - _size(x) + context._prec + 1
    exponent = ideal - shift
    whole, rest = divmod(x * 10 ** shift, y) if shift >= 0 else divmod(x, y * 10 ** -shift)
    if rest:
        if whole % 5 == 0:
            whole += 1
    else:
        while exponent < ideal and whole % 10 == 0:
            whole //= 10
            exponent += 1
    return _finish(sign, whole, exponent, context)


def _whole_division(left, right, context):
    # (quotient, remainder) of finite ones; None: too large.
    sign = left._sign ^ right._sign
    exponent = min(left._exp, right._exp)
    distance = left._exp + _size(left._int) - right._exp - _size(right._int)
    if not left._int or distance < 0:
        return (_new(Decimal, sign, 0, 0), _rescaled_up(left, exponent))
    if distance > context._prec:
        return None
    x = left._int * 10 ** (left._exp - exponent)
    y = right._int * 10 ** (right._exp - exponent)
    whole, rest = divmod(x, y)
    if whole >= 10 ** context._prec:
        return None
    return _finish(sign, whole, 0, context), _new(Decimal, left._sign, rest, exponent)


def _rescaled_up(number, exponent):
    return _new(Decimal, number._sign, number._int * 10 ** (number._exp - exponent), exponent)


def _divide_whole(left, right, context):
    if isinstance(left._exp, str) or isinstance(right._exp, str):
        found = _nan_of(context, left, right)
        if found is not None:
            return found
        sign = left._sign ^ right._sign
        if left._exp == "F":
            return _invalid(context) if right._exp == "F" else _new(Decimal, sign, 0, "F")
        return _new(Decimal, sign, 0, 0)
    if not right._int:
        if not left._int:
            return _invalid(context, DivisionUndefined)
        context._raise(DivisionByZero)
        return _new(Decimal, left._sign ^ right._sign, 0, "F")
    both = _whole_division(left, right, context)
    return _invalid(context, DivisionImpossible) if both is None else both[0]


def _remainder(left, right, context):
    if isinstance(left._exp, str) or isinstance(right._exp, str):
        found = _nan_of(context, left, right)
        if found is not None:
            return found
        if left._exp == "F":
            return _invalid(context)
        return _finish(left._sign, left._int, left._exp, context)
    if not right._int:
        return _invalid(context, InvalidOperation if left._int else DivisionUndefined)
    both = _whole_division(left, right, context._quiet())
    if both is None:
        return _invalid(context, DivisionImpossible)
    return _finish(both[1]._sign, both[1]._int, both[1]._exp, context)


def _divmod(left, right, context):
    if not right and not isinstance(left._exp, str) and not isinstance(right._exp, str):
        if not left:
            return (_invalid(context, DivisionUndefined),) * 2
        context._raise(DivisionByZero, InvalidOperation)
        return _new(Decimal, left._sign ^ right._sign, 0, "F"), _NAN
    return _divide_whole(left, right, context), _remainder(left, right, context)


def _power(base, exponent, context):
    found = _nan_of(context, base, exponent)
    if found is not None:
        return found
    whole = exponent._exp != "F" and exponent == exponent.to_integral_value()
    if not exponent:
        return _invalid(context) if not base else _ONE
    odd = whole and exponent._exp <= 0 and exponent._int // 10 ** -exponent._exp % 2 == 1
    sign = 1 if base._sign and odd else 0
    if base._sign and not whole and base:
        return _invalid(context)
    if not base:
        return _new(Decimal, sign, 0, "F") if exponent._sign else _new(Decimal, sign, 0, 0)
    if base._exp == "F":
        return _new(Decimal, sign, 0, 0) if exponent._sign else _new(Decimal, sign, 0, "F")
    if exponent._exp == "F":
        above = _order(base.copy_abs(), _ONE)
        if above == 0:
            context._raise(Inexact, Rounded)
            return _finish(0, 10 ** (context._prec - 1), 1 - context._prec, context)
        return _ZERO if (above < 0) != bool(exponent._sign) else _new(Decimal, sign, 0, "F")
    if whole and base._int == 10 ** (_size(base._int) - 1) and exponent._exp >= 0:
        place = base._exp + _size(base._int) - 1
        power = exponent._int * 10 ** exponent._exp * (-1 if exponent._sign else 1) * place
        if place == 0:
            return _finish(sign, 1, 0, context)
        if power > context._Emax:
            return _overflow(sign, context)
    if whole and exponent.adjusted() < 6:
        count = exponent._int * 10 ** exponent._exp if exponent._exp >= 0 else \
            exponent._int // 10 ** -exponent._exp
        if count * _size(base._int) < 20000:
            made = base._int ** count
            if not exponent._sign:
                return _finish(sign, made, base._exp * count, context)
            return _divide(_ONE, _new(Decimal, sign, made, base._exp * count), context)
    coefficient, place = _decimal_math.power(base._int, base._exp, exponent._sign, exponent._int,
                                             exponent._exp, context._prec)
    return _finish(sign, coefficient, place, context)


class Decimal:
    __slots__ = ("_sign", "_int", "_exp")

    def __new__(cls, value="0", context=None):
        if isinstance(value, str):
            parts = _of_text(value)
            if parts is None:
                context = context or getcontext()
                context._raise(ConversionSyntax)
                parts = 0, 0, "n"
            elif not isinstance(parts[2], str) and not (
                    MIN_ETINY <= parts[2] and parts[2] + _size(parts[1]) - 1 <= MAX_EMAX):
                (context or getcontext())._raise(InvalidOperation)
                parts = 0, 0, "n"
        elif isinstance(value, int):
            parts = (1, -int(value), 0) if value < 0 else (0, int(value), 0)
        elif isinstance(value, Decimal):
            parts = value._sign, value._int, value._exp
        elif isinstance(value, float):
            (context or getcontext())._raise(FloatOperation)
            parts = _of_float(value)
        elif isinstance(value, (tuple, list)):
            parts = _of_tuple(value)
        else:
            raise TypeError(f"conversion from {type(value).__name__} to Decimal is not supported")
        return _new(cls, *parts)

    @classmethod
    def from_float(cls, f, /):
        if isinstance(f, int):
            return cls(f)
        if not isinstance(f, float):
            raise TypeError("argument must be int or float")
        made = _new(Decimal, *_of_float(f))
        return made if cls is Decimal else cls(made)

    # --- texts ---
    def __str__(self):
        return self._text(getcontext()._capitals, False)

    def _text(self, capitals, engineering):
        if self._exp == "F":
            return "-Infinity" if self._sign else "Infinity"
        if isinstance(self._exp, str):
            return ("-" * self._sign + ("s" if self._exp == "N" else "") + "NaN"
                    + (str(self._int) if self._int else ""))
        if self._exp == 0:
            return f"{'-' * self._sign}{self._int}"
        import _decimal_format
        return _decimal_format.scientific(self._sign, str(self._int), self._exp, capitals,
                                          engineering)

    def __repr__(self):
        return f"Decimal('{self}')"

    def to_eng_string(self, context=None):
        return self._text((context or getcontext())._capitals, True)

    def __format__(self, specifier, context=None):
        if not isinstance(specifier, str):
            raise TypeError("format argument must be str")
        if not specifier:
            return str(self)
        import _decimal_format
        return _decimal_format.formatted(self, specifier, (context or getcontext())._rounding)

    def as_tuple(self):
        digits = (0,) if self._exp == "F" else tuple(map(int, str(self._int)))
        if self._exp in ("n", "N") and not self._int:
            digits = ()
        return DecimalTuple(self._sign, digits, self._exp)

    def as_integer_ratio(self):
        if isinstance(self._exp, str):
            if self._exp == "F":
                raise OverflowError("cannot convert Infinity to integer ratio")
            raise ValueError("cannot convert NaN to integer ratio")
        number = -self._int if self._sign else self._int
        if self._exp >= 0:
            return number * 10 ** self._exp, 1
        below = 10 ** -self._exp
        common = math.gcd(number, below)
        return number // common, below // common

    # --- other kinds of numbers ---
    def _whole(self):
        if isinstance(self._exp, str):
            if self._exp == "F":
                raise OverflowError("cannot convert Infinity to integer")
            raise ValueError("cannot convert NaN to integer")
        number = self._int * 10 ** self._exp if self._exp >= 0 else self._int // 10 ** -self._exp
        return -number if self._sign else number

    __int__ = __trunc__ = _whole

    def __floor__(self):
        whole = self._whole()
        return whole - 1 if self._sign and self != whole else whole

    def __ceil__(self):
        whole = self._whole()
        return whole + 1 if not self._sign and self != whole else whole

    def __float__(self):
        if self._exp == "N":
            raise ValueError("cannot convert signaling NaN to float")
        if self._exp == "n":
            return -math.nan if self._sign else math.nan
        return float(str(self))

    def __complex__(self):
        return complex(float(self))

    def __round__(self, ndigits=None):
        if ndigits is not None:
            return self.quantize(_new(Decimal, 0, 1, -ndigits))
        if isinstance(self._exp, str):
            self._whole()
        rounded = self._rescaled(0, ROUND_HALF_EVEN)
        return rounded._whole()

    def __bool__(self):
        return bool(self._int) or isinstance(self._exp, str)

    def __hash__(self):
        if isinstance(self._exp, str):
            if self._exp == "N":
                raise TypeError("Cannot hash a signaling NaN value")
            if self._exp == "n":
                return object.__hash__(self)
            return -314159 if self._sign else 314159
        base = 10 if self._exp >= 0 else _HASH_TEN_INVERSE
        number = self._int * pow(base, abs(self._exp), _HASH_MODULUS) % _HASH_MODULUS
        number = -number if self._sign else number
        return -2 if number == -1 else number

    @property
    def real(self):
        return self

    @property
    def imag(self):
        return _ZERO

    def conjugate(self):
        return self

    # --- comparing ---
    def __eq__(self, other):
        other = _comparable(other, False) if not isinstance(other, numbers.Rational) or \
            isinstance(other, int) else other
        if other is None:
            return NotImplemented
        if not isinstance(other, Decimal):
            above, below = self.as_integer_ratio() if self.is_finite() else (0, 0)
            return (above, below) == (other.numerator, other.denominator)
        if isinstance(self._exp, str) or isinstance(other._exp, str):
            if self.is_nan() or other.is_nan():
                if self._exp == "N" or other._exp == "N":
                    getcontext()._raise(InvalidOperation)
                return False
        return _order(self, other) == 0

    __lt__ = _ordering(lambda order: order < 0)
    __le__ = _ordering(lambda order: order <= 0)
    __gt__ = _ordering(lambda order: order > 0)
    __ge__ = _ordering(lambda order: order >= 0)

    def compare(self, other, context=None):
        other, context = _argument(other), context or getcontext()
        found = _nan_of(context, self, other)
        return _of_int(_order(self, other)) if found is None else found

    def compare_signal(self, other, context=None):
        other, context = _argument(other), context or getcontext()
        if self.is_nan() or other.is_nan():
            return _invalid(context)
        return _of_int(_order(self, other))

    def _total_key(self):
        kind = {"n": 2, "N": 1}.get(self._exp, 0)
        return kind, self._int if kind else 0

    def compare_total(self, other, context=None):
        other = _argument(other)
        if self._sign != other._sign:
            return _of_int(-1 if self._sign else 1)
        mine, others = self._total_key(), other._total_key()
        if mine == others == (0, 0):
            order = _order(self, other)
            if order == 0 and self._exp != "F":
                order = (self._exp > other._exp) - (self._exp < other._exp)
                order = -order if self._sign else order
            return _of_int(order)
        order = (mine > others) - (mine < others)
        return _of_int(-order if self._sign else order)

    def compare_total_mag(self, other, context=None):
        return self.copy_abs().compare_total(_argument(other).copy_abs())

    def _fixed(self, context):
        if isinstance(self._exp, str):
            return self
        return _finish(self._sign, self._int, self._exp, context or getcontext())

    def _extreme(self, other, context, sign):
        other, context = _argument(other), context or getcontext()
        if self.is_nan() or other.is_nan():
            if self._exp == "N" or other._exp == "N" or (self.is_nan() and other.is_nan()):
                return _nan_of(context, self, other)
            return (other if self.is_nan() else self)._fixed(context)
        order = _order(self, other) or int(self.compare_total(other))
        return (self if order * sign >= 0 else other)._fixed(context)

    def max(self, other, context=None):
        return self._extreme(other, context, 1)

    def min(self, other, context=None):
        return self._extreme(other, context, -1)

    def max_mag(self, other, context=None):
        other = _argument(other)
        order = 0 if self.is_nan() or other.is_nan() else _order(self.copy_abs(),
                                                                  other.copy_abs())
        return (self if order > 0 else other)._fixed(context) if order else \
            self.max(other, context)

    def min_mag(self, other, context=None):
        other = _argument(other)
        order = 0 if self.is_nan() or other.is_nan() else _order(self.copy_abs(),
                                                                  other.copy_abs())
        return (self if order < 0 else other)._fixed(context) if order else \
            self.min(other, context)

    # --- operators ---
    __add__, __radd__ = _binary(_add)
    __sub__, __rsub__ = _binary(_subtract)
    __mul__, __rmul__ = _binary(_multiply)
    __truediv__, __rtruediv__ = _binary(_divide)
    __floordiv__, __rfloordiv__ = _binary(_divide_whole)
    __mod__, __rmod__ = _binary(_remainder)
    __divmod__, __rdivmod__ = _binary(_divmod)
    _pow, __rpow__ = _binary(_power)

    def __pow__(self, other, modulo=None):
        if modulo is None:
            return self._pow(other)
        other, modulo, context = _operand(other), _operand(modulo), getcontext()
        if other is None or modulo is None:
            return NotImplemented
        numbers_ = self, other, modulo
        if any([number._exp != 0 and number != number.to_integral_value()
                for number in numbers_]) or not modulo or other._sign:
            return _invalid(context)
        return _of_int(pow(*map(int, numbers_)))

    def __pos__(self, context=None):
        context = context or getcontext()
        if isinstance(self._exp, str):
            found = _nan_of(context, self)
            return self if found is None else found
        sign = 0 if not self._int and context._rounding != ROUND_FLOOR else self._sign
        return _finish(sign, self._int, self._exp, context)

    def __neg__(self, context=None):
        context = context or getcontext()
        if isinstance(self._exp, str):
            found = _nan_of(context, self)
            return self.copy_negate() if found is None else found
        sign = 0 if not self._int and context._rounding != ROUND_FLOOR else self._sign ^ 1
        return _finish(sign, self._int, self._exp, context)

    def __abs__(self, context=None):
        return self.__neg__(context) if self._sign else self.__pos__(context)

    def fma(self, other, third, context=None):
        other, third, context = _argument(other), _argument(third), context or getcontext()
        if isinstance(self._exp, str) or isinstance(other._exp, str):
            return _add(_multiply(self, other, context), third, context)
        product = _new(Decimal, self._sign ^ other._sign, self._int * other._int,
                       self._exp + other._exp)
        return _add(product, third, context)

    def remainder_near(self, other, context=None):
        other, context = _argument(other), context or getcontext()
        found = _nan_of(context, self, other)
        if found is not None:
            return found
        if self._exp == "F" or not other:
            return _invalid(context, InvalidOperation if self else DivisionUndefined)
        if other._exp == "F":
            return self.__pos__(context)
        exponent = min(self._exp, other._exp)
        x = self._int * 10 ** (self._exp - exponent)
        y = other._int * 10 ** (other._exp - exponent)
        whole, rest = divmod(x, y)
        if rest * 2 + (whole & 1) > y:
            rest -= y
        if whole >= 10 ** context._prec:
            return _invalid(context, DivisionImpossible)
        sign = self._sign ^ 1 if rest < 0 else self._sign
        return _finish(sign, abs(rest), exponent, context)

    # --- exponents and digits ---
    def _rescaled(self, exponent, rounding):
        # With that exponent, whatever it takes.
        if self._exp >= exponent:
            return _rescaled_up(self, exponent)
        divisor = 10 ** (exponent - self._exp)
        whole, rest = divmod(self._int, divisor)
        whole += _rounds_up(whole, rest, divisor, self._sign, rounding)
        return _new(Decimal, self._sign, whole, exponent)

    def _cut(self, digits, rounding):
        # To exactly so many digits.
        if not self._int:
            return self
        size = _size(self._int)
        made = self._rescaled(self._exp + size - digits, rounding)
        if _size(made._int) > digits:
            made = made._rescaled(made._exp + 1, rounding)
        return made

    def _moved(self, places):
        return _new(Decimal, self._sign, self._int, self._exp + places)

    def quantize(self, exp, rounding=None, context=None):
        exp, context = _argument(exp), context or getcontext()
        if rounding is None:
            rounding = context._rounding
        elif rounding not in _ROUNDINGS:
            raise TypeError("valid values for rounding are:\n  [ROUND_CEILING, ROUND_FLOOR, "
                            "ROUND_UP, ROUND_DOWN,\n   ROUND_HALF_UP, ROUND_HALF_DOWN, "
                            "ROUND_HALF_EVEN,\n   ROUND_05UP]")
        if isinstance(self._exp, str) or isinstance(exp._exp, str):
            found = _nan_of(context, self, exp)
            if found is not None:
                return found
            return self if self._exp == exp._exp else _invalid(context)
        place = exp._exp
        if not context.Etiny() <= place <= context._Emax:
            return _invalid(context)
        if self._int and (self.adjusted() > context._Emax
                          or self.adjusted() - place + 1 > context._prec):
            return _invalid(context)
        made = self._rescaled(place, rounding)
        if made._int >= 10 ** context._prec or made._int and made.adjusted() > context._Emax:
            return _invalid(context)
        if made._int and made.adjusted() < context._Emin:
            context._raise(Subnormal)
        if place > self._exp and self._int:
            inexact = self._int % 10 ** (place - self._exp)
            context._raise(*((Inexact, Rounded) if inexact else (Rounded,)))
        return made

    def normalize(self, context=None):
        context = context or getcontext()
        if isinstance(self._exp, str):
            found = _nan_of(context, self)
            return self if found is None else found
        made = _finish(self._sign, self._int, self._exp, context)
        if made._exp == "F":
            return made
        if not made._int:
            return _new(Decimal, made._sign, 0, 0)
        coefficient, exponent = made._int, made._exp
        while coefficient % 10 == 0 and exponent < context._Emax:
            coefficient //= 10
            exponent += 1
        return _new(Decimal, made._sign, coefficient, exponent)

    def to_integral_value(self, rounding=None, context=None):
        context = context or getcontext()
        if isinstance(self._exp, str):
            found = _nan_of(context, self)
            return self if found is None else found
        return self if self._exp >= 0 else self._rescaled(0, rounding or context._rounding)

    to_integral = to_integral_value

    def to_integral_exact(self, rounding=None, context=None):
        context = context or getcontext()
        made = self.to_integral_value(rounding, context)
        if not isinstance(self._exp, str) and self._exp < 0 and self._int:
            context._raise(*((Inexact, Rounded) if made != self else (Rounded,)))
        return made

    def adjusted(self):
        return 0 if isinstance(self._exp, str) else self._exp + _size(self._int) - 1

    def scaleb(self, other, context=None):
        other, context = _argument(other), context or getcontext()
        found = _nan_of(context, self, other)
        if found is not None:
            return found
        if other._exp != 0 or other._int > 2 * (context._Emax + context._prec):
            return _invalid(context)
        if self._exp == "F":
            return self
        return _finish(self._sign, self._int, self._exp + int(other), context)

    def logb(self, context=None):
        context = context or getcontext()
        found = _nan_of(context, self)
        if found is not None:
            return found
        if self._exp == "F":
            return _INFINITY
        if not self:
            context._raise(DivisionByZero)
            return _new(Decimal, 1, 0, "F")
        return _of_int(self.adjusted()).__pos__(context)

    def same_quantum(self, other, context=None):
        other = _argument(other)
        if isinstance(self._exp, str) or isinstance(other._exp, str):
            return self.is_nan() and other.is_nan() or self._exp == other._exp == "F"
        return self._exp == other._exp

    def _turned(self, other, context, rotates):
        other, context = _argument(other), context or getcontext()
        found = _nan_of(context, self, other)
        if found is not None:
            return found
        prec = context._prec
        if other._exp != 0 or other._int > prec:
            return _invalid(context)
        if self._exp == "F":
            return self
        digits, count = str(self._int)[-prec:].rjust(prec, "0"), int(other)
        if rotates:
            digits = digits[count:] + digits[:count]
        elif count >= 0:
            digits = (digits + "0" * count)[-prec:]
        else:
            digits = digits[:count]
        return _new(Decimal, self._sign, int(digits or "0"), self._exp)

    def rotate(self, other, context=None):
        return self._turned(other, context, True)

    def shift(self, other, context=None):
        return self._turned(other, context, False)

    def _logical(self, other, context, combine):
        context = context or getcontext()
        texts = []
        for number in (self, _argument(other)):
            if number._sign or number._exp != 0 or not set(str(number._int)) <= {"0", "1"}:
                return _invalid(context)
            texts.append(int(str(number._int)[-context._prec:], 2))
        return _new(Decimal, 0, int(f"{combine(*texts):b}"), 0)

    def logical_and(self, other, context=None):
        return self._logical(other, context, lambda a, b: a & b)

    def logical_or(self, other, context=None):
        return self._logical(other, context, lambda a, b: a | b)

    def logical_xor(self, other, context=None):
        return self._logical(other, context, lambda a, b: a ^ b)

    def logical_invert(self, context=None):
        prec = (context or getcontext())._prec
        return self.logical_xor(_new(Decimal, 0, (10 ** prec - 1) // 9, 0), context)

    # --- neighbours ---
    def _neighbour(self, context, up):
        context = context or getcontext()
        found = _nan_of(context, self)
        if found is not None:
            return found
        prec = context._prec
        if self._exp == "F":
            if bool(self._sign) != up:
                return self
            return _new(Decimal, self._sign, 10 ** prec - 1, context.Etop())
        quiet = context._quiet()
        quiet.rounding = ROUND_CEILING if up else ROUND_FLOOR
        made = self.__pos__(quiet)
        if made != self:
            return made
        return _add(self, _new(Decimal, 0 if up else 1, 1, context.Etiny() - 1), quiet)

    def next_plus(self, context=None):
        return self._neighbour(context, True)

    def next_minus(self, context=None):
        return self._neighbour(context, False)

    def next_toward(self, other, context=None):
        other, context = _argument(other), context or getcontext()
        found = _nan_of(context, self, other)
        if found is not None:
            return found
        order = _order(self, other)
        if order == 0:
            return self.copy_sign(other)
        made = self._neighbour(context, order < 0)
        if made._exp == "F":
            context._raise(Overflow, Inexact, Rounded)
        elif made.adjusted() < context._Emin:
            context._raise(Underflow, Subnormal, Inexact, Rounded)
        return made

    # --- functions ---
    def sqrt(self, context=None):
        context = context or getcontext()
        found = _nan_of(context, self)
        if found is not None:
            return found
        if self._sign and self:
            return _invalid(context)
        if self._exp == "F":
            return self
        if not self._int:
            return _finish(self._sign, 0, self._exp >> 1, context)
        ideal = self._exp >> 1
        coefficient, exponent = self._int, self._exp
        if exponent & 1:
            coefficient *= 10
            exponent -= 1
        shift = context._prec + 1 - (_size(coefficient) + 1 >> 1)
        if shift >= 0:
            coefficient *= 100 ** shift
            exact = True
        else:
            coefficient, rest = divmod(coefficient, 100 ** -shift)
            exact = not rest
        root = math.isqrt(coefficient)
        exact = exact and root * root == coefficient
        place = (exponent >> 1) - shift
        if exact:
            while place < ideal and root % 10 == 0:
                root //= 10
                place += 1
        elif root % 5 == 0:
            root += 1
        half = context._quiet()
        half.rounding = ROUND_HALF_EVEN
        made = _finish(0, root, place, half)
        context._raise(*half._flags._set)
        return made

    def _function(self, context, compute):
        rounded = context.copy()
        rounded.rounding = ROUND_HALF_EVEN
        coefficient, place = compute(context._prec)
        made = _finish(1 if coefficient < 0 else 0, abs(coefficient), place, rounded)
        context._flags._set |= rounded._flags._set
        return made

    def exp(self, context=None):
        context = context or getcontext()
        found = _nan_of(context, self)
        if found is not None:
            return found
        if self._exp == "F":
            return _ZERO if self._sign else self
        if not self._int:
            return _ONE
        if self.adjusted() > 20:
            if not self._sign:
                return _overflow(0, context)
            return _finish(0, 1, context.Etiny() - 5, context)
        return self._function(context, lambda digits: _decimal_math.exp(
            self._sign, self._int, self._exp, digits))

    def _logarithm(self, context, compute):
        context = context or getcontext()
        found = _nan_of(context, self)
        if found is not None:
            return found
        if not self:
            return _new(Decimal, 1, 0, "F")
        if self._sign:
            return _invalid(context)
        if self._exp == "F":
            return self
        if _order(self, _ONE) == 0:
            return _ZERO
        return self._function(context, lambda digits: compute(self._int, self._exp, digits))

    def ln(self, context=None):
        return self._logarithm(context, _decimal_math.ln)

    def log10(self, context=None):
        if not self._sign and not isinstance(self._exp, str) and self._int and \
                self._int == 10 ** (_size(self._int) - 1):
            return _of_int(self.adjusted()).__pos__(context)
        return self._logarithm(context, _decimal_math.log10)

    # --- signs and kinds ---
    def copy_abs(self):
        return _new(Decimal, 0, self._int, self._exp)

    def copy_negate(self):
        return _new(Decimal, self._sign ^ 1, self._int, self._exp)

    def copy_sign(self, other, context=None):
        return _new(Decimal, _argument(other)._sign, self._int, self._exp)

    def canonical(self):
        return self

    def radix(self):
        return _new(Decimal, 0, 10, 0)

    def is_canonical(self):
        return True

    def is_finite(self):
        return not isinstance(self._exp, str)

    def is_infinite(self):
        return self._exp == "F"

    def is_nan(self):
        return self._exp in ("n", "N")

    def is_qnan(self):
        return self._exp == "n"

    def is_snan(self):
        return self._exp == "N"

    def is_signed(self):
        return self._sign == 1

    def is_zero(self):
        return not self._int and not isinstance(self._exp, str)

    def is_normal(self, context=None):
        return bool(self) and self.is_finite() and \
            self.adjusted() >= (context or getcontext())._Emin

    def is_subnormal(self, context=None):
        return bool(self) and self.is_finite() and \
            self.adjusted() < (context or getcontext())._Emin

    def number_class(self, context=None):
        if self._exp == "N":
            return "sNaN"
        if self._exp == "n":
            return "NaN"
        kind = "Infinity" if self._exp == "F" else "Zero" if not self._int else \
            "Subnormal" if self.is_subnormal(context) else "Normal"
        return ("-" if self._sign else "+") + kind

    def __reduce__(self):
        return self.__class__, (str(self),)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self


numbers.Number.register(Decimal)
_ZERO, _ONE = Decimal(0), Decimal(1)
_NAN, _INFINITY = Decimal("NaN"), Decimal("Infinity")


# --- a context's methods: those of numbers, in that context ---
def _context_method(name, count):
    method = getattr(Decimal, name)
    if count == 1:
        return lambda self, a, /: method(_argument(a), context=self)
    if count == 2:
        return lambda self, a, b, /: method(_argument(a), _argument(b), context=self)
    return lambda self, a, b, c, /: method(_argument(a), _argument(b), _argument(c), context=self)


def _context_operation(compute):
    return lambda self, a, b, /: compute(_argument(a), _argument(b), self)


for _count, _names in ((1, "exp ln log10 sqrt logb next_plus next_minus normalize "
                           "to_integral_value to_integral_exact to_integral logical_invert "
                           "number_class is_normal is_subnormal to_eng_string"),
                       (2, "compare compare_signal compare_total compare_total_mag max min "
                           "max_mag min_mag quantize remainder_near scaleb same_quantum "
                           "next_toward rotate shift logical_and logical_or logical_xor "
                           "copy_sign"),
                       (3, "fma")):
    for _name in _names.split():
        setattr(Context, _name, _context_method(_name, _count))
for _name, _compute in (("add", _add), ("subtract", _subtract), ("multiply", _multiply),
                        ("divide", _divide), ("divide_int", _divide_whole),
                        ("remainder", _remainder), ("divmod", _divmod)):
    setattr(Context, _name, _context_operation(_compute))
for _name in ("canonical copy_abs copy_negate is_canonical is_finite is_infinite is_nan is_qnan "
              "is_signed is_snan is_zero").split():
    setattr(Context, _name, lambda self, a, /, _method=getattr(Decimal, _name):
            _method(_argument(a)))


def _context_power(self, a, b, modulo=None):
    if modulo is None:
        return _power(_argument(a), _argument(b), self)
    return pow(_argument(a), _argument(b), _argument(modulo))


def _create_decimal(self, num="0", /):
    made = Decimal(num, self)
    if isinstance(made._exp, str):
        return made
    return _finish(made._sign, made._int, made._exp, self)


Context.power = _context_power
Context.create_decimal = _create_decimal
Context.create_decimal_from_float = lambda self, f, /: _create_decimal(self, Decimal.from_float(f))
Context.plus = lambda self, a, /: _argument(a).__pos__(self)
Context.minus = lambda self, a, /: _argument(a).__neg__(self)
Context.abs = lambda self, a, /: _argument(a).__abs__(self)
Context.to_sci_string = lambda self, a, /: _argument(a)._text(self._capitals, False)
Context.radix = lambda self: _new(Decimal, 0, 10, 0)
del _count, _names, _name, _compute
