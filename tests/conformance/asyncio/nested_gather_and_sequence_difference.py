# tests/conformance/asyncio/nested_gather_and_sequence_difference.py: awaiting in sequence runs
# one after the other, gather interleaves.
import asyncio


async def step(name, n):
    for i in range(n):
        print(name, i)
        await asyncio.sleep(0.01)
    return name


async def main():
    await step("seq1", 2)
    await step("seq2", 2)
    print(await asyncio.gather(step("par1", 2), asyncio.gather(step("par2", 2), step("par3", 1)), return_exceptions=True))


asyncio.run(main())
