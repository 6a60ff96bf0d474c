# builtins.__import__ replaced by the script's own function.
import builtins

usual = builtins.__import__


def noted(name, globals=None, locals=None, fromlist=(), level=0):
    print("imports", name, fromlist, level, type(globals).__name__)
    return usual(name, globals, locals, fromlist, level)


builtins.__import__ = noted
import errno
from keyword import iskeyword, kwlist

builtins.__import__ = usual
import string

print(iskeyword("if"), errno.ENOENT, string.digits, len(kwlist))
