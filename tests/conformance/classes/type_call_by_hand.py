# tests/conformance/classes/type_call_by_hand.py: type.__call__ and object.__new__, called by hand.
class Plain:
    kind = "plain"


class Singleton(type):
    made = {}

    def __call__(cls, *args, **kwargs):
        if cls not in Singleton.made:
            Singleton.made[cls] = type.__call__(cls, *args, **kwargs)
        return Singleton.made[cls]


class Settings(metaclass=Singleton):
    def __init__(self, x, y=2):
        self.x, self.y = x, y


class Bare(metaclass=Singleton):
    pass


call = type.__call__
print(call, call(Plain).kind, call(int, "5"), call(dict, a=1))
print(Settings(1, y=5).y, Settings(3) is Settings(4), Bare() is Bare())
print(object.__new__(Plain, **{}).kind, type(object.__new__(Plain)).__name__)
for give in (lambda: call(Plain, 1), lambda: call(Plain, k=1), lambda: object.__new__(Plain, 1),
             lambda: object.__new__(Plain, k=1), lambda: call(), lambda: call(1)):
    try:
        print(give())
    except TypeError as error:
        print(error)
