# PYTHONASYNCIODEBUG set by the script itself; the depth of origins follows set_debug().
import os

os.environ["PYTHONASYNCIODEBUG"] = "1"
import asyncio
import sys


async def main():
    loop = asyncio.get_running_loop()
    print(loop.get_debug(), sys.get_coroutine_origin_tracking_depth())
    loop.set_debug(False)
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print(loop.get_debug(), sys.get_coroutine_origin_tracking_depth())


asyncio.run(main())
print(sys.get_coroutine_origin_tracking_depth())
