# tests/conformance/asyncio/barrier.py: Barrier: arriving, breaking, resetting.
import asyncio


async def main():
    barrier = asyncio.Barrier(3)
    print(barrier, barrier.parties)

    async def arrive(number):
        await asyncio.sleep(0.02 * number)
        print("arrives", number, barrier.n_waiting)
        print("through", number, await barrier.wait())

    await asyncio.gather(*(arrive(number) for number in range(3)))
    print(barrier, barrier.broken)

    async def breaks(number):
        try:
            async with barrier:
                print("in")
        except asyncio.BrokenBarrierError as error:
            print("broken", number, error)

    tasks = [asyncio.create_task(breaks(number)) for number in range(2)]
    await asyncio.sleep(0)
    print(barrier)
    await barrier.abort()
    await asyncio.gather(*tasks)
    print(barrier, barrier.broken)
    await barrier.reset()
    print(barrier)
    try:
        asyncio.Barrier(0)
    except ValueError as error:
        print(error)


asyncio.run(main())
