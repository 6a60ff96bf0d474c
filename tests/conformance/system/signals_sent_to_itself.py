# tests/conformance/system/signals_sent_to_itself.py: handlers, raise_signal and os.kill, and what
# signal refuses.
import os
import signal
import threading

def handler(number, frame):
    print("handler", signal.Signals(number).name, frame.f_code.co_name)

def tried(call):
    try:
        print(call())
    except BaseException as error:
        print(type(error).__name__, error)

print(signal.getsignal(signal.SIGTERM), repr(signal.SIGINT), signal.SIGINT == 2)
print(signal.signal(signal.SIGUSR1, handler), signal.getsignal(signal.SIGUSR1) is handler)
signal.raise_signal(signal.SIGUSR1)
os.kill(os.getpid(), signal.SIGUSR1)
signal.signal(signal.SIGUSR2, signal.SIG_IGN)
signal.raise_signal(signal.SIGUSR2)
print(repr(signal.getsignal(signal.SIGUSR2)), signal.strsignal(15), len(signal.valid_signals()))
for call in (lambda: signal.signal(500, handler), lambda: signal.signal(2, 5),
             lambda: signal.signal("a", handler), lambda: signal.signal(9, handler),
             lambda: signal.raise_signal(500), lambda: signal.Signals(99),
             lambda: signal.raise_signal(signal.SIGINT), lambda: os.kill(os.getpid(), 0)):
    tried(call)
thread = threading.Thread(target=tried, args=(lambda: signal.signal(signal.SIGUSR1, handler),))
thread.start()
thread.join()
