# Call-backs, in order: what call_soon and call_later promise.
#
# The event loop keeps two lines: a ready queue (first in, first out) and a
# list of timers (by due time). Step through and watch where each call-back
# goes. A call-back that is put into the queue while the loop works through
# it has to wait for the next iteration.
import asyncio


def say(word):
    print(word)


def chain(count):
    say(f"chain {count}")
    if count > 0:
        # Not now: at the end of the queue, in the next iteration.
        asyncio.get_running_loop().call_soon(chain, count - 1)


async def main():
    loop = asyncio.get_running_loop()
    loop.call_later(0.004, say, "after 4 ms")
    loop.call_later(0.002, say, "after 2 ms")
    loop.call_soon(chain, 2)
    loop.call_soon(say, "soon")
    never = loop.call_later(0.003, say, "never")
    say("main goes on first")
    await asyncio.sleep(0.001)
    never.cancel()
    await asyncio.sleep(0.005)
    say("main ends")


asyncio.run(main())
