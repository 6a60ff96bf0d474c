# What a closed loop refuses: ensure_future() closes the coroutine; a timeout is entered first.
import asyncio


async def work():
    pass


loop = asyncio.new_event_loop()
loop.close()
for use in (lambda: asyncio.ensure_future(work(), loop=loop), lambda: loop.call_soon(print)):
    try:
        use()
    except RuntimeError as error:
        print(error)


async def main():
    try:
        await asyncio.timeout(1).__aexit__(None, None, None)
    except AssertionError as error:
        print("refused", error.args)


asyncio.run(main())
