# tests/conformance/tracebacks/syntax_error_return_in_async_generator.py: a value returned from an
# async generator.
async def f():
    yield 1
    return 2
