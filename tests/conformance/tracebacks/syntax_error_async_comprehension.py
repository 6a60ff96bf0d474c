# tests/conformance/tracebacks/syntax_error_async_comprehension.py: an asynchronous comprehension
# outside an async function.
def f():
    return [x async for x in y]
