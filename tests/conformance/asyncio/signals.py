# tests/conformance/asyncio/signals.py: add_signal_handler, and SIGINT under asyncio.run.
import asyncio
import signal


async def main():
    loop = asyncio.get_running_loop()
    stop = asyncio.Event()
    loop.add_signal_handler(signal.SIGTERM, stop.set)
    loop.add_signal_handler(signal.SIGUSR1, print, "user", 1)
    loop.call_later(0.01, signal.raise_signal, signal.SIGUSR1)
    loop.call_later(0.03, signal.raise_signal, signal.SIGTERM)
    await stop.wait()
    print("stopped", loop.remove_signal_handler(signal.SIGTERM),
          loop.remove_signal_handler(signal.SIGTERM))
    for bad in (lambda: loop.add_signal_handler("x", print),
                lambda: loop.add_signal_handler(0, print),
                lambda: loop.add_signal_handler(signal.SIGTERM, main)):
        try:
            bad()
        except (TypeError, ValueError) as error:
            print(error)


async def interrupted():
    asyncio.get_running_loop().call_later(0.01, signal.raise_signal, signal.SIGINT)
    try:
        await asyncio.sleep(1)
    except asyncio.CancelledError:
        print("cancelled")
        raise


asyncio.run(main())
try:
    asyncio.run(interrupted())
except KeyboardInterrupt:
    print("KeyboardInterrupt", signal.getsignal(signal.SIGINT) is signal.default_int_handler)
