# tests/conformance/system/signals.py: handlers of signals that the process sends itself.
import os
import signal
import threading
import _thread

print(signal.SIGINT, repr(signal.SIGINT), signal.SIG_DFL, repr(signal.SIG_IGN))
print(signal.getsignal(signal.SIGINT), signal.getsignal(signal.SIGTERM), signal.Signals(15).name)


def handler(number, frame):
    print("got", signal.Signals(number).name, frame.f_lineno, frame.f_code.co_name)


print(signal.signal(signal.SIGUSR1, handler))
signal.raise_signal(signal.SIGUSR1)
os.kill(os.getpid(), signal.SIGUSR1)
signal.signal(signal.SIGUSR1, signal.SIG_IGN)
signal.raise_signal(signal.SIGUSR1)
for action in (lambda: signal.raise_signal(signal.SIGINT), _thread.interrupt_main):
    try:
        action()
    except KeyboardInterrupt as error:
        print(repr(error))
for action in (lambda: signal.signal(99, handler), lambda: signal.signal(2, 3),
               lambda: signal.signal(signal.SIGKILL, handler), lambda: signal.getsignal(99),
               lambda: signal.raise_signal(99), lambda: signal.strsignal(2),
               lambda: signal.Signals(99), lambda: len(signal.valid_signals())):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


def elsewhere():
    try:
        signal.signal(2, handler)
    except ValueError as error:
        print(error)


thread = threading.Thread(target=elsewhere)
thread.start()
thread.join()
