# tests/conformance/language/unpack_wrong_count.py: the texts of too many and too few values to
# unpack.
def attempt(f):
    try:
        f()
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)


def too_many():
    a, b = 1, 2, 3


def too_few():
    a, b, c = 1, 2


def star_too_few():
    a, *b, c = [1]


def not_iterable():
    a, b = 5


def from_generator():
    a, b = (x for x in range(3))


for f in (too_many, too_few, star_too_few, not_iterable, from_generator):
    attempt(f)
