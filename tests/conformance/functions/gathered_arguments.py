# What *args and **kwargs take, called in every way, with things that die when the call is over.
class Thing:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return f"<{self.name}>"

    def __del__(self):
        print("gone", self.name)


def rest(first, *others, key="k", **named):
    return first, others, key, named


def only_rest(*others):
    return others


def only_named(**named):
    return named


def positional_only(first, /, second=2, **named):
    return first, second, named


class Counter:
    def __init__(self, *args, **kwargs):
        self.args = args
        self.kwargs = kwargs

    def method(self, *args, **kwargs):
        return self.args, self.kwargs, args, kwargs


def passed_on(function):
    def wrapper(*args, **kwargs):
        return function(*args, **kwargs)
    return wrapper


def numbers(*args):
    yield from args


async def later(*args, **kwargs):
    return args, kwargs


for turn in range(3):
    print(rest(1), rest(1, 2, 3), rest(1, key=turn), rest(1, 2, other=turn, key=3, more=4))
    print(only_rest(), only_rest(turn), only_rest(*range(turn)), only_rest(0, *[turn], 9))
    print(only_named(), only_named(a=turn), only_named(**{"b": turn}, c=1), only_named(**{}))
    print(positional_only(1, first=turn), positional_only(turn, second=5, third=6))
    counter = Counter(turn, *"ab", x=1, **{"y": 2})
    print(counter.method(), counter.method(*counter.args, **counter.kwargs))
    bound = counter.method
    print(bound(1, z=2), bound(*(1, 2)), bound(**{"q": turn}))
    print(passed_on(rest)(1, 2, key=3, other=4), passed_on(passed_on(only_rest))(turn))
    print(list(numbers(*range(turn))), list(passed_on(numbers)(turn, turn)))
    try:
        later(turn, key=1).send(None)
    except StopIteration as end:
        print(end.value)

for call in ("rest()", "rest(key=1)", "rest(1, first=2)", "rest(1, **{'first': 2})",
             "only_rest(a=1)", "only_named(1)", "only_named(*[1])", "positional_only(first=1)",
             "positional_only(1, 2, second=3)", "rest(1, **{1: 2})", "rest(*1)", "rest(1, **1)",
             "passed_on(rest)()", "passed_on(only_named)(1, 2)"):
    try:
        print(eval(call))
    except TypeError as error:
        print(call, "->", error)

print("mortals in the rest")
print(only_rest(Thing("a"), Thing("b")))
print(only_named(x=Thing("c")))
print(rest(Thing("d"), Thing("e"), key=Thing("f"), other=Thing("g")))
print("passed on")
print(passed_on(rest)(Thing("h"), Thing("i"), key=Thing("j"), other=Thing("k")))
kept = only_rest(Thing("l"))
print("kept", kept)
again = only_rest(*kept, **{})
del kept
print("still", again)
del again
print(only_rest(*[Thing("m"), 1]))
print(only_rest(*(Thing("n"),)))


def deep(depth, *args):
    return args if depth == 0 else deep(depth - 1, *args, depth)


print(deep(30))
print(len(only_rest(*range(40))), len(only_named(**{f"k{i}": i for i in range(40)})))
