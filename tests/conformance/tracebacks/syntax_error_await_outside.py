# tests/conformance/tracebacks/syntax_error_await_outside.py: `await` outside an async function.
def f():
    await g()
