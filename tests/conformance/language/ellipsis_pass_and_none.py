# tests/conformance/language/ellipsis_pass_and_none.py: the constants, and statements that do
# nothing.
def f():
    ...


def g():
    pass


print(f(), g(), ..., Ellipsis is ..., type(...), type(None), NotImplemented)
for _ in range(2): pass
print(_, bool(...), None == False)
