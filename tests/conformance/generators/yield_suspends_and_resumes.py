# tests/conformance/generators/yield_suspends_and_resumes.py: a generator runs only when asked and
# keeps its locals.
def g(n):
    print("start")
    for i in range(n):
        print("before", i)
        yield i * i
        print("after", i)
    print("end")


it = g(2)
print("made")
print(next(it))
print(next(it))
print(next(it, "exhausted"))
print(list(it))
