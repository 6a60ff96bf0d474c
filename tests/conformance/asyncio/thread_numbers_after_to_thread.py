# tests/conformance/asyncio/thread_numbers_after_to_thread.py: the end of the default executor takes a
# thread's number.
import asyncio
import threading


async def main():
    print(await asyncio.to_thread(lambda: threading.current_thread().name))


print(threading.Thread(target=print).name)
asyncio.run(main())
print(threading.Thread(target=print).name)
