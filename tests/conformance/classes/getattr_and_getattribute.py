# tests/conformance/classes/getattr_and_getattribute.py: `__getattr__` is asked only when the
# usual lookup fails.
class G:
    present = 1

    def __getattr__(self, name):
        print("getattr", name)
        if name.startswith("x"):
            return name * 2
        raise AttributeError("no " + name)


g = G()
print(g.present, g.xy, hasattr(g, "q"), getattr(g, "z", "default"))
try:
    g.w
except AttributeError as e:
    print(e)


class All:
    def __getattribute__(self, name):
        return "all " + name


print(All().anything, All().x)
