# statistics: averages and spread, summed exactly; the normal distribution.
import math
import random
from collections import Counter, namedtuple
from decimal import Decimal, localcontext
from fractions import Fraction
from math import erf, exp, fabs, fsum, log, sqrt, tau
from operator import mul

__all__ = ["NormalDist", "StatisticsError", "correlation", "covariance", "fmean",
           "geometric_mean", "harmonic_mean", "linear_regression", "mean", "median",
           "median_grouped", "median_high", "median_low", "mode", "multimode", "pstdev",
           "pvariance", "quantiles", "stdev", "variance"]


class StatisticsError(ValueError):
    pass


# --- exact sums ---
def _common(kind, other):
    # The type of a sum of both.
    if kind is other or other is int or other is bool:
        return kind
    if kind is int:
        return other
    if issubclass(other, kind):
        return other
    if issubclass(kind, other):
        return kind
    if issubclass(kind, int):
        return other
    if issubclass(other, int):
        return kind
    if issubclass(kind, Fraction) and issubclass(other, float):
        return other
    if issubclass(kind, float) and issubclass(other, Fraction):
        return kind
    raise TypeError(f"don't know how to coerce {kind.__name__} and {other.__name__}")


def _ratio(value):
    # Below 0: not finite.
    try:
        return value.as_integer_ratio()
    except AttributeError:
        pass
    except (OverflowError, ValueError):
        return value, None
    try:
        return value.numerator, value.denominator
    except AttributeError:
        raise TypeError(f"can't convert type '{type(value).__name__}' to numerator/denominator"
                        ) from None


def _exact(values, squares=False):
    # (type, sum, count), or (type, sum, sum of squares, count).
    kind, count, wild = int, 0, None
    sums, square_sums = {}, {}
    for value in values:
        count += 1
        if type(value) is not kind:
            kind = _common(kind, type(value))
        above, below = _ratio(value)
        if below is None:
            wild = above if wild is None else wild + above
            continue
        sums[below] = sums.get(below, 0) + above
        if squares:
            square_sums[below] = square_sums.get(below, 0) + above * above
    if wild is not None:
        return (kind, wild, wild, count) if squares else (kind, wild, count)
    total = sum([Fraction(above, below) for below, above in sums.items()], Fraction(0))
    if not squares:
        return kind, total, count
    square = sum([Fraction(above, below * below) for below, above in square_sums.items()],
                 Fraction(0))
    return kind, total, square, count


def _converted(value, kind):
    if type(value) is kind:
        return value
    if issubclass(kind, int) and value.denominator != 1:
        kind = float
    try:
        return kind(value)
    except TypeError:
        if issubclass(kind, Decimal):
            return kind(value.numerator) / kind(value.denominator)
        raise


def _squares_about(data, center):
    # (type, sum of the squared distances from the center, count)
    if center is not None:
        return _exact([(value - center) ** 2 for value in data])
    kind, total, square, count = _exact(data, True)
    if count == 0:
        return kind, Fraction(0), 0
    if not isinstance(total, Fraction):
        return kind, total - total, count
    return kind, (count * square - total * total) / count, count


def _float_root(above, below):
    # The float nearest to the square root of a fraction.
    if not above:
        return 0.0
    shift = (above.bit_length() - below.bit_length() - 109) // 2
    if shift >= 0:
        below <<= 2 * shift
    else:
        above <<= -2 * shift
    root = math.isqrt(above // below)
    # An odd last bit stands for all that was left over.
    root |= root * root * below != above
    return root * (1 << shift) / 1 if shift >= 0 else root / (1 << -shift)


def _root(value, kind):
    if not isinstance(value, Fraction):
        return math.sqrt(value)
    if issubclass(kind, Decimal):
        with localcontext() as context:
            context.prec += 20
            root = (Decimal(value.numerator) / Decimal(value.denominator)).sqrt()
        return +root
    return _float_root(value.numerator, value.denominator)


def _listed(data):
    return data if iter(data) is not data else list(data)


# --- averages ---
def mean(data):
    kind, total, count = _exact(data)
    if count < 1:
        raise StatisticsError("mean requires at least one data point")
    return _converted(total / count, kind)


def fmean(data, weights=None):
    data = list(data)
    count = len(data)
    if not count:
        raise StatisticsError("fmean requires at least one data point")
    if weights is None:
        return fsum(data) / count
    weights = list(weights)
    if count != len(weights):
        raise StatisticsError("data and weights must be the same length")
    total = fsum(weights)
    if not total:
        raise StatisticsError("sum of weights must be non-zero")
    return fsum(map(mul, data, weights)) / total


def geometric_mean(data):
    try:
        return exp(fmean(map(log, data)))
    except ValueError:
        raise StatisticsError("geometric mean requires a non-empty dataset containing positive "
                              "numbers") from None


def harmonic_mean(data, weights=None):
    data = list(data)
    if not data:
        raise StatisticsError("harmonic_mean requires at least one data point")
    wrong = "harmonic mean does not support negative values"
    if len(data) == 1 and weights is None:
        if not isinstance(data[0], (int, float, Fraction, Decimal)):
            raise TypeError("unsupported type")
        if data[0] < 0:
            raise StatisticsError(wrong)
        return data[0]
    weights = [1] * len(data) if weights is None else list(weights)
    if len(weights) != len(data):
        raise StatisticsError("Number of weights does not match data size")
    if any([value < 0 for value in weights]) or any([value < 0 for value in data]):
        raise StatisticsError(wrong)
    _, total_weight, _ = _exact(weights)
    try:
        kind, total, _ = _exact([weight / value if weight else 0
                                 for weight, value in zip(weights, data)])
    except ZeroDivisionError:
        return 0
    if total <= 0:
        raise StatisticsError("Weighted sum must be positive")
    return _converted(total_weight / total, kind)


def _sorted(data):
    data = sorted(data)
    if not data:
        raise StatisticsError("no median for empty data")
    return data, len(data)


def median(data):
    data, count = _sorted(data)
    middle = count // 2
    return data[middle] if count % 2 else (data[middle - 1] + data[middle]) / 2


def median_low(data):
    data, count = _sorted(data)
    return data[(count - 1) // 2]


def median_high(data):
    data, count = _sorted(data)
    return data[count // 2]


def median_grouped(data, interval=1):
    data, count = _sorted(data)
    if count == 1:
        return data[0]
    middle = data[count // 2]
    for value in (middle, interval):
        if isinstance(value, (str, bytes)):
            raise TypeError(f"expected number but got {value!r}")
    try:
        low = middle - interval / 2
    except TypeError:
        low = float(middle) - float(interval) / 2
    before = data.index(middle)
    return low + interval * (count / 2 - before) / data.count(middle)


def mode(data):
    pairs = Counter(iter(data)).most_common(1)
    if not pairs:
        raise StatisticsError("no mode for empty data")
    return pairs[0][0]


def multimode(data):
    counts = Counter(iter(data))
    most = max(counts.values(), default=0)
    return [value for value, count in counts.items() if count == most]


def quantiles(data, *, n=4, method="exclusive"):
    if n < 1:
        raise StatisticsError("n must be at least 1")
    data = sorted(data)
    count = len(data)
    if count < 2:
        raise StatisticsError("must have at least two data points")
    cuts = []
    if method == "inclusive":
        for index in range(1, n):
            place, rest = divmod(index * (count - 1), n)
            cuts.append((data[place] * (n - rest) + data[place + 1] * rest) / n)
    elif method == "exclusive":
        for index in range(1, n):
            place = min(max(index * (count + 1) // n, 1), count - 1)
            rest = index * (count + 1) - place * n
            cuts.append((data[place - 1] * (n - rest) + data[place] * rest) / n)
    else:
        raise ValueError(f"Unknown method: {method!r}")
    return cuts


# --- spread ---
def _spread(data, center, name, least):
    kind, total, count = _squares_about(_listed(data), center)
    if count < least:
        points = "one data point" if least == 1 else "two data points"
        raise StatisticsError(f"{name} requires at least {points}")
    return kind, total / (count - least + 1)


def variance(data, xbar=None):
    kind, value = _spread(data, xbar, "variance", 2)
    return _converted(value, kind)


def pvariance(data, mu=None):
    kind, value = _spread(data, mu, "pvariance", 1)
    return _converted(value, kind)


def stdev(data, xbar=None):
    kind, value = _spread(data, xbar, "stdev", 2)
    return _root(value, kind)


def pstdev(data, mu=None):
    kind, value = _spread(data, mu, "pstdev", 1)
    return _root(value, kind)


# --- two variables ---
def _paired(name, x, y):
    if len(y) != len(x):
        raise StatisticsError(f"{name} requires that both inputs have same number of data points")
    if len(x) < 2:
        raise StatisticsError(f"{name} requires at least two data points")
    return fsum(x) / len(x), fsum(y) / len(x)


def covariance(x, y, /):
    middle_x, middle_y = _paired("covariance", x, y)
    return fsum([(a - middle_x) * (b - middle_y) for a, b in zip(x, y)]) / (len(x) - 1)


def correlation(x, y, /):
    middle_x, middle_y = _paired("correlation", x, y)
    together = fsum([(a - middle_x) * (b - middle_y) for a, b in zip(x, y)])
    square_x = fsum([(a - middle_x) ** 2.0 for a in x])
    square_y = fsum([(b - middle_y) ** 2.0 for b in y])
    try:
        return together / sqrt(square_x * square_y)
    except ZeroDivisionError:
        raise StatisticsError("at least one of the inputs is constant") from None


LinearRegression = namedtuple("LinearRegression", ("slope", "intercept"))


def linear_regression(x, y, /, *, proportional=False):
    middle_x, middle_y = _paired("linear regression", x, y)
    if proportional:
        middle_x = middle_y = 0.0
    together = fsum([(a - middle_x) * (b - middle_y) for a, b in zip(x, y)])
    square = fsum([(a - middle_x) ** 2.0 for a in x])
    try:
        slope = together / square
    except ZeroDivisionError:
        raise StatisticsError("x is constant") from None
    return LinearRegression(slope=slope,
                            intercept=0.0 if proportional else middle_y - slope * middle_x)


# --- the normal distribution ---
# Coefficients of M. J. Wichura, "Algorithm AS 241: The Percentage Points of the Normal
# Distribution", Applied Statistics 37 (1988), the 16-digit version; the last power first.
_CENTER = ((2.50908_09287_30122_6727e+3, 3.34305_75583_58812_8105e+4, 6.72657_70927_00870_0853e+4,
            4.59219_53931_54987_1457e+4, 1.37316_93765_50946_1125e+4, 1.97159_09503_06551_4427e+3,
            1.33141_66789_17843_7745e+2, 3.38713_28727_96366_6080e+0),
           (5.22649_52788_52854_5610e+3, 2.87290_85735_72194_2674e+4, 3.93078_95800_09271_0610e+4,
            2.12137_94301_58659_5867e+4, 5.39419_60214_24751_1077e+3, 6.87187_00749_20579_0830e+2,
            4.23133_30701_60091_1252e+1, 1.0))
_MIDDLE = ((7.74545_01427_83414_07640e-4, 2.27238_44989_26918_45833e-2,
            2.41780_72517_74506_11770e-1, 1.27045_82524_52368_38258e+0,
            3.64784_83247_63204_60504e+0, 5.76949_72214_60691_40550e+0,
            4.63033_78461_56545_29590e+0, 1.42343_71107_49683_57734e+0),
           (1.05075_00716_44416_84324e-9, 5.47593_80849_95344_94600e-4,
            1.51986_66563_61645_71966e-2, 1.48103_97642_74800_74590e-1,
            6.89767_33498_51000_04550e-1, 1.67638_48301_83803_84940e+0,
            2.05319_16266_37758_82187e+0, 1.0))
_TAIL = ((2.01033_43992_92288_13265e-7, 2.71155_55687_43487_57815e-5,
          1.24266_09473_88078_43860e-3, 2.65321_89526_57612_30930e-2,
          2.96560_57182_85048_91230e-1, 1.78482_65399_17291_33580e+0,
          5.46378_49111_64114_36990e+0, 6.65790_46435_01103_77720e+0),
         (2.04426_31033_89939_78564e-15, 1.42151_17583_16445_88870e-7,
          1.84631_83175_10054_68180e-5, 7.86869_13114_56132_59100e-4,
          1.48753_61290_85061_48525e-2, 1.36929_88092_27358_05310e-1,
          5.99832_20655_58879_37690e-1, 1.0))


def _quotient(coefficients, value):
    results = []
    for row in coefficients:
        total = 0.0
        for factor in row:
            total = total * value + factor
        results.append(total)
    return results


def _normal_point(p, mu, sigma):
    distance = p - 0.5
    if fabs(distance) <= 0.425:
        above, below = _quotient(_CENTER, 0.180625 - distance * distance)
        return mu + above * distance / below * sigma
    edge = sqrt(-log(p if distance <= 0.0 else 1.0 - p))
    above, below = _quotient(_MIDDLE, edge - 1.6) if edge <= 5.0 else _quotient(_TAIL, edge - 5.0)
    point = above / below
    return mu + (-point if distance < 0.0 else point) * sigma


_SQRT2 = sqrt(2.0)


class NormalDist:
    __slots__ = ("_mu", "_sigma")

    def __init__(self, mu=0.0, sigma=1.0):
        if sigma < 0.0:
            raise StatisticsError("sigma must be non-negative")
        self._mu = float(mu)
        self._sigma = float(sigma)

    @classmethod
    def from_samples(cls, data):
        data = list(data)
        return cls(mean(data), stdev(data))

    def samples(self, n, *, seed=None):
        gauss = random.gauss if seed is None else random.Random(seed).gauss
        return [gauss(self._mu, self._sigma) for _ in range(n)]

    def pdf(self, x):
        square = self._sigma * self._sigma
        if not square:
            raise StatisticsError("pdf() not defined when sigma is zero")
        distance = x - self._mu
        return exp(distance * distance / (-2.0 * square)) / sqrt(tau * square)

    def cdf(self, x):
        if not self._sigma:
            raise StatisticsError("cdf() not defined when sigma is zero")
        return 0.5 * (1.0 + erf((x - self._mu) / (self._sigma * _SQRT2)))

    def inv_cdf(self, p):
        if p <= 0.0 or p >= 1.0:
            raise StatisticsError("p must be in the range 0.0 < p < 1.0")
        if self._sigma <= 0.0:
            raise StatisticsError("cdf() not defined when sigma at or below zero")
        return _normal_point(p, self._mu, self._sigma)

    def quantiles(self, n=4):
        return [self.inv_cdf(index / n) for index in range(1, n)]

    def overlap(self, other):
        if not isinstance(other, NormalDist):
            raise TypeError("Expected another NormalDist instance")
        narrow, wide = self, other
        if (wide._sigma, wide._mu) < (narrow._sigma, narrow._mu):
            narrow, wide = wide, narrow
        narrow_square, wide_square = narrow.variance, wide.variance
        if not narrow_square or not wide_square:
            raise StatisticsError("overlap() not defined when sigma is zero")
        difference = wide_square - narrow_square
        distance = fabs(wide._mu - narrow._mu)
        if not difference:
            return 1.0 - erf(distance / (2.0 * narrow._sigma * _SQRT2))
        a = narrow._mu * wide_square - wide._mu * narrow_square
        b = narrow._sigma * wide._sigma * sqrt(distance * distance
                                               + difference * log(wide_square / narrow_square))
        first, second = (a + b) / difference, (a - b) / difference
        return 1.0 - (fabs(wide.cdf(first) - narrow.cdf(first))
                      + fabs(wide.cdf(second) - narrow.cdf(second)))

    def zscore(self, x):
        if not self._sigma:
            raise StatisticsError("zscore() not defined when sigma is zero")
        return (x - self._mu) / self._sigma

    @property
    def mean(self):
        return self._mu

    median = mode = mean

    @property
    def stdev(self):
        return self._sigma

    @property
    def variance(self):
        return self._sigma * self._sigma

    def __add__(self, other):
        if isinstance(other, NormalDist):
            return NormalDist(self._mu + other._mu, math.hypot(self._sigma, other._sigma))
        return NormalDist(self._mu + other, self._sigma)

    def __sub__(self, other):
        if isinstance(other, NormalDist):
            return NormalDist(self._mu - other._mu, math.hypot(self._sigma, other._sigma))
        return NormalDist(self._mu - other, self._sigma)

    def __mul__(self, other):
        return NormalDist(self._mu * other, self._sigma * fabs(other))

    def __truediv__(self, other):
        return NormalDist(self._mu / other, self._sigma / fabs(other))

    def __pos__(self):
        return NormalDist(self._mu, self._sigma)

    def __neg__(self):
        return NormalDist(-self._mu, self._sigma)

    __radd__ = __add__

    def __rsub__(self, other):
        return -(self - other)

    __rmul__ = __mul__

    def __eq__(self, other):
        if not isinstance(other, NormalDist):
            return NotImplemented
        return self._mu == other._mu and self._sigma == other._sigma

    def __hash__(self):
        return hash((self._mu, self._sigma))

    def __repr__(self):
        return f"{type(self).__name__}(mu={self._mu!r}, sigma={self._sigma!r})"
