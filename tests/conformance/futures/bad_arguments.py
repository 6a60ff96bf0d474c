# tests/conformance/futures/bad_arguments.py: arguments of a pool that make no sense.
from concurrent.futures import Executor, ThreadPoolExecutor

for arguments in ((0,), (-1,), ("2",), ()):
    try:
        print(ThreadPoolExecutor(*arguments)._max_workers >= 5)
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
with ThreadPoolExecutor(1) as pool:
    for arguments in ((), (5,), (len,)):
        try:
            print(repr(pool.submit(*arguments).exception()))
        except TypeError as error:
            print(error)
try:
    Executor().submit(print)
except NotImplementedError as error:
    print(repr(error))
with Executor() as nothing:
    print(type(nothing).__name__, nothing.shutdown())
