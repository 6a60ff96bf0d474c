# tests/conformance/functions/mutable_default_is_shared.py: a default value is made once, at the
# definition.
def add(x, to=[]):
    to.append(x)
    return to


print(add(1), add(2), add(3, []))
print(add.__defaults__)
n = 10


def late(a=n):
    return a


n = 20
print(late())
