# asyncio.unix_events: the names under which CPython has its loop and policy on Linux.
from asyncio import base_events, events

__all__ = ("SelectorEventLoop", "DefaultEventLoopPolicy")


class _UnixSelectorEventLoop(base_events.BaseEventLoop):
    pass


class _UnixDefaultEventLoopPolicy(events.BaseDefaultEventLoopPolicy):
    pass


SelectorEventLoop = _UnixSelectorEventLoop
DefaultEventLoopPolicy = _UnixDefaultEventLoopPolicy
