# tests/conformance/lifetime/generator_at_function_exit.py: a suspended generator in a local ends
# when the function returns.
def g():
    try:
        yield 1
    finally:
        print("finally of g")


def f():
    it = g()
    next(it)
    print("f returns")
    return "value"


print(f())
