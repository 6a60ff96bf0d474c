# tests/conformance/tracebacks/stop_iteration_in_generator.py: StopIteration inside a generator
# becomes RuntimeError with a cause.
def g():
    yield next(iter([]))


list(g())
