# tests/conformance/lifetime/unraisable_hook.py: sys.unraisablehook gets what a finaliser raised.
import sys


class C:
    def __del__(self): raise ValueError("in del")


def hook(args):
    print(args.exc_type.__name__, args.exc_value, args.err_msg, args.object.__qualname__)


sys.unraisablehook = hook
C()
print("next")
