# tests/conformance/threading/excepthook_replaced.py: a hook for exceptions that threads do not
# catch; SystemExit is none.
import sys
import threading

def hook(args):
    print(args.exc_type.__name__, args.exc_value, args.exc_traceback is not None, args.thread.name)

def run(function, name):
    thread = threading.Thread(target=function, name=name)
    thread.start()
    thread.join()

threading.excepthook = hook
run(lambda: 1 / 0, "first")
run(sys.exit, "second")
threading.excepthook = threading.__excepthook__
run(lambda: sys.exit(5), "third")
run(lambda: {}["key"], "fourth")
print("end")
try:
    threading.ExceptHookArgs((1, 2))
except TypeError as error:
    print(error)
