# tests/conformance/lifetime/never_awaited_closed.py: a coroutine that was closed gives no warning.
async def f():
    pass


c = f()
c.close()
del c
print("no warning")
