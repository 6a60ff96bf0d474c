# tests/conformance/lifetime/generator_left_in_loop.py: a generator left by `break` runs its
# `finally` before the next line.
def g():
    try:
        yield 1
        yield 2
    finally:
        print("finally of g")


for x in g():
    print(x)
    break
print("after the loop")
