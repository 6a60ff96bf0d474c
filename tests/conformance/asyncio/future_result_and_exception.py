# tests/conformance/asyncio/future_result_and_exception.py: a future's states, results and errors.
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    f = loop.create_future()
    print(f.done(), f.cancelled(), repr(f))
    try:
        f.result()
    except asyncio.InvalidStateError as e:
        print(e)
    try:
        f.exception()
    except asyncio.InvalidStateError as e:
        print(e)
    f.set_result(5)
    print(f.done(), f.result(), f.exception(), await f, repr(f))
    try:
        f.set_result(6)
    except asyncio.InvalidStateError as e:
        print(e)
    g = asyncio.Future()
    g.set_exception(ValueError("v"))
    print(repr(g.exception()), repr(g))
    try:
        await g
    except ValueError as e:
        print("awaited", e)
    try:
        asyncio.Future().set_exception(StopIteration)
    except TypeError as e:
        print(e)
    h = loop.create_future()
    print(h.cancel("why"), h.cancel(), h.cancelled(), h.done(), repr(h))
    try:
        h.result()
    except asyncio.CancelledError as e:
        print(repr(e))


asyncio.run(main())
