# Two tasks throw a ball to each other through two queues of one place: an event every few
# instructions, and nearly all of the work is the modelled library's.
import asyncio


async def ping(out, back):
    score = 0
    turn = 0
    while True:
        await out.put(turn)
        score = (score * 31 + await back.get()) % 1000003
        turn += 1


async def pong(inbox, reply):
    while True:
        ball = await inbox.get()
        await reply.put(ball * 3 + 1)


async def main():
    there = asyncio.Queue(1)
    back = asyncio.Queue(1)
    await asyncio.gather(ping(there, back), pong(there, back))


asyncio.run(main())
