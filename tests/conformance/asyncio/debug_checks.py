# In debug mode a loop refuses call-backs that are coroutines, and other threads.
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    for schedule in (lambda what: loop.call_soon(what), lambda what: loop.call_later(1, what),
                     lambda what: loop.call_soon_threadsafe(what),
                     lambda what: loop.run_in_executor(None, what)):
        for what in (main, 5):
            try:
                schedule(what)
            except TypeError as error:
                print(str(error).partition(" at 0x")[0])

    def elsewhere():
        try:
            loop.call_soon(print)
        except RuntimeError as error:
            return error

    print(await asyncio.to_thread(elsewhere))


asyncio.run(main(), debug=True)
