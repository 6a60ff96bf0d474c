# sigwait and masks: a blocked signal waits until it is asked for; pthread_kill.
import os
import signal
import sys
import threading
import time

signal.signal(signal.SIGUSR1, lambda number, frame: print("handler", int(number)))
print(signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGUSR1]))
os.kill(os.getpid(), signal.SIGUSR1)
print("still here", signal.sigpending(), flush=True)
print(signal.sigwait([signal.SIGUSR1]), signal.sigpending())
os.kill(os.getpid(), signal.SIGUSR1)
print(signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGUSR1}))
signal.pthread_kill(threading.main_thread().ident, signal.SIGUSR1)
time.sleep(0)
print("blocked now", signal.pthread_sigmask(signal.SIG_BLOCK, []))
sys.stdout.flush()
pid = os.fork()
if pid == 0:
    signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGTERM])
    print("child", signal.sigwait({signal.SIGTERM, signal.SIGUSR1}), flush=True)
    os._exit(4)
time.sleep(0.1)
os.kill(pid, signal.SIGTERM)
print(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
