# tests/conformance/functions/locals_globals_vars.py: what `locals`, `globals` and `vars` show.
def f(a, b=2):
    c = 3
    return locals()


print(f(1))
x = 5
print(globals()["x"], "f" in globals())
globals()["made"] = 6
print(made)


class C:
    pass


c = C()
c.z = 1
print(vars(c), c.__dict__ is vars(c))
