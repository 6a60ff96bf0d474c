# What a pool's function writes is read behind its result.
from concurrent.futures import ThreadPoolExecutor

squares = {}


def square(n):
    squares[n] = n * n
    return n


with ThreadPoolExecutor(2) as pool:
    for n in pool.map(square, range(4)):
        print(n, squares[n])
print(sorted(squares.items()))
