# tests/conformance/classes/class_scope.py: a class body has its own scope that methods do not see.
x = "global"


class C:
    x = "class"
    y = x + "!"

    def m(self):
        return x

    class Inner:
        z = x


print(C.y, C().m(), C.Inner.z, C.Inner.__qualname__)


def f():
    x = "f"

    class D:
        print(x)
        x = "D"
        print(x)

        def m(self):
            return x
    return D().m()


try:
    print(f())
except NameError as e:
    print(type(e).__name__, e)
