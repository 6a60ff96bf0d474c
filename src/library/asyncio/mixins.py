# asyncio.mixins: a lock belongs to the loop in which it first waited.
import _meada
from asyncio import events


class _LoopBoundMixin:
    _loop = None
    _kind = None

    def _born(self):
        self._serial = _meada.serial()
        self._sync_kind = _meada.enum_value("sync_kind", self._kind)
        _meada.event_sync_created(self._serial, self._sync_kind)

    def _get_loop(self):
        loop = events._get_running_loop()
        if self._loop is None:
            self._loop = loop
        if loop is not self._loop:
            raise RuntimeError(f"{self!r} is bound to a different event loop")
        return loop

    # A future that a task waits in because of this object.
    def _waiter(self):
        waiter = self._get_loop().create_future()
        waiter._wait_reason = self._reason
        waiter._wait_on = self._serial
        return waiter
