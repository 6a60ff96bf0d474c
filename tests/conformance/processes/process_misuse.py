# What a Process refuses: starting twice, joining too early, closing while it runs.
import time
from multiprocessing import Process


def nothing():
    pass


if __name__ == "__main__":
    process = Process(target=nothing)
    print(process.exitcode, process.pid, process.is_alive())
    for call in (process.join, process.terminate):
        try:
            call()
        except (AssertionError, AttributeError) as error:
            print(type(error).__name__, error)
    process.start()
    try:
        process.start()
    except AssertionError as error:
        print(error)
    process.join()
    process.close()
    try:
        process.is_alive()
    except ValueError as error:
        print(error)
    print(repr(process).partition(" ")[0], "closed" in repr(process))
    slow = Process(target=time.sleep, args=(30,))
    slow.start()
    try:
        slow.close()
    except ValueError as error:
        print(error)
    print(slow.join(timeout=0.01), slow.exitcode)
    slow.kill()
    slow.join()
    try:
        Process(nothing)
    except AssertionError as error:
        print(error)
