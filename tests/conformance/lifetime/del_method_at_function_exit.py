# tests/conformance/lifetime/del_method_at_function_exit.py: locals die when the function returns,
# before the caller goes on.
class C:
    def __init__(self, name): self.name = name
    def __del__(self): print("del", self.name)


def f():
    a = C("a")
    b = C("b")
    print("returning")
    return b


x = f()
print("got", x.name)
f()
print("after")
