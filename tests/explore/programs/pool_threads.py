# A pool of two threads.
#
# order: either item may come first. names: the second item is done by the first thread if that was
# free when it was handed in, else by the second one, or by the first once it is free: two outcomes.
# cancel: one item, one thread; whether it has been taken, and is done: not yet (cancelled), taken
# while done() or running() was asked or after both (three), done before running() was asked, done
# before done() was asked. The answers are (done, running, cancelled): FFT, FFF (begun, and perhaps
# over, after both were asked; or over between the two), FTF, TFF: four outcomes.
import sys
import threading
from concurrent.futures import ThreadPoolExecutor

order = []


def name(_):
    return threading.current_thread().name[-1]


if sys.argv[1] == "order":
    with ThreadPoolExecutor(2) as pool:
        pool.submit(order.append, 1)
        pool.submit(order.append, 2)
    print(order)
elif sys.argv[1] == "names":
    with ThreadPoolExecutor(2) as pool:
        print(pool.submit(name, 1).result(), pool.submit(name, 2).result())
elif sys.argv[1] == "cancel":
    with ThreadPoolExecutor(1) as pool:
        future = pool.submit(order.append, 1)
        print(future.done(), future.running(), future.cancel())
