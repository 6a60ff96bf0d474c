# asyncio.unix_events: the names under which CPython has its loop and policy on Linux.
from asyncio import base_events, events
from asyncio.log import logger

__all__ = ("SelectorEventLoop", "DefaultEventLoopPolicy")


class _UnixSelectorEventLoop(base_events.BaseEventLoop):
    def __init__(self, selector=None):
        super().__init__()
        logger.debug("Using selector: EpollSelector")


class _UnixDefaultEventLoopPolicy(events.BaseDefaultEventLoopPolicy):
    pass


SelectorEventLoop = _UnixSelectorEventLoop
DefaultEventLoopPolicy = _UnixDefaultEventLoopPolicy
