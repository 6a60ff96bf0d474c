# tests/conformance/functions/closures_see_later_changes.py: a closure sees the variable, not the
# value it had.
def make():
    fs = []
    for i in range(3):
        fs.append(lambda: i)
    early = [f() for f in fs]
    i = "changed"
    return early, [f() for f in fs]


print(make())
print([f() for f in [lambda i=i: i for i in range(3)]])


def counter():
    x = 1
    f = lambda: x
    x = 2
    return f


print(counter()(), counter().__closure__[0].cell_contents)
