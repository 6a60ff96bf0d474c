# random: CPython's numbers for the same seed. The generator itself is native (random.cpp); how
# distributions are made of it follows the documentation and the papers named there.
import _meada
import math as _math

__all__ = ["Random", "SystemRandom", "betavariate", "choice", "choices", "expovariate",
           "gammavariate", "gauss", "getrandbits", "getstate", "lognormvariate", "normalvariate",
           "paretovariate", "randbytes", "randint", "random", "randrange", "sample", "seed",
           "setstate", "shuffle", "triangular", "uniform", "vonmisesvariate", "weibullvariate"]

NV_MAGICCONST = 4 * _math.exp(-0.5) / _math.sqrt(2.0)
LOG4 = _math.log(4.0)
SG_MAGICCONST = 1.0 + _math.log(4.5)
BPF = 53
RECIP_BPF = 2 ** -BPF
TWOPI = 2.0 * _math.pi

_random_of = _meada.twister_random
_bits_of = _meada.twister_bits


def _words(number):
    # An int as 32-bit words, least first; at least one.
    words = []
    while True:
        words.append(number & 0xffffffff)
        number >>= 32
        if not number:
            return words


def _index(value):
    try:
        method = type(value).__index__
    except AttributeError:
        raise TypeError(
            f"'{type(value).__name__}' object cannot be interpreted as an integer") from None
    return method(value)


def _bisect(values, x, high):
    low = 0
    while low < high:
        middle = (low + high) // 2
        if x < values[middle]:
            high = middle
        else:
            low = middle + 1
    return low


class Random:
    VERSION = 3

    def __init__(self, x=None):
        self._twister = _meada.twister_new()
        self.gauss_next = None
        self.seed(x)

    def seed(self, a=None, version=2):
        if not hasattr(self, "_twister"):
            self._twister = _meada.twister_new()
        if a is None:
            a = _meada.random_start()
        elif version == 2 and isinstance(a, (str, bytes, bytearray)):
            text = a.encode() if isinstance(a, str) else bytes(a)
            a = int.from_bytes(text + _meada.digest("sha512", text), "big")
        elif isinstance(a, int):
            pass
        elif isinstance(a, float):
            a = hash(a)
            if a < 0:
                a += 1 << 64
        elif isinstance(a, (str, bytes, bytearray)):
            a = hash(a)
        else:
            raise TypeError("The only supported seed types are: None,\n"
                            "int, float, str, bytes, and bytearray.")
        _meada.twister_seed(self._twister, _words(abs(a)))
        self.gauss_next = None

    def __getstate__(self):
        return self.getstate()

    def __setstate__(self, state):
        self.setstate(state)

    def __reduce__(self):
        return self.__class__, (), self.getstate()

    def getstate(self):
        return self.VERSION, _meada.twister_state(self._twister), self.gauss_next

    def setstate(self, state):
        version, words, self.gauss_next = state
        if version != 3:
            raise ValueError(f"state with version {version} passed to "
                             f"Random.setstate() of version {self.VERSION}")
        _meada.twister_restore(self._twister, tuple(words))

    def random(self):
        return _random_of(self._twister)

    def getrandbits(self, k, /):
        k = _index(k)
        if k < 0:
            raise ValueError("number of bits must be non-negative")
        if k == 0:
            return 0
        twister = self._twister
        if k <= 32:
            return _bits_of(twister, k)
        number = position = 0
        while k > 0:
            number |= _bits_of(twister, min(k, 32)) << position
            position += 32
            k -= 32
        return number

    def randbytes(self, n):
        return self.getrandbits(n * 8).to_bytes(n, "little")

    def _randbelow(self, n):
        # As many bits as n has, drawn until they are below it. A subclass that overrides only
        # random() is served from that.
        kind = type(self)
        if kind is not Random and kind.random is not Random.random \
                and kind.getrandbits is Random.getrandbits:
            limit = 1 << BPF
            if n >= limit:
                return _math.floor(self.random() * n)
            rest = limit % n
            bound = (limit - rest) / limit
            drawn = self.random()
            while drawn >= bound:
                drawn = self.random()
            return _math.floor(drawn * limit) % n
        bits = n.bit_length()
        if kind is Random and bits <= 32:
            twister = self._twister
            drawn = _bits_of(twister, bits)
            while drawn >= n:
                drawn = _bits_of(twister, bits)
            return drawn
        drawn = self.getrandbits(bits)
        while drawn >= n:
            drawn = self.getrandbits(bits)
        return drawn

    def randrange(self, start, stop=None, step=1):
        first = _index(start)
        if stop is None:
            if step != 1:
                raise TypeError("Missing a non-None stop argument")
            if first > 0:
                return self._randbelow(first)
            raise ValueError("empty range for randrange()")
        last = _index(stop)
        width = last - first
        by = _index(step)
        if by == 1:
            if width > 0:
                return first + self._randbelow(width)
            raise ValueError(f"empty range for randrange() ({first}, {last}, {width})")
        if by > 0:
            count = (width + by - 1) // by
        elif by < 0:
            count = (width + by + 1) // by
        else:
            raise ValueError("zero step for randrange()")
        if count <= 0:
            raise ValueError("empty range for randrange()")
        return first + by * self._randbelow(count)

    def randint(self, a, b):
        return self.randrange(a, b + 1)

    def choice(self, seq):
        if not len(seq):
            raise IndexError("Cannot choose from an empty sequence")
        return seq[self._randbelow(len(seq))]

    def shuffle(self, x):
        for last in range(len(x) - 1, 0, -1):
            other = self._randbelow(last + 1)
            x[last], x[other] = x[other], x[last]

    def sample(self, population, k, *, counts=None):
        if isinstance(population, (set, frozenset, dict)):
            raise TypeError("Population must be a sequence.  For dicts or sets, use sorted(d).")
        n = len(population)
        if counts is not None:
            totals, total = [], 0
            for count in counts:
                total += count
                totals.append(total)
            if len(totals) != n:
                raise ValueError("The number of counts does not match the population")
            total = totals.pop() if totals else 0
            if not isinstance(total, int):
                raise TypeError("Counts must be integers")
            if total <= 0:
                raise ValueError("Total of counts must be greater than zero")
            picks = self.sample(range(total), k=k)
            return [population[_bisect(totals, pick, len(totals))] for pick in picks]
        if not 0 <= k <= n:
            raise ValueError("Sample larger than population or is negative")
        result = [None] * k
        # A pool of what is left where that is smaller than a set of what was taken.
        size = 21
        if k > 5:
            size += 4 ** _math.ceil(_math.log(k * 3, 4))
        if n <= size:
            pool = list(population)
            for i in range(k):
                j = self._randbelow(n - i)
                result[i] = pool[j]
                pool[j] = pool[n - i - 1]
        else:
            taken = set()
            for i in range(k):
                j = self._randbelow(n)
                while j in taken:
                    j = self._randbelow(n)
                taken.add(j)
                result[i] = population[j]
        return result

    def choices(self, population, weights=None, *, cum_weights=None, k=1):
        n = len(population)
        draw = self.random
        if cum_weights is None:
            if weights is None:
                n += 0.0
                return [population[_math.floor(draw() * n)] for _ in range(k)]
            try:
                cum_weights, total = [], 0
                for weight in weights:
                    total += weight
                    cum_weights.append(total)
            except TypeError:
                if not isinstance(weights, int):
                    raise
                raise TypeError(
                    f"The number of choices must be a keyword argument: k={weights}") from None
        elif weights is not None:
            raise TypeError("Cannot specify both weights and cumulative weights")
        if len(cum_weights) != n:
            raise ValueError("The number of weights does not match the population")
        total = cum_weights[-1] + 0.0
        if total <= 0.0:
            raise ValueError("Total of weights must be greater than zero")
        if not _math.isfinite(total):
            raise ValueError("Total of weights must be finite")
        return [population[_bisect(cum_weights, draw() * total, n - 1)] for _ in range(k)]

    def uniform(self, a, b):
        return a + (b - a) * self.random()

    def triangular(self, low=0.0, high=1.0, mode=None):
        u = self.random()
        try:
            c = 0.5 if mode is None else (mode - low) / (high - low)
        except ZeroDivisionError:
            return low
        if u > c:
            u = 1.0 - u
            c = 1.0 - c
            low, high = high, low
        return low + (high - low) * _math.sqrt(u * c)

    def normalvariate(self, mu=0.0, sigma=1.0):
        # Kinderman and Monahan, "Computer generation of random variables using the ratio of
        # uniform deviates", 1977.
        draw = self.random
        while True:
            u1 = draw()
            u2 = 1.0 - draw()
            z = NV_MAGICCONST * (u1 - 0.5) / u2
            if z * z / 4.0 <= -_math.log(u2):
                return mu + z * sigma

    def gauss(self, mu=0.0, sigma=1.0):
        # Box and Muller: two at a time, the second kept.
        z = self.gauss_next
        self.gauss_next = None
        if z is None:
            angle = self.random() * TWOPI
            radius = _math.sqrt(-2.0 * _math.log(1.0 - self.random()))
            z = _math.cos(angle) * radius
            self.gauss_next = _math.sin(angle) * radius
        return mu + z * sigma

    def lognormvariate(self, mu, sigma):
        return _math.exp(self.normalvariate(mu, sigma))

    def expovariate(self, lambd):
        return -_math.log(1.0 - self.random()) / lambd

    def vonmisesvariate(self, mu, kappa):
        # Fisher, "Statistical Analysis of Circular Data".
        draw = self.random
        if kappa <= 1e-6:
            return TWOPI * draw()
        s = 0.5 / kappa
        r = s + _math.sqrt(1.0 + s * s)
        while True:
            z = _math.cos(_math.pi * draw())
            d = z / (r + z)
            u = draw()
            if u < 1.0 - d * d or u <= (1.0 - d) * _math.exp(d):
                break
        q = 1.0 / r
        f = (q + z) / (1.0 + q * z)
        if draw() > 0.5:
            return (mu + _math.acos(f)) % TWOPI
        return (mu - _math.acos(f)) % TWOPI

    def gammavariate(self, alpha, beta):
        if alpha <= 0.0 or beta <= 0.0:
            raise ValueError("gammavariate: alpha and beta must be > 0.0")
        draw = self.random
        if alpha > 1.0:
            # Cheng, "The generation of Gamma variables with non-integral shape parameters", 1977.
            ainv = _math.sqrt(2.0 * alpha - 1.0)
            bbb = alpha - LOG4
            ccc = alpha + ainv
            while True:
                u1 = draw()
                if not 1e-7 < u1 < 0.9999999:
                    continue
                u2 = 1.0 - draw()
                v = _math.log(u1 / (1.0 - u1)) / ainv
                x = alpha * _math.exp(v)
                z = u1 * u1 * u2
                r = bbb + ccc * v - x
                if r + SG_MAGICCONST - 4.5 * z >= 0.0 or r >= _math.log(z):
                    return x * beta
        if alpha == 1.0:
            return -_math.log(1.0 - draw()) * beta
        # Ahrens and Dieter, algorithm GS of "Computer methods for sampling from gamma, beta,
        # Poisson and binomial distributions", 1974.
        while True:
            b = (_math.e + alpha) / _math.e
            p = b * draw()
            x = p ** (1.0 / alpha) if p <= 1.0 else -_math.log((b - p) / alpha)
            u1 = draw()
            if p > 1.0:
                if u1 <= x ** (alpha - 1.0):
                    break
            elif u1 <= _math.exp(-x):
                break
        return x * beta

    def betavariate(self, alpha, beta):
        y = self.gammavariate(alpha, 1.0)
        return y / (y + self.gammavariate(beta, 1.0)) if y else 0.0

    def paretovariate(self, alpha):
        return (1.0 - self.random()) ** (-1.0 / alpha)

    def weibullvariate(self, alpha, beta):
        return alpha * (-_math.log(1.0 - self.random())) ** (1.0 / beta)


class SystemRandom(Random):
    # There is no entropy in a deterministic machine: drawn as any unseeded generator.
    def seed(self, *args, **kwds):
        super().seed(None)

    def getstate(self, *args, **kwds):
        raise NotImplementedError("System entropy source does not have state.")

    setstate = getstate


# The module's own generator: made when first used, since an unseeded one starts from the machine.
_shared = None


def _generator():
    global _shared
    if _shared is None:
        _shared = Random()
    return _shared


def seed(a=None, version=2):
    _generator().seed(a, version)


def random():
    return _generator().random()


def uniform(a, b):
    return _generator().uniform(a, b)


def triangular(low=0.0, high=1.0, mode=None):
    return _generator().triangular(low, high, mode)


def randint(a, b):
    return _generator().randint(a, b)


def choice(seq):
    return _generator().choice(seq)


def randrange(start, stop=None, step=1):
    return _generator().randrange(start, stop, step)


def sample(population, k, *, counts=None):
    return _generator().sample(population, k, counts=counts)


def shuffle(x):
    _generator().shuffle(x)


def choices(population, weights=None, *, cum_weights=None, k=1):
    return _generator().choices(population, weights, cum_weights=cum_weights, k=k)


def normalvariate(mu=0.0, sigma=1.0):
    return _generator().normalvariate(mu, sigma)


def lognormvariate(mu, sigma):
    return _generator().lognormvariate(mu, sigma)


def expovariate(lambd):
    return _generator().expovariate(lambd)


def vonmisesvariate(mu, kappa):
    return _generator().vonmisesvariate(mu, kappa)


def gammavariate(alpha, beta):
    return _generator().gammavariate(alpha, beta)


def gauss(mu=0.0, sigma=1.0):
    return _generator().gauss(mu, sigma)


def betavariate(alpha, beta):
    return _generator().betavariate(alpha, beta)


def paretovariate(alpha):
    return _generator().paretovariate(alpha)


def weibullvariate(alpha, beta):
    return _generator().weibullvariate(alpha, beta)


def getstate():
    return _generator().getstate()


def setstate(state):
    _generator().setstate(state)


def getrandbits(k):
    return _generator().getrandbits(k)


def randbytes(n):
    return _generator().randbytes(n)


# CPython's are methods of its generator, bound already: a class that holds one does not bind it.
for _function in (seed, random, uniform, triangular, randint, choice, randrange, sample, shuffle,
                  choices, normalvariate, lognormvariate, expovariate, vonmisesvariate,
                  gammavariate, gauss, betavariate, paretovariate, weibullvariate, getstate,
                  setstate, getrandbits, randbytes):
    _meada.builtin(_function)
del _function
