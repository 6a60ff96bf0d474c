# Dining philosophers as tasks, with the lower fork first.
import asyncio


async def philosopher(seat, forks, eaten):
    first, second = sorted((seat, (seat + 1) % len(forks)))
    for _ in range(3):
        async with forks[first]:
            async with forks[second]:
                await asyncio.sleep(0.001)
                eaten[seat] += 1


async def main():
    forks = [asyncio.Lock() for _ in range(5)]
    eaten = [0] * 5
    await asyncio.gather(*[philosopher(seat, forks, eaten) for seat in range(5)])
    print(eaten)


asyncio.run(main())
