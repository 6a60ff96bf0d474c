# tests/conformance/classes/metaclass_attributes.py: the __dict__ of a class with a metaclass of its
# own cannot be written, nor can a cached_property be kept there.
import functools


class Meta(type):
    @functools.cached_property
    def cached(cls):
        return cls.__name__

    @property
    def plain(cls):
        return cls.__name__.upper()


class Thing(metaclass=Meta):
    pass


print(type(Thing.__dict__), Thing.plain, "plain" in Thing.__dict__)
try:
    print(Thing.cached)
except TypeError as error:
    print(error)
try:
    Thing.__dict__["x"] = 1
except TypeError as error:
    print(error)


class Tag:
    def __init__(self, *args):
        self.args = args


class Tagged:
    tag = classmethod(Tag)


print(Tagged.tag(1).args, Tagged().tag(2).args)
