# tests/conformance/functools/singledispatch_by_abstract_class.py: dispatch by classes that a class
# was registered with.
from collections.abc import Container, Iterable, Set, Sized
from functools import singledispatch


class Sizable(Sized):
    def __len__(self):
        return 0


@singledispatch
def most(x):
    return "base"


for abstract in (Iterable, Container, Sized, Set):
    most.register(abstract, lambda x, name=abstract.__name__: name)
print(most(Sizable()), most({1}))
for abstract in (Iterable, Container, Set):
    abstract.register(Sizable)
    print(most(Sizable()))
