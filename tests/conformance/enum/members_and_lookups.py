# tests/conformance/enum/members_and_lookups.py: members: how they look, how they are found, what may not be done to them.
from enum import Enum


class Color(Enum):
    """the colours"""
    RED = 1
    GREEN = 2
    CRIMSON = 1

    def describe(self):
        return f"{self.name} is {self.value}"


def attempt(what, function):
    try:
        print(what, repr(function()))
    except Exception as error:
        print(what, type(error).__name__, error)


print(Color, Color.RED, repr(Color.RED), [Color.GREEN], f"{Color.RED} {Color.RED!r:>20}|")
print(list(Color), len(Color), list(reversed(Color)), Color.__members__)
print(Color(1), Color["GREEN"], Color.CRIMSON, Color.RED is Color(1), Color.RED.GREEN)
print(Color.RED == 1, Color.RED != Color.GREEN, hash(Color.RED) == hash("RED"), Color.RED in Color)
print(Color.RED.describe(), Color.__doc__, type(Color), isinstance(Color.RED, Color), bool(Color.RED))
print({Color.RED: "r", Color.GREEN: "g"}, vars(Color.RED))
for colour in Color:
    print(colour.name, colour.value, end="; ")
print()
attempt("call", lambda: Color(9))
attempt("text", lambda: Color("RED"))
attempt("key", lambda: Color["PINK"])
attempt("attribute", lambda: Color.PINK)
attempt("of member", lambda: Color.RED.pink)
attempt("class value", lambda: Color.value)
attempt("assign", lambda: setattr(Color, "RED", 5))
attempt("delete", lambda: delattr(Color, "RED"))
attempt("value", lambda: setattr(Color.RED, "value", 3))
attempt("less", lambda: Color.RED < Color.GREEN)
attempt("sum", lambda: Color.RED + 1)
attempt("extend", lambda: type(Color)("More", (Color,), {}))
attempt("instance", lambda: Color())
Color.RED.note = "free attributes"
print(Color.RED.note, dir(Color), dir(Color.RED))
match Color(2):
    case Color.RED:
        print("red")
    case Color.GREEN:
        print("green")
