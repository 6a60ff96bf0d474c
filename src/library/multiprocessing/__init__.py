# multiprocessing: the default context's methods as functions.
from . import context
from .context import AuthenticationError, BufferTooShort, Process, ProcessError, TimeoutError

__all__ = [name for name in dir(context._default_context) if not name.startswith("_")]
globals().update((name, getattr(context._default_context, name)) for name in __all__)

SUBDEBUG = 5
SUBWARNING = 25
