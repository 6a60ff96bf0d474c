# tests/conformance/futures/map_raises.py: an exception in map() comes where its result would
# have, and ends it.
from concurrent.futures import ThreadPoolExecutor

with ThreadPoolExecutor(2) as pool:
    results = pool.map(lambda n: 10 // n, [5, 0, 2])
    try:
        for result in results:
            print(result)
    except ZeroDivisionError as error:
        print("raised", error)
    print(list(results))
    try:
        pool.map(int, 5)
    except TypeError as error:
        print(error)
