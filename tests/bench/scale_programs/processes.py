import multiprocessing
import sys


def work(go, results, number):
    go.wait()
    results.put(number)


if __name__ == '__main__':
    count = int(sys.argv[1])
    go, results = multiprocessing.Event(), multiprocessing.Queue()
    children = [multiprocessing.Process(target=work, args=(go, results, number))
                for number in range(count)]
    for child in children:
        child.start()
    go.set()
    print(len({results.get() for _ in children}))
    for child in children:
        child.join()
