# tests/conformance/contextvars/tasks.py: each task has a copy of its creator's context; call-backs too.
import asyncio
import contextvars
import threading

request = contextvars.ContextVar("request", default="none")


async def handle(name, delay):
    request.set(name)
    await asyncio.sleep(delay)
    print("after the sleep", name, request.get())


async def main():
    request.set("main")
    await asyncio.gather(handle("a", 0.04), handle("b", 0.02))
    print("main still", request.get())
    loop = asyncio.get_running_loop()
    context = contextvars.copy_context()
    context.run(request.set, "given")
    loop.call_soon(lambda: print("soon", request.get()))
    loop.call_soon(lambda: print("soon", request.get()), context=context)
    loop.call_later(0.01, lambda: print("later", request.get()))
    future = loop.create_future()
    future.add_done_callback(lambda done: print("done", request.get()))
    request.set("changed")
    future.set_result(None)
    await asyncio.sleep(0.02)
    await loop.create_task(handle("in given", 0), context=context)
    print(context[request], request.get(), await asyncio.to_thread(request.get))
    thread = threading.Thread(target=lambda: print("thread", request.get()))
    thread.start()
    thread.join()


asyncio.run(main())
print(request.get())
