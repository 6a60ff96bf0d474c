# tests/conformance/processes/pool_of_threads.py: ThreadPool and multiprocessing.dummy.
from multiprocessing.dummy import Pool as DummyPool
from multiprocessing.dummy import Process, current_process
from multiprocessing.pool import ThreadPool

seen = []
with ThreadPool(3) as pool:
    print(pool)
    print(pool.map(lambda number: number + 1, range(5)))
    print(pool.apply(seen.append, (1,)), seen)
with DummyPool(2) as pool:
    print(sorted(pool.imap_unordered(str, range(4))))
process = Process(target=seen.append, args=(2,))
print(process.exitcode)
process.start()
process.join()
print(process.exitcode, seen, current_process().name)
