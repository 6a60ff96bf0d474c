# Each process has its own cells of an array, and the last one looks at all once they have ended.
from multiprocessing import Array, Process, RawArray


def fill(cells, squares, index):
    cells[index] = index
    squares[index * 2:index * 2 + 2] = [index, index * index]


if __name__ == "__main__":
    cells, squares = Array("i", 3), RawArray("d", 6)
    processes = [Process(target=fill, args=(cells, squares, index)) for index in range(3)]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    print(cells[:], list(squares))
