# fractions: rational numbers in lowest terms.
import math
import numbers
import operator
import re

__all__ = ["Fraction"]

_literal = re.compile(r"""
    \s*(?P<sign>[-+]?)(?=\d|\.\d)
    (?P<whole>\d*|\d+(?:_\d+)*)
    (?:(?:/(?P<below>\d+(?:_\d+)*))?
       |(?:\.(?P<decimals>\d*|\d+(?:_\d+)*))?(?:E(?P<exponent>[-+]?\d+(?:_\d+)*))?)
    \s*""", re.VERBOSE | re.IGNORECASE).fullmatch
_hash_modulus = 2 ** 61 - 1


def _of_text(text):
    match = _literal(text)
    if match is None:
        raise ValueError(f"Invalid literal for Fraction: {text!r}")
    above, below = int(match["whole"] or "0"), 1
    if match["below"]:
        below = int(match["below"])
    else:
        decimals = (match["decimals"] or "").replace("_", "")
        if decimals:
            below = 10 ** len(decimals)
            above = above * below + int(decimals)
        exponent = int(match["exponent"] or "0")
        if exponent >= 0:
            above *= 10 ** exponent
        else:
            below *= 10 ** -exponent
    return -above if match["sign"] == "-" else above, below


def _operators(exact, fallback):
    # A method and its reflection: exact among rationals, else as floats and complex numbers do.
    def forward(a, b):
        if isinstance(b, (int, Fraction)):
            return exact(a, b)
        if isinstance(b, float):
            return fallback(float(a), b)
        if isinstance(b, complex):
            return fallback(complex(a), b)
        return NotImplemented

    def reverse(b, a):
        if isinstance(a, numbers.Rational):
            return exact(a, b)
        if isinstance(a, numbers.Real):
            return fallback(float(a), float(b))
        if isinstance(a, numbers.Complex):
            return fallback(complex(a), complex(b))
        return NotImplemented

    forward.__name__ = f"__{fallback.__name__}__"
    reverse.__name__ = f"__r{fallback.__name__}__"
    return forward, reverse


class Fraction(numbers.Rational):
    __slots__ = ("_numerator", "_denominator")

    def __new__(cls, numerator=0, denominator=None, *, _normalize=True):
        self = object.__new__(cls)
        if denominator is None:
            if type(numerator) is int:
                self._numerator, self._denominator = numerator, 1
                return self
            if isinstance(numerator, numbers.Rational):
                self._numerator = numerator.numerator
                self._denominator = numerator.denominator
                return self
            if isinstance(numerator, float) or hasattr(numerator, "as_integer_ratio"):
                self._numerator, self._denominator = numerator.as_integer_ratio()
                return self
            if not isinstance(numerator, str):
                raise TypeError("argument should be a string or a Rational instance")
            numerator, denominator = _of_text(numerator)
        elif type(numerator) is not int or type(denominator) is not int:
            if not (isinstance(numerator, numbers.Rational)
                    and isinstance(denominator, numbers.Rational)):
                raise TypeError("both arguments should be Rational instances")
            numerator, denominator = (numerator.numerator * denominator.denominator,
                                      denominator.numerator * numerator.denominator)
        if denominator == 0:
            raise ZeroDivisionError(f"Fraction({numerator}, 0)")
        if _normalize:
            common = math.gcd(numerator, denominator)
            if denominator < 0:
                common = -common
            numerator //= common
            denominator //= common
        self._numerator, self._denominator = numerator, denominator
        return self

    @classmethod
    def from_float(cls, f):
        if isinstance(f, numbers.Integral):
            return cls(f)
        if not isinstance(f, float):
            raise TypeError(f"{cls.__name__}.from_float() only takes floats, not {f!r} "
                            f"({type(f).__name__})")
        return cls(*f.as_integer_ratio())

    @classmethod
    def from_decimal(cls, dec):
        from decimal import Decimal
        if isinstance(dec, numbers.Integral):
            dec = Decimal(int(dec))
        elif not isinstance(dec, Decimal):
            raise TypeError(f"{cls.__name__}.from_decimal() only takes Decimals, not {dec!r} "
                            f"({type(dec).__name__})")
        return cls(*dec.as_integer_ratio())

    def as_integer_ratio(self):
        return self._numerator, self._denominator

    def limit_denominator(self, max_denominator=1000000):
        if max_denominator < 1:
            raise ValueError("max_denominator should be at least 1")
        if self._denominator <= max_denominator:
            return Fraction(self)
        # The continued fraction, until its next convergent is too fine.
        before_above, before_below, above, below = 0, 1, 1, 0
        number, rest = self._numerator, self._denominator
        while True:
            whole = number // rest
            next_below = before_below + whole * below
            if next_below > max_denominator:
                break
            before_above, before_below, above, below = (above, below, before_above + whole * above,
                                                        next_below)
            number, rest = rest, number - whole * rest
        steps = (max_denominator - before_below) // below
        first = Fraction(before_above + steps * above, before_below + steps * below)
        second = Fraction(above, below)
        return second if abs(second - self) <= abs(first - self) else first

    @property
    def numerator(self):
        return self._numerator

    @property
    def denominator(self):
        return self._denominator

    def __repr__(self):
        return f"{self.__class__.__name__}({self._numerator}, {self._denominator})"

    def __str__(self):
        if self._denominator == 1:
            return str(self._numerator)
        return f"{self._numerator}/{self._denominator}"

    def _add(a, b):
        return Fraction(a.numerator * b.denominator + b.numerator * a.denominator,
                        a.denominator * b.denominator)

    def _sub(a, b):
        return Fraction(a.numerator * b.denominator - b.numerator * a.denominator,
                        a.denominator * b.denominator)

    def _mul(a, b):
        return Fraction(a.numerator * b.numerator, a.denominator * b.denominator)

    def _div(a, b):
        if b.numerator == 0:
            # As the quotient would show, with the common factor gone.
            raise ZeroDivisionError(f"Fraction({a.numerator * b.denominator}, 0)"
                                    if a.numerator else "Fraction(0, 0)")
        return Fraction(a.numerator * b.denominator, a.denominator * b.numerator)

    def _floordiv(a, b):
        return (a.numerator * b.denominator) // (a.denominator * b.numerator)

    def _mod(a, b):
        return Fraction((a.numerator * b.denominator) % (b.numerator * a.denominator),
                        a.denominator * b.denominator)

    def _divmod(a, b):
        below = a.denominator * b.denominator
        whole, rest = divmod(a.numerator * b.denominator, a.denominator * b.numerator)
        return whole, Fraction(rest, below)

    __add__, __radd__ = _operators(_add, operator.add)
    __sub__, __rsub__ = _operators(_sub, operator.sub)
    __mul__, __rmul__ = _operators(_mul, operator.mul)
    __truediv__, __rtruediv__ = _operators(_div, operator.truediv)
    __floordiv__, __rfloordiv__ = _operators(_floordiv, operator.floordiv)
    __mod__, __rmod__ = _operators(_mod, operator.mod)
    __divmod__, __rdivmod__ = _operators(_divmod, divmod)
    del _add, _sub, _mul, _div, _floordiv, _mod, _divmod

    def __pow__(a, b):
        if not isinstance(b, numbers.Rational):
            return float(a) ** b
        if b.denominator != 1:
            return float(a) ** float(b)
        power = b.numerator
        if power >= 0:
            return Fraction(a._numerator ** power, a._denominator ** power, _normalize=False)
        if a._numerator >= 0:
            return Fraction(a._denominator ** -power, a._numerator ** -power, _normalize=False)
        return Fraction((-a._denominator) ** -power, (-a._numerator) ** -power, _normalize=False)

    def __rpow__(b, a):
        if b._denominator == 1 and b._numerator >= 0:
            return a ** b._numerator
        if isinstance(a, numbers.Rational):
            return Fraction(a.numerator, a.denominator) ** b
        if b._denominator == 1:
            return a ** b._numerator
        return a ** float(b)

    def __pos__(a):
        return Fraction(a._numerator, a._denominator, _normalize=False)

    def __neg__(a):
        return Fraction(-a._numerator, a._denominator, _normalize=False)

    def __abs__(a):
        return Fraction(abs(a._numerator), a._denominator, _normalize=False)

    def __int__(a):
        return int(a.__trunc__())

    def __trunc__(a):
        whole = abs(a._numerator) // a._denominator
        return -whole if a._numerator < 0 else whole

    def __floor__(a):
        return a._numerator // a._denominator

    def __ceil__(a):
        return -(-a._numerator // a._denominator)

    def __round__(self, ndigits=None):
        if ndigits is None:
            whole, rest = divmod(self._numerator, self._denominator)
            twice = rest * 2
            if twice > self._denominator or twice == self._denominator and whole % 2:
                whole += 1
            return whole
        scale = 10 ** abs(ndigits)
        if ndigits > 0:
            return Fraction(round(self * scale), scale)
        return Fraction(round(self / scale) * scale)

    def __hash__(self):
        # As every number of that value has it.
        try:
            inverse = pow(self._denominator, -1, _hash_modulus)
        except ValueError:
            result = 314159
        else:
            result = hash(hash(abs(self._numerator)) * inverse)
        result = result if self._numerator >= 0 else -result
        return -2 if result == -1 else result

    def __eq__(a, b):
        if type(b) is int:
            return a._numerator == b and a._denominator == 1
        if isinstance(b, numbers.Rational):
            return a._numerator == b.numerator and a._denominator == b.denominator
        if isinstance(b, numbers.Complex) and b.imag == 0:
            b = b.real
        if isinstance(b, float):
            if math.isnan(b) or math.isinf(b):
                return 0.0 == b
            return a == a.from_float(b)
        return NotImplemented

    def _compare(self, other, compare):
        if isinstance(other, numbers.Rational):
            return compare(self._numerator * other.denominator,
                           self._denominator * other.numerator)
        if isinstance(other, float):
            if math.isnan(other) or math.isinf(other):
                return compare(0.0, other)
            return compare(self, self.from_float(other))
        return NotImplemented

    def __lt__(a, b):
        return a._compare(b, operator.lt)

    def __gt__(a, b):
        return a._compare(b, operator.gt)

    def __le__(a, b):
        return a._compare(b, operator.le)

    def __ge__(a, b):
        return a._compare(b, operator.ge)

    def __bool__(a):
        return a._numerator != 0

    def __reduce__(self):
        return self.__class__, (self._numerator, self._denominator)

    def __copy__(self):
        if type(self) is Fraction:
            return self
        return self.__class__(self._numerator, self._denominator)

    def __deepcopy__(self, memo):
        return self.__copy__()
