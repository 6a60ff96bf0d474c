# A variable of an enclosing function.
import threading


def main():
    total = 0

    def add(n):
        nonlocal total
        total += n

    threads = [threading.Thread(target=add, args=(n,)) for n in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    print(total)


main()
