# tests/conformance/language/exec_order_of_class_and_def.py: class bodies run at once, function
# bodies when called; defaults and decorators at definition.
def show(x):
    print("show", x)
    return x


@show
class C:
    print("body of C")
    y = show(1)

    def m(self, a=show("default")):
        print("m runs", a)


def f(a=show("f default")):
    print("f runs")


print("defined")
C().m()
f()
