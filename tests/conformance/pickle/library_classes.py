# tests/conformance/pickle/library_classes.py: objects of the library: enums, named tuples,
# dataclasses, containers.
import collections
import dataclasses
import enum
import functools
import io
import operator
import pickle
import re
import types

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

values = [
    Color.RED, Level.HIGH, Flags.A | Flags.C, Point(1, 2), Item("a", ["x"]), Frozen(3),
    collections.OrderedDict(b=1, a=2), collections.defaultdict(list, a=[1]),
    collections.Counter("abca"), collections.deque([1, 2], 5), collections.ChainMap({"a": 1}),
    functools.partial(int, base=2), operator.itemgetter(1, 2), operator.attrgetter("a.b"),
    operator.methodcaller("m", 1, k=2), re.compile("a+", re.I), types.SimpleNamespace(a=1),
    list[int], io.BytesIO(b"ab"), io.StringIO("ab"), range(1, 10, 3), slice(1, None)]
for value in values:
    for protocol in (2, 4):
        data = pickle.dumps(value, protocol)
        print(data)
    back = pickle.loads(data)
    print(type(back) is type(value), back == value, type(value).__name__)
