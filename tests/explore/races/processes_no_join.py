# The parent reads before it has waited for the child.
from multiprocessing import Process, RawValue


def work(result):
    result.value = 42


if __name__ == "__main__":
    result = RawValue("i", 0)
    process = Process(target=work, args=(result,))
    process.start()
    first = result.value
    process.join()
    print(first in (0, 42), result.value)
