# threading.excepthook: what it is given; SystemExit is silent; __excepthook__ restores it.
import threading


def hook(args):
    print(args.exc_type.__name__, args.exc_value, args.thread.name, args.exc_traceback is not None)


def fail():
    raise ValueError("oh")


def leave():
    raise SystemExit(3)


threading.excepthook = hook
for number, target in enumerate((fail, leave)):
    thread = threading.Thread(target=target, name=f"t{number}")
    thread.start()
    thread.join()
threading.excepthook = threading.__excepthook__
print(threading.excepthook is threading.__excepthook__)
thread = threading.Thread(target=leave)
thread.start()
thread.join()
print(thread.is_alive())
