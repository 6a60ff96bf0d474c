# tests/conformance/contextlib/exit_stack_order.py: an ExitStack: what it calls, in what order, and moving it elsewhere.
from contextlib import ExitStack, contextmanager


@contextmanager
def resource(name):
    print("open", name)
    yield name
    print("shut", name)


with ExitStack() as stack:
    names = [stack.enter_context(resource(f"r{i}")) for i in range(3)]
    print(names)
    print(stack.callback(print, "callback", 1, sep="-") is print)

    @stack.callback
    def later():
        print("later")

    @stack.push
    def on_exit(kind, error, traceback):
        print("on_exit", kind, error)

with ExitStack() as stack:
    stack.enter_context(resource("moved"))
    kept = stack.pop_all()
print("after with")
kept.close()
kept.close()


class Manager:
    def __init__(self, swallow):
        self.swallow = swallow

    def __enter__(self):
        return self

    def __exit__(self, kind, error, traceback):
        print("exit", self.swallow, repr(error))
        return self.swallow


with ExitStack() as stack:
    stack.push(Manager(False))
    stack.push(Manager(True))
    stack.push(Manager(False))
    raise ValueError("x")
for wrong in (3, object(), Manager):
    try:
        with ExitStack() as stack:
            stack.enter_context(wrong)
    except TypeError as error:
        print(error)
stack = ExitStack()
print(stack.__exit__(None, None, None), len(stack._exit_callbacks))
