# tests/conformance/weakref/ref_follows_its_target.py: a reference gives its target until that dies.
import weakref


class Node:
    def __init__(self, value):
        self.value = value
        self.parent = None
        self.children = []

    def add(self, child):
        child.parent = weakref.ref(self)
        self.children.append(child)


root, middle = Node(1), Node(2)
root.add(middle)
middle.add(Node(3))
print(middle.parent().value, middle.children[0].parent().value)
del root
print(middle.parent())
leaf = middle.children[0]
print(leaf.parent() is middle)
del middle
print(leaf.parent())
reference = weakref.ref(leaf)
print(weakref.ref(leaf) is reference, leaf.__weakref__ is reference)
print(weakref.getweakrefcount(leaf), weakref.getweakrefs(leaf), reference)
print(hash(reference) == hash(leaf), reference == weakref.ref(leaf, print))
del leaf
print(reference, reference())
print(weakref.ref(Node(4))())
