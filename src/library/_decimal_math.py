# Transcendental functions of decimal: on integers that stand for fixed-point numbers.
import math


def _scaled_exp(above, below, places):
    # exp(above / below) times 10**places, good to a few units.
    unit = 10 ** places
    number = above * unit // below
    # exp(x) = exp(x / 2**halvings)**(2**halvings)
    halvings = max(0, number.bit_length() - unit.bit_length() + 8)
    guard = 2 ** (halvings + 16)
    number, unit = number * guard >> halvings, unit * guard
    total = term = unit
    count = 1
    while term:
        term = term * number // (unit * count)
        total += term
        count += 1
    for _ in range(halvings):
        total = total * total // unit
    return total // guard


def _scaled_ln2(unit):
    # Machin's way: 18 atanh(1/26) - 2 atanh(1/4801) + 8 atanh(1/8749)
    return (18 * _scaled_atanh(unit // 26, unit) - 2 * _scaled_atanh(unit // 4801, unit)
            + 8 * _scaled_atanh(unit // 8749, unit))


def _scaled_atanh(number, unit):
    if number < 0:
        return -_scaled_atanh(-number, unit)
    square = number * number // unit
    total = power = number
    count = 3
    while power:
        power = power * square // unit
        total += power // count
        count += 2
    return total


def _scaled_ln(above, below, places):
    # ln(above / below) times 10**places, good to a few units.
    unit = 10 ** (places + 10)
    doublings = above.bit_length() - below.bit_length()
    if doublings >= 0:
        below <<= doublings
    else:
        above <<= -doublings
    # Near 1 now; square roots bring it nearer.
    number = above * unit // below
    roots = 8
    for _ in range(roots):
        number = math.isqrt(number * unit)
    ratio = (number - unit) * unit // (number + unit)
    logarithm = 2 * _scaled_atanh(ratio, unit) << roots
    logarithm += doublings * _scaled_ln2(unit)
    return logarithm // 10 ** 10


def _fraction(coefficient, exponent):
    if exponent >= 0:
        return coefficient * 10 ** exponent, 1
    return coefficient, 10 ** -exponent


def _rounded(compute, digits, places):
    # What `compute(places)` gives, times 10**places, with so many digits behind which its
    # rounding is certain: (coefficient, exponent).
    while True:
        number = compute(places)
        magnitude = abs(number)
        spare = len(str(magnitude)) - digits - 3
        if spare >= 3:
            cut = 10 ** spare
            rest = magnitude % cut
            if 1000 < rest < cut - 1000 or spare > 500:
                # One digit more, not 0 nor 5, says on which side of the half it lies.
                whole = magnitude // cut
                return (whole * 10 + 1 if number > 0 else -(whole * 10 + 1)), spare - 1 - places
        places += max(10, 8 - spare)


def _exp_of(argument, digits):
    # exp of what `argument(places)` gives, times 10**places: as a power of ten and a rest.
    tens = argument(20) * 43429448190325182765 // 10 ** 40

    def compute(places):
        work = places + 15 + len(str(abs(tens)))
        rest = argument(work) - tens * _scaled_ln(10, 1, work)
        return _scaled_exp(rest, 10 ** work, places)

    coefficient, exponent = _rounded(compute, digits, digits + 12)
    return coefficient, exponent + tens


def exp(sign, coefficient, exponent, digits):
    above, below = _fraction(-coefficient if sign else coefficient, exponent)
    return _exp_of(lambda places: above * 10 ** places // below, digits)


def ln(coefficient, exponent, digits):
    above, below = _fraction(coefficient, exponent)
    return _rounded(lambda places: _scaled_ln(above, below, places), digits, digits + 12)


def log10(coefficient, exponent, digits):
    above, below = _fraction(coefficient, exponent)

    def compute(places):
        ten = _scaled_ln(10, 1, places + 15)
        return _scaled_ln(above, below, places + 15) * 10 ** places // ten

    return _rounded(compute, digits, digits + 12)


def power(base, base_exponent, sign, coefficient, exponent, digits):
    # (base * 10**base_exponent) ** (-1**sign * coefficient * 10**exponent)
    base_above, base_below = _fraction(base, base_exponent)
    above, below = _fraction(-coefficient if sign else coefficient, exponent)

    more = len(str(abs(above) // below))

    def logarithm(places):
        return _scaled_ln(base_above, base_below, places + more) * above // below // 10 ** more

    return _exp_of(logarithm, digits)
