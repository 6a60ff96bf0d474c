# Two spawned processes add to a Value: each has read the script anew.
import multiprocessing


def add(total):
    total.value += 1


if __name__ == "__main__":
    context = multiprocessing.get_context("spawn")
    total = context.Value("i", 0)
    processes = [context.Process(target=add, args=(total,)) for _ in range(2)]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    print(total.value)
