# tests/conformance/lifetime/generator_at_exit.py: a suspended generator of the module ends when
# the interpreter ends.
def g():
    try:
        yield 1
    finally:
        print("finally at exit")


it = g()
next(it)
print("last line")
