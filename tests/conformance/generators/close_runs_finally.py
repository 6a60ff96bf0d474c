# tests/conformance/generators/close_runs_finally.py: `close` raises GeneratorExit at the yield
# and runs the `finally`.
def g():
    try:
        yield 1
        yield 2
    except GeneratorExit:
        print("exit seen")
        raise
    finally:
        print("finally")


it = g()
next(it)
it.close()
print(list(it))
it.close()
g().close()


def stubborn():
    try:
        yield 1
    except GeneratorExit:
        yield 2


s = stubborn()
next(s)
try:
    s.close()
except RuntimeError as e:
    print(e)
