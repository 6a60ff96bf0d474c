# asyncio.coroutines
import os
import sys
from _asyncio import iscoroutine

__all__ = ("iscoroutinefunction", "iscoroutine")

_COROUTINE = 0x80
_is_coroutine = object()


def _is_debug_mode():
    return sys.flags.dev_mode or bool(os.environ.get("PYTHONASYNCIODEBUG"))


def iscoroutinefunction(func):
    marked = getattr(func, "_is_coroutine", None) is _is_coroutine
    func = getattr(func, "__func__", func)
    code = getattr(func, "__code__", None)
    return marked or code is not None and bool(code.co_flags & _COROUTINE)
