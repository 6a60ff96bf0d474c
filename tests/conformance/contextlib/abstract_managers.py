# tests/conformance/contextlib/abstract_managers.py: the abstract classes: who counts as a context manager.
from contextlib import AbstractAsyncContextManager, AbstractContextManager, ExitStack, closing


class Duck:
    def __enter__(self):
        return self

    def __exit__(self, *details):
        return None


class Own(AbstractContextManager):
    def __exit__(self, *details):
        print("exit")


class Refuses(Duck):
    __enter__ = None


with Own() as own:
    print(type(own).__name__)
for cls in (Duck, Own, Refuses, ExitStack, closing, int):
    print(cls.__name__, issubclass(cls, AbstractContextManager),
          issubclass(cls, AbstractAsyncContextManager))
try:
    AbstractContextManager()
except TypeError as error:
    print(error)
print(AbstractContextManager[int])
with Own():
    raise KeyError("gone out of a manager")
