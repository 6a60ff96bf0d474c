# tests/conformance/pickle/library_types.py: objects of the library: enums, named tuples,
# dataclasses, dates, numbers, containers.
import array
import collections
import dataclasses
import datetime
import decimal
import enum
import fractions
import functools
import io
import operator
import pickle
import re
import types
import uuid

class Color(enum.Enum):
    RED, BLUE = 1, 2

class Level(enum.IntEnum):
    LOW, HIGH = 1, 5

class Flags(enum.Flag):
    A, B, C = 1, 2, 4

Point = collections.namedtuple("Point", "x y")

@dataclasses.dataclass
class Item:
    name: str
    tags: list = dataclasses.field(default_factory=list)

@dataclasses.dataclass(frozen=True, slots=True)
class Frozen:
    a: int

zone = datetime.timezone(datetime.timedelta(hours=-3), "BRT")
values = [
    Color.RED, Level.HIGH, Flags.A | Flags.C, Point(1, 2), Item("a", ["x"]), Frozen(3),
    collections.OrderedDict(b=1, a=2), collections.defaultdict(list, a=[1]),
    collections.Counter("abca"), collections.deque([1, 2], 5), collections.ChainMap({"a": 1}),
    datetime.date(2024, 2, 29), datetime.datetime(2024, 1, 2, 3, 4, 5, 6),
    datetime.datetime(2024, 1, 2, tzinfo=zone), datetime.time(1, 2, 3, fold=1),
    datetime.timedelta(1, 2, 3), zone, datetime.timezone.utc, decimal.Decimal("1.50"),
    fractions.Fraction(1, 3), uuid.UUID(int=5), array.array("i", [1, -2]), range(1, 10, 3),
    slice(1, None), functools.partial(int, base=2), operator.itemgetter(1, 2),
    operator.attrgetter("a.b"), operator.methodcaller("m", 1, k=2), re.compile("a+", re.I),
    types.SimpleNamespace(a=1), list[int], io.BytesIO(b"ab"), io.StringIO("ab")]
for value in values:
    for protocol in (0, 2, 4, 5):
        data = pickle.dumps(value, protocol)
        back = pickle.loads(data)
        print(protocol, data)
    print(type(back) is type(value), back == value, type(value).__name__)
