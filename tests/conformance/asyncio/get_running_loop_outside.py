# tests/conformance/asyncio/get_running_loop_outside.py: get_running_loop outside of a loop.
import asyncio

try:
    asyncio.get_running_loop()
except RuntimeError as e:
    print(e)


async def f():
    pass


c = f()
try:
    asyncio.create_task(c)
except RuntimeError as e:
    print(e)
c.close()
