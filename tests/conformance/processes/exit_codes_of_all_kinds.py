# Exit codes: returned, sys.exit of several things, an exception, terminate, kill, os._exit.
import os
import signal
import sys
import time
from multiprocessing import Process


def leave(how):
    if how == "exception":
        raise SystemExit(5)
    if how == "os":
        os._exit(9)
    if how == "text":
        sys.exit("a text")
    if how == "true":
        sys.exit(True)
    if how == "signal":
        os.kill(os.getpid(), signal.SIGTERM)
    if how == "none":
        sys.exit()


if __name__ == "__main__":
    for how in ("exception", "os", "text", "true", "signal", "none", "return"):
        process = Process(target=leave, args=(how,))
        process.start()
        process.join()
        print(how, process.exitcode)
    for end in ("terminate", "kill"):
        process = Process(target=time.sleep, args=(60,))
        process.start()
        getattr(process, end)()
        process.join()
        print(end, process.exitcode, process.exitcode == -getattr(
            signal, "SIGTERM" if end == "terminate" else "SIGKILL"), process.is_alive())
