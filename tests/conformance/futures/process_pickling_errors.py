# What cannot be sent to a process: a lambda, a local function, a result, an exception.
import threading
from concurrent.futures import ProcessPoolExecutor


class Odd(Exception):
    def __init__(self, one, two):
        super().__init__(f"{one} and {two}")


def raises_odd():
    raise ValueError("plain")


def gives_lock():
    return threading.Lock()


if __name__ == "__main__":
    def local():
        return 1

    with ProcessPoolExecutor(1) as executor:
        for call in (lambda: 1, local, gives_lock, raises_odd):
            future = executor.submit(call)
            error = future.exception()
            print(type(error).__name__, str(error).partition(" at 0x")[0])
