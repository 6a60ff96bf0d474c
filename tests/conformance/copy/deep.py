# tests/conformance/copy/deep.py: copy.deepcopy copies all below, and each object once.
import copy


class Tree:
    def __init__(self, name, parent=None):
        self.name = name
        self.parent = parent
        self.children = []
        if parent:
            parent.children.append(self)


root = Tree("root")
Tree("leaf", root)
made = copy.deepcopy(root)
print(made.children[0].parent is made, made.children[0] is root.children[0], made.name)
shared = [1]
value = {"a": shared, "b": (shared, 2), 3: {4}}
made = copy.deepcopy(value)
print(made, made["a"] is made["b"][0], made["a"] is shared)
ring = [1]
ring.append(ring)
made = copy.deepcopy(ring)
print(made, made[1] is made)
plain = (1, "s", (2, None))
print(copy.deepcopy(plain) is plain, copy.deepcopy((1, [2])), copy.deepcopy(root.__init__) == root)
memo = {}
source = [shared, shared]
made = copy.deepcopy(source, memo)
print(made, memo[id(shared)] is made[0], memo[id(source)] is made)


class Bound:
    def me(self):
        return self


bound = Bound()
bound.call = bound.me
made = copy.deepcopy(bound)
print(made.call() is made)
