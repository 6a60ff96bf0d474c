# tests/conformance/contextlib/context_decorators.py: context managers as decorators of functions.
import asyncio
from contextlib import AsyncContextDecorator, ContextDecorator, asynccontextmanager, contextmanager


@contextmanager
def logged(name):
    print("enter", name)
    yield
    print("exit", name)


@logged("f")
def f(a, b=2):
    """doc of f"""
    print("body", a, b)
    return a + b


print(f(1), f(1, b=5), f.__name__, f.__doc__)


class Timer(ContextDecorator):
    def __enter__(self):
        print("start")
        return self

    def __exit__(self, *details):
        print("stop", details[0])
        return details[0] is ValueError


@Timer()
def fails(kind):
    raise kind("no")


print(fails(ValueError))
try:
    fails(KeyError)
except KeyError as error:
    print(repr(error))


@asynccontextmanager
async def connection(name):
    print("connect", name)
    await asyncio.sleep(0)
    try:
        yield name
    finally:
        print("close", name)


class Both(AsyncContextDecorator):
    async def __aenter__(self):
        print("aenter")

    async def __aexit__(self, *details):
        print("aexit")


@connection("db")
@Both()
async def work(x):
    print("work", x)
    return x * 2

print(asyncio.run(work(21)))
