# tests/conformance/lifetime/generator_kept_by_name.py: a generator that still has a name does not
# end at the loop's end.
def g(name):
    try:
        yield 1
        yield 2
    finally:
        print("finally of", name)


a = g("a")
for x in a:
    break
print("loop left, a lives")
a = None
print("a rebound")
b = g("b")
next(b)
del b
print("b deleted")
