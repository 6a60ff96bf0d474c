# tests/conformance/language/nonlocal_shares_one_cell.py: `nonlocal` binds the nearest enclosing
# function's variable, shared by all closures.
def counter():
    n = 0

    def up():
        nonlocal n
        n += 1
        return n

    def show():
        return n
    return up, show


up, show = counter()
up2, show2 = counter()
print(up(), up(), show(), show2(), up2())


def deep():
    x = "deep"

    def middle():
        def inner():
            nonlocal x
            x += "er"
        inner()
    middle()
    return x


print(deep())
