# tests/conformance/lifetime/any_ends_its_generator.py: a built-in that stops early drops its
# generator at once.
def g():
    try:
        for i in range(5):
            print("give", i)
            yield i
    finally:
        print("ended")


print(any(x == 2 for x in g()))
print(next(g()))
print(2 in g())
