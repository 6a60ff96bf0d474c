# tests/conformance/types/repr_of_what_contains_itself.py: containers that come back to themselves through __repr__.
class Node:
    def __init__(self, name, parent=None):
        self.name, self.parent, self.children = name, parent, []
        if parent is not None:
            parent.children.append(self)

    def __repr__(self):
        return f"Node({self.name}, {self.children}, of {self.parent and self.parent.children})"


root = Node("root")
Node("left", root)
Node("right", root)
print(root)
print([root, root.children])


class Named(dict):
    def __repr__(self):
        return "Named" + dict.__repr__(self)


named = Named(a=1)
named["self"] = named
print(named)
table = {"rows": []}


class Row:
    def __init__(self, number):
        self.number = number

    def __repr__(self):
        return "<%d of %s, %r, {}>".format(self.number) % (self.number, table, (table,))


table["rows"] += [Row(1), Row(2)]
print(table)
print("%s" % table, f"{table!r}" == repr(table), str(table) == "{}".format(table))


class Endless:
    def __repr__(self):
        return f"Endless({self.inner!r})"


endless = Endless()
for inner in (endless, [endless], {"a": endless}):
    endless.inner = inner
    try:
        print(repr(endless)[:60])
    except RecursionError as error:
        print(type(error))


class Fails:
    def __repr__(self):
        raise ValueError("no text")


fails = [1, Fails()]
for attempt in range(2):
    try:
        print(fails)
    except ValueError as error:
        print(error)
fails[1] = 2
print(fails)
