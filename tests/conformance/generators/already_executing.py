# tests/conformance/generators/already_executing.py: a generator cannot be entered while it runs.
def g():
    try:
        next(me)
    except ValueError as e:
        print(e)
    yield 1


me = g()
print(next(me))
