# atexit in children: forked ones do not run it, finalizers of multiprocessing.util they do.
import atexit
import sys
from multiprocessing import Process, util

atexit.register(print, "atexit of", __name__)


def work():
    atexit.register(print, "atexit of the child")
    util.Finalize(None, print, args=("finalizer of the child",), exitpriority=10)
    print("work")
    sys.stdout.flush()


if __name__ == "__main__":
    process = Process(target=work)
    process.start()
    process.join()
    print("end", process.exitcode)
