# Pools of threads: as_completed gives every result once, in whatever order.
from concurrent.futures import ThreadPoolExecutor, as_completed


def work(number):
    return sum(range(number * 10))


with ThreadPoolExecutor(3) as executor:
    futures = {executor.submit(work, number): number for number in range(8)}
    for future in as_completed(futures):
        print(futures[future], future.result())
    print(list(executor.map(work, range(4))))
