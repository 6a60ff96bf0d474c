# tests/conformance/weakref/proxies.py: a proxy stands for its target in nearly everything.
import weakref


class Vector:
    def __init__(self, *items):
        self.items = list(items)

    def __len__(self):
        return len(self.items)

    def __getitem__(self, index):
        return self.items[index]

    def __setitem__(self, index, value):
        self.items[index] = value

    def __contains__(self, item):
        return item in self.items

    def __iter__(self):
        return iter(self.items)

    def __add__(self, other):
        return Vector(*self.items, *other)

    def __eq__(self, other):
        return list(self) == list(other)

    def __str__(self):
        return f"Vector{tuple(self.items)}"

    def total(self):
        return sum(self.items)


vector = Vector(1, 2, 3)
proxy = weakref.proxy(vector)
print(len(proxy), proxy[1], 3 in proxy, list(proxy), str(proxy), proxy.total())
proxy[0] = 10
proxy.name = "v"
print(vector.items, vector.name, str(proxy + proxy), proxy == vector, isinstance(proxy, Vector))
print(type(proxy), type(weakref.proxy(len)), weakref.proxy(vector) is proxy)
try:
    proxy()
except TypeError:
    print("not callable")
for broken in (lambda: hash(proxy), lambda: proxy.nothing, lambda: proxy - 1, lambda: +proxy):
    try:
        broken()
    except (TypeError, AttributeError) as error:
        print(type(error).__name__)
del vector
for broken in (lambda: proxy.name, lambda: len(proxy), lambda: str(proxy), lambda: proxy == 1):
    try:
        broken()
    except ReferenceError as error:
        print(error)
