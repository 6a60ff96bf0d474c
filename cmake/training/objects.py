# Classes and functions: methods, properties, operators, super, slots, closures, decorators,
# default, keyword and collected arguments, comprehensions.
class Shape:
    made = 0

    def __init__(self, name, *, scale=1):
        self.name = name
        self.scale = scale
        Shape.made += 1

    def area(self):
        return 0

    @property
    def size(self):
        return self.area() * self.scale

    @classmethod
    def unit(cls):
        return cls(1)

    @staticmethod
    def check(value):
        return value > 0

    def __lt__(self, other):
        return self.size < other.size


class Square(Shape):
    def __init__(self, side, **options):
        super().__init__("square", **options)
        self.side = side

    def area(self):
        return self.side * self.side


class Cube(Square):
    def area(self):
        return 6 * super().area()


class Vector:
    __slots__ = ("x", "y")

    def __init__(self, x, y=0):
        self.x = x
        self.y = y

    def __add__(self, other):
        return Vector(self.x + other.x, self.y + other.y)

    def __eq__(self, other):
        return isinstance(other, Vector) and self.x == other.x and self.y == other.y

    def __hash__(self):
        return hash((self.x, self.y))

    def __len__(self):
        return 2

    def __getitem__(self, index):
        return self.x if index == 0 else self.y

    def __iter__(self):
        yield self.x
        yield self.y


def counted(function):
    calls = 0

    def wrapper(*args, **kwargs):
        nonlocal calls
        calls += 1
        return function(*args, **kwargs) + calls % 2

    return wrapper


@counted
def mix(a, b=2, *rest, factor=3):
    return a * factor + b + len(rest)


def compose(*functions):
    def run(value):
        for function in functions:
            value = function(value)
        return value

    return run


def shapes(turns):
    total = 0
    for turn in range(turns):
        group = [Square(turn % 9), Cube(turn % 5, scale=2), Square.unit()]
        total += max(group).size + sum(shape.size for shape in group)
        total += Shape.check(turn) + (group[0] < group[1]) + len(group[0].name)
        if isinstance(group[1], Square) and hasattr(group[1], "side"):
            total += getattr(group[1], "side", 0)
    return total


def vectors(turns):
    place = Vector(0)
    seen = set()
    for turn in range(turns):
        place = place + Vector(turn % 3, 1)
        x, y = place
        seen.add(Vector(x % 11, y % 13))
        place[0] == x and len(place)
    return len(seen) + place.x


def lists(turns):
    total = 0
    for turn in range(turns):
        squares = [n * n for n in range(60) if n % 3 != turn % 3]
        index = {value: n for n, value in enumerate(squares)}
        odd = {value for value in squares if value & 1}
        pairs = [a - b for a, b in zip(squares[1:], squares)]
        grid = [[x + y for x in range(5)] for y in range(5)]
        total += sum(pairs) + len(index) + len(odd) + sum(map(sum, grid))
        total += any(value > 50 for value in pairs) + all(index.get(v, -1) >= 0 for v in odd)
        for key, value in index.items():
            total ^= key + value
        first, *rest, last = sorted(squares, key=lambda value: value % 17)
        total += first + last + len(list(filter(None, reversed(rest))))
    return total


double = compose(lambda value: value * 2, lambda value: value + 1)
print(shapes(30000), vectors(70000), lists(2500))
print(sum(mix(n, 1, n, factor=2) + mix(n) + mix(a=n, b=n) + double(n) for n in range(40000)))
