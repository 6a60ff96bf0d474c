# tests/conformance/lifetime/never_awaited_method_and_nested.py: the warning names the qualified
# name of the coroutine function.
class C:
    async def method(self):
        pass


def outer():
    async def inner():
        pass
    inner()
    print("inner dropped")


C().method()
print("method dropped")
outer()
