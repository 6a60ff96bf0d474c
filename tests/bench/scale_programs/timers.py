import asyncio
import sys


async def main(count):
    # Times in no order, so that the heap of timers works.
    await asyncio.gather(*(asyncio.sleep(1 + number * 7919 % 10007 / 1000)
                           for number in range(count)))
    print(count)


asyncio.run(main(int(sys.argv[1])))
