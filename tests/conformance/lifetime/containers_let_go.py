# tests/conformance/lifetime/containers_let_go.py: every kind of container lets go of its contents
# when it dies, though it was made empty.
class C:
    def __init__(self, n): self.n = n
    def __del__(self): print("del", self.n)


class Holder:
    pass


class Slots:
    __slots__ = ("a",)


def closure(c):
    def inner():
        return c.n
    return inner


def inside_out():
    inner = []
    outer = (inner, [inner])
    inner.append(C("nested"))
    return outer


x = []
x.append(C("list")); x = None; print("1")
x = {}
x["k"] = C("dict value"); x = None; print("2")
x = {}
x[C("dict key")] = 1; x = None; print("3")
x = set()
x.add(C("set")); x = None; print("4")
x = Holder()
x.a = C("attribute"); x = None; print("5")
x = Holder()
x.d = {}
x.d["k"] = C("dict in attribute"); x = None; print("6")
x = Slots()
x.a = C("slot"); x = None; print("7")
x = closure(C("closure"))
x(); x = None; print("8")
x = inside_out()
print("still"); x = None; print("9")
x = iter([C("iterator")]); x = None; print("10")
x = {"a": C("view")}.values(); x = None; print("11")
x = [C("slice"), C("rest")][1:]; print("sliced"); x = None; print("12")
x = lambda a=C("default"): a
x = None; print("13")
x = [*map(C, ["mapped"])]; x = None; print("14")
