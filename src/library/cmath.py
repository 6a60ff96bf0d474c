# cmath: functions of complex numbers, after W. Kahan, "Branch Cuts for Complex Elementary
# Functions, or Much Ado About Nothing's Sign Bit" (1987): exact zeros' signs choose the side of a
# cut. Functions of infinities and NaNs are there where they follow from those of the parts.
import math

pi, e, tau, inf, nan = math.pi, math.e, math.tau, math.inf, math.nan
infj, nanj = complex(0.0, inf), complex(0.0, nan)

_HUGE = 1.7976931348623157e308 / 4
_HUGE_ROOT = math.sqrt(_HUGE)
_HUGE_LOG = math.log(_HUGE)
_TINY = 2.2250738585072014e-308
_LN2 = math.log(2.0)
_sign = math.copysign


def _complex(value):
    if type(value) is complex:
        return value
    if isinstance(value, (int, float, complex)):
        return complex(value)
    kind = type(value)
    if hasattr(kind, "__complex__") or hasattr(kind, "__float__") or hasattr(kind, "__index__"):
        return complex(value)
    raise TypeError(f"must be real number, not {kind.__name__}")


def _finite(value, name):
    z = _complex(value)
    if not isfinite(z):
        raise NotImplementedError(f"cmath.{name}() of infinities and NaNs")
    return z


def _in_range(real, imag):
    if math.isinf(real) or math.isinf(imag):
        raise OverflowError("math range error")
    return complex(real, imag)


def isfinite(z, /):
    z = _complex(z)
    return math.isfinite(z.real) and math.isfinite(z.imag)


def isinf(z, /):
    z = _complex(z)
    return math.isinf(z.real) or math.isinf(z.imag)


def isnan(z, /):
    z = _complex(z)
    return math.isnan(z.real) or math.isnan(z.imag)


def isclose(a, b, *, rel_tol=1e-09, abs_tol=0.0):
    a, b = _complex(a), _complex(b)
    if rel_tol < 0.0 or abs_tol < 0.0:
        raise ValueError("tolerances must be non-negative")
    if a == b:
        return True
    if isinf(a) or isinf(b):
        return False
    distance = abs(a - b)
    return distance <= rel_tol * abs(b) or distance <= rel_tol * abs(a) or distance <= abs_tol


def phase(z, /):
    z = _complex(z)
    return math.atan2(z.imag, z.real)


def polar(z, /):
    z = _complex(z)
    return math.hypot(z.real, z.imag), math.atan2(z.imag, z.real)


def rect(r, phi, /):
    r, phi = math.fabs(r) * _sign(1.0, r), float(phi)
    if math.isinf(phi) and r and not math.isnan(r):
        raise ValueError("math domain error")
    if not math.isfinite(r) or not math.isfinite(phi):
        if not r:
            return 0j
        if not phi:
            return complex(r, r * phi if not math.isinf(r) else _sign(phi, r * _sign(1.0, phi)))
        if math.isinf(r) and not math.isnan(phi):
            return complex(_sign(inf, math.cos(phi) * r), _sign(inf, math.sin(phi) * r))
        raise NotImplementedError("cmath.rect() of infinities and NaNs")
    # Not through sin and cos of 0: 0 * -0.0 has a sign.
    return complex(r, r * phi) if not phi else complex(r * math.cos(phi), r * math.sin(phi))


def _magnitude_log(x, y):
    x, y = math.fabs(x), math.fabs(y)
    if x > _HUGE or y > _HUGE:
        return math.log(math.hypot(x / 2.0, y / 2.0)) + _LN2
    if x < _TINY and y < _TINY:
        if not x and not y:
            raise ValueError("math domain error")
        return math.log(math.hypot(math.ldexp(x, 53), math.ldexp(y, 53))) - 53 * _LN2
    distance = math.hypot(x, y)
    if 0.71 <= distance <= 1.73:
        # Near the unit circle the logarithm is small: of what is above 1, then.
        large, small = max(x, y), min(x, y)
        return math.log1p((large - 1.0) * (large + 1.0) + small * small) / 2.0
    return math.log(distance)


def _log(z):
    if isinf(z):
        return complex(inf, nan if isnan(z) else math.atan2(z.imag, z.real))
    if isnan(z):
        return complex(nan, nan)
    return complex(_magnitude_log(z.real, z.imag), math.atan2(z.imag, z.real))


def log(z, base=None, /):
    logarithm = _log(_complex(z))
    if base is None:
        return logarithm
    divisor = _log(_complex(base))
    if not divisor:
        raise ValueError("math domain error")
    return logarithm / divisor


def log10(z, /):
    logarithm = _log(_complex(z))
    ten = math.log(10.0)
    return complex(logarithm.real / ten, logarithm.imag / ten)


def sqrt(z, /):
    z = _complex(z)
    x, y = z.real, z.imag
    if math.isinf(y):
        return complex(inf, y)
    if math.isnan(x) or math.isnan(y):
        if math.isinf(x):
            return complex(inf, nan) if x > 0 else complex(nan, inf)
        return complex(nan, nan)
    if math.isinf(x):
        return complex(inf, _sign(0.0, y)) if x > 0 else complex(0.0, _sign(inf, y))
    if not x and not y:
        return complex(0.0, y)
    a, b = math.fabs(x), math.fabs(y)
    if a < _TINY and b < _TINY and (a > 0.0 or b > 0.0):
        a = math.ldexp(a, 53)
        root = math.ldexp(math.sqrt(a + math.hypot(a, math.ldexp(b, 53))), -27)
    else:
        a /= 8.0
        root = 2.0 * math.sqrt(a + math.hypot(a, b / 8.0))
    other = b / (2.0 * root)
    return complex(root, _sign(other, y)) if x >= 0.0 else complex(other, _sign(root, y))


def exp(z, /):
    z = _complex(z)
    x, y = z.real, z.imag
    if not math.isfinite(y) or not math.isfinite(x):
        if math.isinf(y) and (math.isfinite(x) or x > 0):
            raise ValueError("math domain error")
        if math.isinf(x) and math.isfinite(y):
            if x < 0:
                return complex(_sign(0.0, math.cos(y)), _sign(0.0, math.sin(y)))
            return complex(_sign(inf, math.cos(y)), _sign(inf, math.sin(y)) if y else y)
        if math.isnan(x) and not y:
            return z
        if math.isnan(x) or math.isfinite(x):
            return complex(nan, nan)
        return complex(inf, nan) if x > 0 else complex(0.0, 0.0)
    if x > _HUGE_LOG:
        scale = math.exp(x - 1.0) if x - 1.0 <= 709.78 else inf
        return _in_range(scale * math.cos(y) * e, scale * math.sin(y) * e)
    scale = math.exp(x)
    return _in_range(scale * math.cos(y), scale * math.sin(y))


def _hyperbolic(x, real_of, imag_of):
    # cosh and sinh of x times these, without an overflow that e would cure.
    if math.fabs(x) > _HUGE_LOG:
        less = x - _sign(1.0, x)
        if math.fabs(less) > 710.4:
            raise OverflowError("math range error")
        return real_of * math.cosh(less) * e, imag_of * math.sinh(less) * e
    return real_of * math.cosh(x), imag_of * math.sinh(x)


def _cosh(z):
    return _in_range(*_hyperbolic(z.real, math.cos(z.imag), math.sin(z.imag)))


def _sinh(z):
    imag, real = _hyperbolic(z.real, math.sin(z.imag), math.cos(z.imag))
    return _in_range(real, imag)


def _tanh(z):
    x, y = z.real, z.imag
    if math.fabs(x) > _HUGE_LOG:
        return complex(_sign(1.0, x),
                       4.0 * math.sin(y) * math.cos(y) * math.exp(-2.0 * math.fabs(x)))
    across, up, inverse = math.tanh(x), math.tan(y), 1.0 / math.cosh(x)
    product = across * up
    below = 1.0 + product * product
    return complex(across * (1.0 + up * up) / below, up / below * inverse * inverse)


def _acos(z):
    x, y = z.real, z.imag
    if math.fabs(x) > _HUGE or math.fabs(y) > _HUGE:
        size = math.log(math.hypot(x / 2.0, y / 2.0)) + _LN2 * 2.0
        return complex(math.atan2(math.fabs(y), x), -_sign(size, y) if x < 0 else _sign(size, -y))
    first, second = sqrt(complex(1.0 - x, -y)), sqrt(complex(1.0 + x, y))
    return complex(2.0 * math.atan2(first.real, second.real),
                   math.asinh(second.real * first.imag - second.imag * first.real))


def _acosh(z):
    x, y = z.real, z.imag
    if math.fabs(x) > _HUGE or math.fabs(y) > _HUGE:
        return complex(math.log(math.hypot(x / 2.0, y / 2.0)) + _LN2 * 2.0, math.atan2(y, x))
    first, second = sqrt(complex(x - 1.0, y)), sqrt(complex(x + 1.0, y))
    return complex(math.asinh(first.real * second.real + first.imag * second.imag),
                   2.0 * math.atan2(first.imag, second.real))


def _asinh(z):
    x, y = z.real, z.imag
    if math.fabs(x) > _HUGE or math.fabs(y) > _HUGE:
        size = math.log(math.hypot(x / 2.0, y / 2.0)) + _LN2 * 2.0
        return complex(_sign(size, x) if y >= 0.0 else -_sign(size, -x),
                       math.atan2(y, math.fabs(x)))
    first, second = sqrt(complex(1.0 + y, -x)), sqrt(complex(1.0 - y, x))
    return complex(math.asinh(first.real * second.imag - second.real * first.imag),
                   math.atan2(y, first.real * second.real - first.imag * second.imag))


def _atanh(z):
    x, y = z.real, z.imag
    if _sign(1.0, x) < 0.0:
        return -_atanh(-z)
    height = math.fabs(y)
    if x > _HUGE_ROOT or height > _HUGE_ROOT:
        size = math.hypot(x / 2.0, y / 2.0)
        return complex(x / 4.0 / size / size, -_sign(pi / 2.0, -y))
    if x == 1.0 and height < math.sqrt(_TINY):
        if not height:
            raise ValueError("math domain error")
        return complex(-math.log(math.sqrt(height) / math.sqrt(math.hypot(height, 2.0))),
                       _sign(math.atan2(2.0, -height) / 2.0, y))
    less = 1.0 - x
    return complex(math.log1p(4.0 * x / (less * less + height * height)) / 4.0,
                   -math.atan2(-2.0 * y, less * (1.0 + x) - height * height) / 2.0)


def _turned(function):
    # The circular function of a hyperbolic one: of i times the argument, divided by i.
    def turned(z):
        result = function(complex(-z.imag, z.real))
        return complex(result.imag, -result.real)

    return turned


def _public(name, function):
    def public(z, /):
        return function(_finite(z, name))

    public.__name__ = public.__qualname__ = name
    return public


acos, acosh = _public("acos", _acos), _public("acosh", _acosh)
asin, asinh = _public("asin", _turned(_asinh)), _public("asinh", _asinh)
atan, atanh = _public("atan", _turned(_atanh)), _public("atanh", _atanh)
cos, cosh = _public("cos", lambda z: _cosh(complex(-z.imag, z.real))), _public("cosh", _cosh)
sin, sinh = _public("sin", _turned(_sinh)), _public("sinh", _sinh)
tan, tanh = _public("tan", _turned(_tanh)), _public("tanh", _tanh)
