# tests/conformance/asyncio/old_style_run_until_complete.py: new_event_loop, run_until_complete,
# run_forever with stop, close.
import asyncio


async def work(n):
    await asyncio.sleep(0.01)
    return n * 2


loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
print(loop.run_until_complete(work(4)), loop.run_until_complete(work(3)))
t = loop.create_task(work(5))
print(loop.run_until_complete(t), loop.is_running(), loop.is_closed())
loop.call_later(0.02, loop.stop)
loop.call_soon(print, "in forever")
loop.run_forever()
print("stopped")
loop.close()
print(loop.is_closed())
c = work(1)
try:
    loop.run_until_complete(c)
except RuntimeError as e:
    print(e)
c.close()
