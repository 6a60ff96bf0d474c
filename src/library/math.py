# math: what is not over single floats, or takes ints of any size. The rest is native (math.cpp)
# and already in this module.
import _meada

pi = 3.141592653589793
e = 2.718281828459045
tau = 6.283185307179586
inf = float("inf")
nan = float("nan")


def _integer(value):
    try:
        method = type(value).__index__
    except AttributeError:
        raise TypeError(
            f"'{type(value).__name__}' object cannot be interpreted as an integer") from None
    return method(value)


_real_number = _meada.root("prelude")["_real_number"]


def _real(values):
    return [value if type(value) is float else _real_number(value) for value in values]


def fsum(seq, /):
    return _meada.fsum(_real(seq))


def hypot(*coordinates):
    return _meada.hypot(_real(coordinates))


def dist(p, q, /):
    p, q = tuple(p), tuple(q)
    if len(p) != len(q):
        raise ValueError("both points must have the same number of dimensions")
    return _meada.hypot([a - b for a, b in zip(_real(p), _real(q))])


def prod(iterable, /, *, start=1):
    product = start
    for factor in iterable:
        product = product * factor
    return product


def isclose(a, b, *, rel_tol=1e-09, abs_tol=0.0):
    if rel_tol < 0.0 or abs_tol < 0.0:
        raise ValueError("tolerances must be non-negative")
    a, b = float(a), float(b)
    if a == b:
        return True
    if isinf(a) or isinf(b):
        return False
    difference = fabs(b - a)
    return (difference <= fabs(rel_tol * b) or difference <= fabs(rel_tol * a)
            or difference <= abs_tol)


def gcd(*integers):
    divisor = 0
    for number in integers:
        number = _integer(number)
        while number:
            divisor, number = number, divisor % number
    return abs(divisor)


def lcm(*integers):
    multiple = 1
    for number in integers:
        number = _integer(number)
        if number == 0:
            multiple = 0
        if multiple:
            multiple = abs(multiple // gcd(multiple, number) * number)
    return multiple


def isqrt(n, /):
    n = _integer(n)
    if n < 0:
        raise ValueError("isqrt() argument must be nonnegative")
    if n < 2:
        return n
    guess = 1 << (n.bit_length() + 1) // 2
    while True:
        better = (guess + n // guess) >> 1
        if better >= guess:
            return guess
        guess = better


def _product(first, last):
    # Of all integers from first to last: halves first, so that both factors are of a size.
    if last - first < 8:
        product = first
        for factor in range(first + 1, last + 1):
            product *= factor
        return product
    middle = (first + last) // 2
    return _product(first, middle) * _product(middle + 1, last)


def factorial(x, /):
    n = _integer(x)
    if n < 0:
        raise ValueError("factorial() not defined for negative values")
    if n > 9223372036854775807:
        raise OverflowError("factorial() argument should not exceed 9223372036854775807")
    _meada.charge(n * 4)
    return _product(1, n) if n > 1 else 1


def comb(n, k, /):
    n, k = _integer(n), _integer(k)
    if n < 0:
        raise ValueError("n must be a non-negative integer")
    if k < 0:
        raise ValueError("k must be a non-negative integer")
    if k > n:
        return 0
    k = min(k, n - k)
    ways = 1
    for step in range(1, k + 1):
        ways = ways * (n - k + step) // step
    return ways


def perm(n, k=None, /):
    if k is None:
        return factorial(n)
    n, k = _integer(n), _integer(k)
    if n < 0:
        raise ValueError("n must be a non-negative integer")
    if k < 0:
        raise ValueError("k must be a non-negative integer")
    if k > n:
        return 0
    return _product(n - k + 1, n) if k else 1
