# cancel() of futures that wait, shutdown(cancel_futures=True).
import time
from concurrent.futures import CancelledError, ProcessPoolExecutor


if __name__ == "__main__":
    executor = ProcessPoolExecutor(1)
    futures = [executor.submit(time.sleep, 0.2) for _ in range(6)]
    time.sleep(0.1)
    print(futures[0].running(), futures[0].cancel(), futures[5].cancel(), futures[5].cancelled())
    try:
        futures[5].result()
    except CancelledError as error:
        print("cancelled", repr(error))
    executor.shutdown(wait=True, cancel_futures=True)
    print(futures[0].done(), futures[4].cancelled(), all(future.done() for future in futures))
