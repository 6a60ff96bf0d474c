# signal: what the process does when it is told something. Handlers run in the main thread's place
# where something else tells it: a timer's thread, or one that the machine starts for a signal from
# another process.
import _meada
import _thread
import enum
import errno
import os
import threading

_rows = """
SIGHUP 1 Hangup|SIGINT 2 Interrupt|SIGQUIT 3 Quit|SIGILL 4 Illegal instruction
SIGTRAP 5 Trace/breakpoint trap|SIGABRT 6 Aborted|SIGBUS 7 Bus error
SIGFPE 8 Floating point exception|SIGKILL 9 Killed|SIGUSR1 10 User defined signal 1
SIGSEGV 11 Segmentation fault|SIGUSR2 12 User defined signal 2|SIGPIPE 13 Broken pipe
SIGALRM 14 Alarm clock|SIGTERM 15 Terminated|SIGSTKFLT 16 Stack fault|SIGCHLD 17 Child exited
SIGCONT 18 Continued|SIGSTOP 19 Stopped (signal)|SIGTSTP 20 Stopped
SIGTTIN 21 Stopped (tty input)|SIGTTOU 22 Stopped (tty output)|SIGURG 23 Urgent I/O condition
SIGXCPU 24 CPU time limit exceeded|SIGXFSZ 25 File size limit exceeded
SIGVTALRM 26 Virtual timer expired|SIGPROF 27 Profiling timer expired|SIGWINCH 28 Window changed
SIGIO 29 I/O possible|SIGPWR 30 Power failure|SIGSYS 31 Bad system call
SIGRTMIN 34 Real-time signal 0|SIGRTMAX 64 Real-time signal 30
"""
_texts, _numbers = {}, {}
for _row in _rows.strip().replace("\n", "|").split("|"):
    _name, _number, _text = _row.split(" ", 2)
    _numbers[_name] = int(_number)
    _texts[int(_number)] = _text

NSIG = 65
ITIMER_REAL, ITIMER_VIRTUAL, ITIMER_PROF = 0, 1, 2
Signals = enum.IntEnum("Signals", _numbers, module="signal")
Handlers = enum.IntEnum("Handlers", {"SIG_DFL": 0, "SIG_IGN": 1}, module="signal")
Sigmasks = enum.IntEnum("Sigmasks", {"SIG_BLOCK": 0, "SIG_UNBLOCK": 1, "SIG_SETMASK": 2},
                        module="signal")
_names = _meada.root("modules")["signal"].__dict__
for _group in (Signals, Handlers, Sigmasks):
    _names.update(_group.__members__)
SIGCLD, SIGPOLL, SIGIOT = SIGCHLD, SIGIO, SIGABRT  # noqa: F821
del _rows, _row, _name, _number, _text, _group, _names


class ItimerError(OSError):
    pass


_handlers = {2: default_int_handler,  # noqa: F821: native
             13: Handlers.SIG_IGN, 25: Handlers.SIG_IGN}
# What a process does without a handler: nothing, or stop and wait (which nobody would end).
_ignored = (17, 18, 23, 28)
# What other processes may know: number -> what happens here. Those that are not there: _DEFAULT.
_DEFAULT, _NOTHING, _DELIVERED = 0, 1, 2
_actions = {2: _DELIVERED, 13: _NOTHING, 25: _NOTHING}
_blocked, _pending = set(), []
_sigwaits = []  # (the signals that a thread waits for, a lock that is free once one has come)


def _checked(signalnum):
    if not hasattr(type(signalnum), "__index__"):
        raise TypeError(f"'{type(signalnum).__name__}' object cannot be interpreted as an integer")
    number = int(signalnum)
    if not 0 < number < NSIG:
        raise ValueError("signal number out of range")
    return number


def getsignal(signalnum):
    return _handlers.get(_checked(signalnum), Handlers.SIG_DFL)


def signal(signalnum, handler):
    if not hasattr(type(signalnum), "__index__"):
        _checked(signalnum)
    if not callable(handler) and handler not in (0, 1):
        raise TypeError("signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable "
                        "object")
    if threading.current_thread() is not threading.main_thread():
        raise ValueError("signal only works in main thread of the main interpreter")
    number = _checked(signalnum)
    if number in (9, 19, 32, 33):
        raise OSError(errno.EINVAL, os.strerror(errno.EINVAL))
    before = getsignal(number)
    _handlers[number] = handler if callable(handler) else Handlers(handler)
    _tell_others(number)
    return before


def _tell_others(number):
    handler = getsignal(number)
    waited_for = any(number in signals for signals, _ in _sigwaits)
    if number in _blocked or waited_for or handler not in tuple(Handlers):
        _actions[number] = _DELIVERED
    else:
        _actions[number] = _DEFAULT if handler == Handlers.SIG_DFL else _NOTHING


def raise_signal(signalnum, /):
    if not 0 < int(signalnum) < NSIG:
        raise OSError(errno.EINVAL, os.strerror(errno.EINVAL))
    _deliver(int(signalnum))


def _deliver(number, wakes=False):
    # wakes: the main thread need not wait any longer; only what comes from outside does that.
    if number in (9, 19):
        _end(number)
    for signals, lock in _sigwaits:
        if number in signals:
            _pending.append(number)
            if lock.locked():
                lock.release()
            return
    if number in _blocked:
        if number not in _pending:
            _pending.append(number)
        return
    handler = getsignal(number)
    if handler == Handlers.SIG_IGN or handler == Handlers.SIG_DFL and number in _ignored:
        return
    if handler == Handlers.SIG_DFL:
        _end(number)
    if _thread.get_ident() == threading.main_thread().ident:
        handler(number, _meada.frame(0))
    else:
        _deliver_to_main(number, handler, wakes)
    if wakes and _paused is not None and _paused.locked():
        _paused.release()


def _deliver_to_main(number, handler, wakes):
    # The handler runs here, in the main thread's place, and what it raises is raised there.
    here = _thread.get_ident()
    known = threading._active.get(here)
    threading._active[here] = threading.main_thread()
    _meada.stands_in(True)
    try:
        handler(number, _meada.main_frame())
    except BaseException as error:
        _meada.interrupt_main(error, wakes)
    finally:
        _meada.stands_in(False)
        if known is None:
            del threading._active[here]
        else:
            threading._active[here] = known


def _deliver_from_outside(number):
    _deliver(number, True)


def _tell(pid, number):
    if number not in (9, 19) and _meada.process_signal(pid, number) != _DEFAULT:
        return
    if number in _ignored:
        return
    if number in (19, 20, 21, 22):
        raise NotImplementedError("stopping a process is not supported here")
    _meada.process_end(pid, -number)


def _end(number):
    if number in (19, 20, 21, 22):
        raise NotImplementedError("stopping the process is not supported here")
    _meada.process_end(os.getpid(), -number)


def _signals_of(signals):
    return {_checked(number) for number in signals}


def _named(numbers):
    return {Signals(number) if number in _texts else number for number in numbers}


def pthread_sigmask(how, mask, /):
    # One mask for all threads of the process.
    numbers, before = _signals_of(mask) - {9, 19}, set(_blocked)
    if how == Sigmasks.SIG_BLOCK:
        _blocked.update(numbers)
    elif how == Sigmasks.SIG_UNBLOCK:
        _blocked.difference_update(numbers)
    elif how == Sigmasks.SIG_SETMASK:
        _blocked.clear()
        _blocked.update(numbers)
    else:
        raise OSError(errno.EINVAL, os.strerror(errno.EINVAL))
    for number in before ^ _blocked:
        _tell_others(number)
    for number in [number for number in _pending if number not in _blocked]:
        _pending.remove(number)
        _deliver(number, True)
    return _named(before)


def sigpending():
    return _named(_pending)


def sigwait(sigset, /):
    numbers = _signals_of(sigset)
    waited = numbers, threading.Lock()
    while not (found := [number for number in _pending if number in numbers]):
        waited[1].acquire()
        _sigwaits.append(waited)
        for number in numbers:
            _tell_others(number)
        try:
            waited[1].acquire()
        finally:
            waited[1].release()
            _sigwaits.remove(waited)
            for number in numbers:
                _tell_others(number)
    _pending.remove(found[0])
    return Signals(found[0]) if found[0] in _texts else found[0]


def pthread_kill(thread_id, signalnum, /):
    # Python's handlers run in the main thread, whichever thread the signal is sent to.
    if all(thread.ident != thread_id for thread in threading.enumerate()):
        raise ProcessLookupError(errno.ESRCH, os.strerror(errno.ESRCH))
    if signalnum:
        _deliver(_checked(signalnum), True)


def strsignal(signalnum, /):
    return _texts.get(_checked(signalnum))


def valid_signals():
    return {Signals(number) if number in _texts else number for number in range(1, NSIG)
            if number not in (32, 33)}


def siginterrupt(signalnum, flag, /):
    _checked(signalnum)


def set_wakeup_fd(fd, /, *, warn_on_full_buffer=True):
    return -1


_paused = None  # a lock that is held while the main thread pauses


def pause():
    global _paused
    if _paused is None:
        _paused = threading.Lock()
    _paused.acquire()
    _paused.acquire()
    _paused.release()


class _Timer:
    # SIGALRM after some time, and again after each interval.
    def __init__(self):
        self.due, self.interval, self.number = 0, 0.0, 0

    def left(self):
        return max(self.due - _meada.now(), 0.0) if self.due else 0.0

    def set(self, seconds, interval):
        before = (self.left(), float(self.interval))
        self.number += 1
        self.due, self.interval = (_meada.now() + seconds, interval) if seconds else (0, 0)
        if seconds:
            _thread.start_new_thread(self._wait, (self.number,))
        return before

    def _wait(self, number):
        while self.due:
            _meada.sleep_ns(int(self.left() * 1e9))
            if self.number != number:
                return
            self.due = self.due + self.interval if self.interval else 0
            _deliver(14, True)


_timer = _Timer()


def alarm(seconds, /):
    return -int(-_timer.set(seconds, 0)[0] // 1)


def setitimer(which, seconds, interval=0.0, /):
    _check_timer(which)
    return _timer.set(seconds, interval)


def getitimer(which, /):
    _check_timer(which)
    return _timer.left(), float(_timer.interval)


def _check_timer(which):
    if which != ITIMER_REAL:
        raise NotImplementedError("timers of the time that a process computes are not supported "
                                  "here")
