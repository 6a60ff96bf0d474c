# asyncio.threads: blocking calls in threads of their own.
import _contextvars
from asyncio import events

__all__ = ("to_thread",)


async def to_thread(func, /, *args, **kwargs):
    loop = events.get_running_loop()
    context = _contextvars.copy_context() if _contextvars.in_use else None

    def call():
        return func(*args, **kwargs)

    return await loop.run_in_executor(None, *((call,) if context is None else (context.run, call)))
