# tests/conformance/asyncio/exception_handler_and_factory.py: set_exception_handler and set_task_factory, and what they are given.
import asyncio


async def fails():
    raise KeyError("k")


async def main():
    loop = asyncio.get_running_loop()

    def handler(loop, context):
        print(sorted(context), context["message"], repr(context.get("exception")))

    loop.set_exception_handler(handler)
    loop.call_soon(lambda: 1 / 0)
    await asyncio.sleep(0)
    asyncio.create_task(fails())
    await asyncio.sleep(0.01)
    future = loop.create_future()
    future.set_exception(OSError("o"))
    del future
    loop.call_exception_handler({"message": "of the script"})

    def factory(loop, coroutine, context=None):
        print("factory", coroutine.__name__)
        return asyncio.Task(coroutine, loop=loop)

    loop.set_task_factory(factory)
    try:
        await asyncio.create_task(fails(), name="named")
    except KeyError:
        print("raised", loop.get_task_factory() is factory)
    loop.set_task_factory(None)
    print(loop.get_exception_handler() is handler, loop.slow_callback_duration)


asyncio.run(main())
