# Operators, comparisons and subscripts that a class answers in Python: results, NotImplemented,
# errors, and what dies of it.
class Money:
    def __init__(self, cents):
        self.cents = cents

    def __add__(self, other):
        if isinstance(other, Money):
            return Money(self.cents + other.cents)
        if isinstance(other, int):
            return Money(self.cents + other)
        return NotImplemented

    def __radd__(self, other):
        return Money(self.cents + 1000)

    def __mul__(self, other):
        if other == 13:
            raise ValueError("not by 13")
        return Money(self.cents * other)

    def __pow__(self, other):
        return Money(self.cents**other)

    def __lt__(self, other):
        return self.cents < other.cents

    def __eq__(self, other):
        return isinstance(other, Money) and self.cents == other.cents

    def __getitem__(self, index):
        if index == 7:
            raise IndexError("seven")
        return (self.cents, index)

    def __del__(self):
        if self.cents == 5:
            print("five dies")

    def __repr__(self):
        return f"Money({self.cents})"


def work():
    one, two = Money(1), Money(2)
    print(one + two, one + 4, 4 + one, two * 3, two**3)
    print(one < two, two < one, one == Money(1), one != two, one == 1)
    print(one[3], one["a"], one[1:2])
    print((Money(5) + Money(1)) + Money(2))
    print(Money(5) == Money(6))
    for attempt in (lambda: one + "x", lambda: one * 13, lambda: one[7], lambda: one < 3):
        try:
            print(attempt())
        except Exception as error:
            print(type(error).__name__, error)
    total = Money(0)
    for step in range(4):
        total += step
        total = total + total
    print(total, "x" + "y", 2**70 + 1, 2**70 > 3**40, 7**2, 2.5**2, 2**-1)


work()


def named(first, second=2, *, third=3):
    return first, second, third


def call():
    print(named(1, second=5), named(first=1, third=0), named(second=1, first=2))
    for keywords in ({"fourth": 1}, {"first": 1, "third": 2}):
        try:
            print(named(0, **keywords))
        except TypeError as error:
            print(error)


call()


class Empty:
    def __len__(self):
        return 0


class Full:
    pass


def truths(values):
    for value in values:
        if value:
            print("true", end=" ")
        print(not value, value is Full, end="; ")
    print()


truths([Empty(), Full(), Full, [], [0], 2**70, 0.0, range(0)])


def handlers(number):
    try:
        try:
            [1][number]
        except IndexError as error:
            raise KeyError(number) from error
        finally:
            print("inner", end=" ")
    except (KeyError, ValueError) as error:
        print(type(error).__name__, error, type(error.__cause__).__name__)
    else:
        print("fine")


handlers(0)
handlers(5)
print("abc"[1], "abc"[-1], "añç€😀"[2:4], "añç"[1], [1, 2, 3][::2], (1, 2)[5:])
print("b" < "a", "a" <= "a", "ñ" > "z", "€" > "ñ", "a" == "b", "aa" > "a", "" < "a")
print([letter for letter in "añ€"], list(filter(None, "a b")), list(filter(str.isalpha, "1a2b")))


class Watched(int):
    def __gt__(self, other):
        print("asked", end=" ")
        return True

    def __ne__(self, other):
        return "never"


big = 2**70


def reflected():
    watched = Watched(3)
    print(big < watched, 5 < watched, 5 != watched, big != watched, watched > big, big == watched)


reflected()


class Deep:
    def __init__(self, depth):
        self.depth = depth

    def __add__(self, other):
        if self.depth == 0:
            return other
        held = [self, other]
        return Deep(self.depth - 1) + (other + 1) + len(held)

    def __lt__(self, other):
        return self.depth == 0 or Deep(self.depth - 1) < other


def recursion():
    for depth in (10, 100, 150, 200, 300):
        print(Deep(depth) + 1, Deep(depth) < 0, end="; ")
    print()
    try:
        Deep(100000) + 1
    except RecursionError as error:
        print(error)
    print(Deep(50) + 2)


recursion()
