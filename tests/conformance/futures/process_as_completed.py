# as_completed gives futures of processes in the order in which their sleeps end.
import time
from concurrent.futures import ProcessPoolExecutor, as_completed


def nap(name, seconds):
    time.sleep(seconds)
    return name


if __name__ == "__main__":
    naps = {"long": 0.45, "short": 0.05, "middle": 0.25}
    with ProcessPoolExecutor(3) as executor:
        futures = {executor.submit(nap, name, seconds): name for name, seconds in naps.items()}
        for future in as_completed(futures):
            print(futures[future], future.result() == futures[future])
