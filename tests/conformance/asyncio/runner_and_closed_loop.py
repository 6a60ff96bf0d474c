# tests/conformance/asyncio/runner_and_closed_loop.py: Runner, and what a closed or running loop refuses.
import asyncio


async def give(value):
    return value


with asyncio.Runner() as runner:
    print(runner.get_loop(), runner.run(give(1)), runner.run(give(2)))
    try:
        runner.run(3)
    except ValueError as error:
        print(error)
coroutine = give(1)
for bad in (lambda: runner.run(coroutine), runner.get_loop, lambda: asyncio.run(3),
            asyncio.get_running_loop):
    try:
        bad()
    except (RuntimeError, ValueError) as error:
        print(error)
loop = asyncio.new_event_loop()


async def inside():
    for bad in (lambda: asyncio.run(coroutine), loop.run_forever, loop.close,
                lambda: loop.run_until_complete(coroutine), lambda: loop.call_later(None, print),
                lambda: loop.set_task_factory(3), lambda: loop.set_exception_handler(3),
                lambda: asyncio.ensure_future(3), lambda: asyncio.create_task(3)):
        try:
            bad()
        except (RuntimeError, TypeError) as error:
            print(type(error).__name__, error)


loop.run_until_complete(inside())
future = loop.create_future()
loop.call_soon(loop.stop)
try:
    loop.run_until_complete(future)
except RuntimeError as error:
    print(error)
loop.call_later(0.01, loop.stop)
loop.run_forever()
loop.close()
print(loop, loop.is_closed())
for bad in (lambda: loop.call_soon(print), loop.run_forever, lambda: loop.create_task(coroutine),
            lambda: loop.call_later(1, print), lambda: loop.run_in_executor(None, print)):
    try:
        bad()
    except RuntimeError as error:
        print(error)
coroutine.close()
try:
    asyncio.AbstractEventLoop().call_soon(print)
except NotImplementedError:
    print("not implemented")
