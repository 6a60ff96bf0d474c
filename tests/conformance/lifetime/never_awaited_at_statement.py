# tests/conformance/lifetime/never_awaited_at_statement.py: the warning of a forgotten coroutine
# comes at its own line.
async def f():
    pass


f()
print("after first")
c = f()
print("named")
c = None
print("rebound")
