# Retrying what fails: resubmitting from as_completed; call-backs that count.
import collections
from concurrent.futures import ThreadPoolExecutor, as_completed

attempts = collections.Counter()
finished = []


def flaky(name):
    attempts[name] += 1
    if attempts[name] < 3 and name != "solid":
        raise ConnectionError(f"{name} {attempts[name]}")
    return f"{name} after {attempts[name]}"


with ThreadPoolExecutor(1) as executor:
    waiting = {executor.submit(flaky, name): name for name in ("solid", "shaky")}
    while waiting:
        for future in as_completed(list(waiting)):
            name = waiting.pop(future)
            future.add_done_callback(lambda done: finished.append(done.exception() is None))
            if future.exception():
                print("retry", future.exception())
                waiting[executor.submit(flaky, name)] = name
            else:
                print(future.result())
print(finished, sorted(attempts.items()))
