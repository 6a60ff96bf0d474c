# tests/conformance/exceptions/stop_iteration_in_plain_code.py: StopIteration in ordinary
# functions is an ordinary exception.
def f():
    raise StopIteration("v")


try:
    f()
except StopIteration as e:
    print(repr(e), e.value)
print(list(iter([1, 2].pop, 1)))


class It:
    n = 0
    def __iter__(self): return self
    def __next__(self):
        self.n += 1
        if self.n > 2:
            f()
        return self.n


print([x for x in It()])
