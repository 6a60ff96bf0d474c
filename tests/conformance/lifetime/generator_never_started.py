# tests/conformance/lifetime/generator_never_started.py: a generator that never started has no
# `finally` to run.
def g():
    try:
        print("started")
        yield 1
    finally:
        print("finally")


g()
it = g()
del it
print("nothing printed before")
