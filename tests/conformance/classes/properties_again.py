# The same places ask for a property, for what takes its place, and for what only looks like it.
class A:
    def __init__(self, x):
        self.x = x

    @property
    def p(self):
        return self.x * 2

    @property
    def fails(self):
        raise AttributeError("from inside")


class B(A):
    @property
    def p(self):
        return super().p + 1


class C:
    p = "plain"


class D:
    def __init__(self):
        self.p = "own"


class E(A):
    def __getattr__(self, name):
        return "asked for " + name


class Dies(A):
    @property
    def p(self):
        return "last"

    def __del__(self):
        print("died")


def ask(object):
    return object.p


def ask_failing(object):
    try:
        return object.fails
    except AttributeError as error:
        return repr(error)


objects = [A(1), B(2), C(), D(), E(3)]
for turn in range(3):
    for object in objects * 2:
        print(ask(object), end=" ")
    print([ask(A(n)) for n in range(5)], type(ask(A)).__name__)
    if turn == 0:
        A.p = property(lambda self: self.x + 100)
    if turn == 1:
        del B.p
        A.p = "no property any more"
print(ask_failing(A(1)), ask_failing(A(1)), ask_failing(E(1)), ask_failing(E(1)))
for turn in range(3):
    print(E(1).fails)
print(ask(Dies(1)), ask(Dies(1)), "after")


class Deep:
    def __init__(self, n):
        self.n = n

    @property
    def down(self):
        return self.n if self.n == 0 else Deep(self.n - 1).down


print(Deep(300).down)
try:
    Deep(5000).down
except RecursionError as error:
    print(error)
try:
    class Wrong:
        p = property(lambda: 1)
    for _ in range(3):
        ask(Wrong())
except TypeError as error:
    print(error)
