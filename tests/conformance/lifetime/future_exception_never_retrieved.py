# tests/conformance/lifetime/future_exception_never_retrieved.py: a future with an exception that
# nobody asked for is reported too.
import asyncio


async def main():
    f = asyncio.get_running_loop().create_future()
    f.set_exception(KeyError("k"))
    f = None
    print("future dropped")


asyncio.run(main())
