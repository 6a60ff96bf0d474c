# add_signal_handler for a signal that cannot be caught; a closed loop gives its handlers back.
import asyncio
import signal


async def refused():
    loop = asyncio.get_running_loop()
    try:
        loop.add_signal_handler(signal.SIGKILL, print)
    except RuntimeError as error:
        print(error)
    loop.add_signal_handler(signal.SIGINT, print, "never")


async def interrupted():
    asyncio.get_running_loop().call_later(0.01, signal.raise_signal, signal.SIGINT)
    try:
        await asyncio.sleep(5)
    finally:
        print("cleaned up")


asyncio.run(refused())
print(signal.getsignal(signal.SIGINT) is signal.default_int_handler)
try:
    asyncio.run(interrupted())
except KeyboardInterrupt:
    print("interrupted")
