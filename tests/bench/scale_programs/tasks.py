import asyncio
import sys


async def worker(number, done):
    await asyncio.sleep(0)
    done.append(number)


async def main(count):
    done = []
    await asyncio.gather(*(worker(number, done) for number in range(count)))
    print(len(done))


asyncio.run(main(int(sys.argv[1])))
