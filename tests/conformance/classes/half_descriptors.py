# Descriptors with only one of __set__ and __delete__, and a member without a value beside
# __getattr__.
class Settable:
    def __set__(self, instance, value):
        print("set", value)


class Deletable:
    def __delete__(self, instance):
        print("delete")


class Owner:
    s, d = Settable(), Deletable()


owner = Owner()
owner.s = 1
del owner.d
for source in ("del owner.s", "owner.d = 2"):
    try:
        exec(source)
    except AttributeError as error:
        print(source, "->", error)
print(type(owner.s).__name__, owner.__dict__)


class Lazy:
    __slots__ = ("value", "other")

    def __getattr__(self, name):
        if name == "other":
            raise AttributeError("none of that")
        return "made " + name


lazy = Lazy()
print(lazy.value, lazy.missing, hasattr(lazy, "value"), hasattr(lazy, "other"), getattr(lazy, "other", 0))
lazy.value = 3
print(lazy.value)
