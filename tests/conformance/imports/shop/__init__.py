# tests/conformance/imports/shop/__init__.py: a package, run as a script.
print("shop opens")


def take(count):
    from . import stock
    stock.apples -= count
    return count
