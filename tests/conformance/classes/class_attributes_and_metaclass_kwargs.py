# tests/conformance/classes/class_attributes_and_metaclass_kwargs.py: `__init_subclass__` and
# class keyword arguments.
class Plugin:
    found = []

    def __init_subclass__(cls, /, tag=None, **kw):
        super().__init_subclass__(**kw)
        print("subclass", cls.__name__, tag)
        cls.tag = tag
        cls.found.append(cls.__name__)


class A(Plugin, tag="a"): pass
class B(A): pass


print(Plugin.found, A.tag, B.tag)
try:
    class C(Plugin, other=1): pass
except TypeError as e:
    print(e)
