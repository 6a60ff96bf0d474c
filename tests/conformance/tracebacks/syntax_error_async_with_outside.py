# tests/conformance/tracebacks/syntax_error_async_with_outside.py: `async with` outside an async
# function.
def f():
    async with x:
        pass
