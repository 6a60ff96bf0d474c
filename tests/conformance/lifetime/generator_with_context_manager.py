# tests/conformance/lifetime/generator_with_context_manager.py: a `with` inside a suspended
# generator exits when the generator dies.
class M:
    def __enter__(self):
        print("enter")

    def __exit__(self, kind, value, trace):
        print("exit", kind.__name__ if kind else None)


def g():
    with M():
        yield 1


for x in g():
    break
print("after")
