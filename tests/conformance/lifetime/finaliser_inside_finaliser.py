# tests/conformance/lifetime/finaliser_inside_finaliser.py: what dies in a finaliser dies there;
# what died with its object waits.
class Part:
    def __init__(self, name): self.name = name
    def __del__(self): print("del", self.name)


class Whole:
    def __init__(self): self.part = Part("part")
    def __del__(self):
        local = Part("local")
        print("whole starts")
        local = None
        print("whole ends")


def f():
    whole = Whole()
    later = Part("later")


f()
print("after")
