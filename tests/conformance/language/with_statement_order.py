# tests/conformance/language/with_statement_order.py: `with` calls enter and exit in order,
# several managers nest.
class M:
    def __init__(self, name):
        self.name = name

    def __enter__(self):
        print("enter", self.name)
        return self.name.upper()

    def __exit__(self, kind, value, trace):
        print("exit", self.name, kind and kind.__name__, value, trace is not None)


with M("a") as a, M("b") as b:
    print(a, b)
with (M("c"), M("d") as d):
    print(d)
for i in range(2):
    with M(str(i)):
        if i == 0:
            continue
        break
