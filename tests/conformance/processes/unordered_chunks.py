# imap_unordered with chunks gives every result; imap gives them in order.
from multiprocessing import Pool


def square(x):
    return x * x


if __name__ == "__main__":
    with Pool(4) as pool:
        print(sorted(pool.imap_unordered(square, range(30), chunksize=4)))
        print(list(pool.imap(square, range(10), chunksize=3)))
        print(pool.map(square, range(10), chunksize=100))
        print(next(pool.imap(square, [7])))
