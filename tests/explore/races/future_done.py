# Whoever learns of a future's end, by asking or by a call-back, sees what came before it: no race.
from concurrent.futures import ThreadPoolExecutor

found = []


def work():
    found.append(1)


def tell(future):
    print(name, found, future.done())


with ThreadPoolExecutor(1) as pool:
    future = pool.submit(work)
    while not future.done():
        pass
    print(found)
    name = "call-back"
    pool.submit(int).add_done_callback(tell)
