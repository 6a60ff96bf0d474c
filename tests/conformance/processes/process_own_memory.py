# tests/conformance/processes/process_own_memory.py: a child changes its own copy of what it got.
from multiprocessing import Process

numbers = [1, 2]
total = 0


def change(own):
    global total
    total = 5
    numbers.append(3)
    own["child"] = True
    print("child", total, numbers, own)


if __name__ == "__main__":
    table = {"parent": True}
    process = Process(target=change, args=(table,))
    process.start()
    process.join()
    print("parent", total, numbers, table)
