# tests/conformance/processes/manager_nested.py: proxies in other managed objects.
from multiprocessing import Manager, Process


def fill(table):
    table["numbers"].append(3)
    table["plain"] = table["plain"] + [1]


if __name__ == "__main__":
    with Manager() as manager:
        table = manager.dict()
        table["numbers"] = manager.list([1, 2])
        table["plain"] = []
        process = Process(target=fill, args=(table,))
        process.start()
        process.join()
        print(table["numbers"], list(table["numbers"]), table["plain"])
        table["plain"].append(5)
        print(table["plain"])
