# A task that awaits a future of a class with its own add_done_callback uses that.
import asyncio
from asyncio import futures


class Noted(asyncio.Future):
    def add_done_callback(self, function, *, context=None):
        print("adds", callable(function))
        super().add_done_callback(function, context=context)


class Forgetful(asyncio.Future):
    def __init__(self):
        pass


class Callback:
    def __call__(self, future):
        print("called", future.result())

    def __repr__(self):
        return "<Callback>"


async def main():
    future = Noted()
    asyncio.get_running_loop().call_later(0.01, futures._set_result_unless_cancelled, future, 7)
    print(await future)
    for use in (lambda f: f.get_loop(), lambda f: f.add_done_callback(print), lambda f: f.cancel()):
        try:
            use(Forgetful())
        except RuntimeError as error:
            print(error)
    plain = asyncio.get_running_loop().create_future()
    plain.add_done_callback(Callback())
    print(plain)
    plain.set_result(1)
    await asyncio.sleep(0)


asyncio.run(main())
