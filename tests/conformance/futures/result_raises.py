# tests/conformance/futures/result_raises.py: an exception of the call comes out of result(), with
# its traceback and cause.
import traceback
from concurrent.futures import ThreadPoolExecutor

class Failed(Exception):
    pass

def fail():
    try:
        {}["key"]
    except KeyError as error:
        raise Failed("no key") from error

with ThreadPoolExecutor(1) as pool:
    future = pool.submit(fail)
    try:
        future.result()
    except Failed as error:
        print(repr(error), repr(error.__cause__), error is future.exception())
        print([frame.name for frame in traceback.extract_tb(error.__traceback__)][-1])
    print(repr(future.exception()))
    print(type(pool.submit(exit, 3).exception()), pool.submit(int, "x").exception())
