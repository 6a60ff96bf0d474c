# tests/conformance/algorithms/keywords_and_short_texts.py: keyword and reprlib.
import keyword
import reprlib
from reprlib import Repr, recursive_repr

print(keyword.iskeyword("def"), keyword.iskeyword("print"), keyword.issoftkeyword("match"))
print(keyword.kwlist, keyword.softkwlist)
print(reprlib.repr(list(range(100))), reprlib.repr("x" * 100), reprlib.repr(set(range(20))))
print(reprlib.repr({i: i for i in range(10)}), reprlib.repr(10 ** 100), reprlib.repr((1,)))
print(reprlib.repr([[[[[[[[1]]]]]]]]), reprlib.repr({}), reprlib.repr(frozenset()), reprlib.repr(1.5))
short = Repr()
short.maxlist, short.maxstring, short.maxdict = 2, 12, 1
print(short.repr([1, 2, 3]), short.repr("abcdefghijklmnop"), short.repr({"b": 1, "a": [1, 2, 3]}))


class Node:
    def __init__(self, name):
        self.name, self.next = name, self

    @recursive_repr("<again>")
    def __repr__(self):
        return f"Node({self.name!r}, {self.next!r})"


print(Node("a"), Node.__repr__.__name__)
