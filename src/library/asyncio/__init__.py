# asyncio, for this machine: one loop over virtual time. Files as in CPython, so that names and
# reprs agree.
import sys

from asyncio.exceptions import *
from asyncio.coroutines import *
from asyncio.events import *
from asyncio.futures import *
from asyncio.locks import *
from asyncio.queues import *
from asyncio.timeouts import *
from asyncio.tasks import *
from asyncio.runners import *
from asyncio.taskgroups import *
from asyncio.threads import *
from asyncio.base_events import *
from asyncio.unix_events import *
from asyncio.events import _get_running_loop, _set_running_loop

# What belongs to networks and other programs is in rare modules.
_rare_names = {name: module for module, names in (
    ("streams", "StreamReader StreamWriter StreamReaderProtocol open_connection start_server "
                "open_unix_connection start_unix_server"),
    ("protocols", "BaseProtocol Protocol DatagramProtocol SubprocessProtocol BufferedProtocol"),
    ("transports", "BaseTransport ReadTransport WriteTransport Transport DatagramTransport "
                   "SubprocessTransport"),
    ("subprocess", "create_subprocess_exec create_subprocess_shell")) for name in names.split()}


def __getattr__(name):
    module = name if name in _rare_names.values() else _rare_names.get(name)
    if module is None:
        raise AttributeError(f"module 'asyncio' has no attribute {name!r}", name=name,
                             obj=sys.modules["asyncio"])
    from importlib import import_module
    found = import_module("asyncio." + module)
    return found if module == name else getattr(found, name)
