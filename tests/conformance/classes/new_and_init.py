# tests/conformance/classes/new_and_init.py: `__new__` makes, `__init__` fills, and init is
# skipped for another type.
class One:
    only = None

    def __new__(cls, *args):
        print("new", args)
        if cls.only is None:
            cls.only = super().__new__(cls)
        return cls.only

    def __init__(self, *args):
        print("init", args)


print(One(1) is One(2))


class Other:
    def __new__(cls):
        return 5

    def __init__(self):
        print("never")


print(Other())


class Bad:
    def __init__(self):
        return 3


try:
    Bad()
except TypeError as e:
    print(e)
