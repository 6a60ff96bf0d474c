# The youngest name of a namespace comes and goes, and others with it.
def show(d): print(list(d), len(d))
g = {}
for t in range(3):
    exec("x = 1\ny = 2\ndel y\ny = 3\ndel y\nz = 4\ny = 5\ndel x\nx = 6\n", g)
    show({k: v for k, v in g.items() if k != "__builtins__"})
    exec("del x, y, z\nx = 7\ndel x\nw = 1\nx = 8\ndel w", g)
    show({k: v for k, v in g.items() if k != "__builtins__"})
a = 1
del a
b = 2
try:
    a
except NameError as e:
    print(e)
for i in range(50):
    try:
        raise ValueError(i)
    except ValueError as error:
        if i % 7 == 0: globals()["n%d" % i] = error.args
    try:
        error
    except NameError as other:
        if i % 20 == 0: print(other)
print([n for n in list(globals()) if n[0] == "n"])
d = {}
for i in range(40):
    d["k"] = i; d["j"] = i; del d["j"]; d["j"] = i + 1; del d["j"]
    if i % 9 == 0: d["m%d" % i] = i
    del d["k"]; d["k"] = -i
    if i % 13 == 0: print(d.popitem(), list(d.items())[-2:])
show(d)
class N: pass
n = N()
for i in range(30):
    n.__dict__["q"] = i; del n.q; n.q = i; del n.__dict__["q"]
    setattr(n, "v%d" % (i % 5), i)
print(n.__dict__)
len = 5
del len
print(len([1]))
len = 6
print(len)
del len
print(len([1, 2]))
