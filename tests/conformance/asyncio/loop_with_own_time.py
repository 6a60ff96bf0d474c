# tests/conformance/asyncio/loop_with_own_time.py: a loop that tells another time than the clock.
import asyncio


class Jumping(asyncio.SelectorEventLoop):
    ahead = 0

    def time(self):
        return super().time() + self.ahead


async def main():
    start = loop.time()
    await asyncio.sleep(0.05)
    print(round(loop.time() - start, 1))
    loop.call_later(500, print, "later")
    loop.ahead += 600
    await asyncio.sleep(0.05)
    print("end")


loop = Jumping()
loop.run_until_complete(main())
loop.close()
