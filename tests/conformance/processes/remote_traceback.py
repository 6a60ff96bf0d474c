# An exception in a pool's worker carries the worker's traceback as its cause.
import traceback
from multiprocessing import Pool


class Refused(Exception):
    def __init__(self, code, why):
        super().__init__(code, why)
        self.code, self.why = code, why


def work(number):
    if number == 3:
        raise Refused(number, "three is refused")
    return number


if __name__ == "__main__":
    with Pool(2) as pool:
        try:
            pool.map(work, range(5))
        except Refused as error:
            print(error.code, error.why, error.args)
            cause = str(error.__cause__)
            print("raise Refused(number" in cause, "Traceback (most recent call last):" in cause)
            print(cause.strip().splitlines()[-1].strip('"'))
            print("\n".join(traceback.format_exception_only(type(error), error)).strip())
        results = pool.imap(work, range(5))
        for _ in range(3):
            print(next(results))
        try:
            next(results)
        except Refused as error:
            print("refused", error.code)
        print(next(results))
