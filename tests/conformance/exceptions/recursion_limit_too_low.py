# tests/conformance/exceptions/recursion_limit_too_low.py: a limit below the depth of the calls is refused.
import sys


def deep(left):
    if left:
        return deep(left - 1)
    for limit in (1, 5, 0, -1):
        try:
            sys.setrecursionlimit(limit)
        except (RecursionError, ValueError) as error:
            print(type(error).__name__, error)


deep(10)
print(sys.getrecursionlimit())
