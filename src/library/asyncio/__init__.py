# asyncio, for this machine: one loop over virtual time. Files as in CPython, so that names and
# reprs agree.
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
