# asyncio.coroutines
import _meada
from _asyncio import iscoroutine

__all__ = ("iscoroutinefunction", "iscoroutine")

_COROUTINE = 0x80
_is_coroutine = object()


def iscoroutinefunction(func):
    marked = getattr(func, "_is_coroutine", None) is _is_coroutine
    func = getattr(func, "__func__", func)
    code = getattr(func, "__code__", None)
    return marked or code is not None and bool(code.co_flags & _COROUTINE)
