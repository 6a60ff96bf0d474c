# tests/conformance/processes/manager_objects.py: a manager's dict, list, Namespace, Value and locks.
import multiprocessing


def work(table, items, names, value, lock, queue):
    with lock:
        table["count"] = table.get("count", 0) + 1
        items.append(len(items))
        names.total += 1
        value.value += 2
    queue.put("done")


if __name__ == "__main__":
    with multiprocessing.Manager() as manager:
        table, items, names = manager.dict(), manager.list(), manager.Namespace(total=0)
        value, lock, queue = manager.Value("i", 0), manager.Lock(), manager.Queue()
        processes = [
            multiprocessing.Process(target=work, args=(table, items, names, value, lock, queue))
            for _ in range(3)]
        for process in processes:
            process.start()
        for process in processes:
            process.join()
        print(table, dict(table), items, list(items), names, names.total, value, value.value)
        print(queue.qsize(), queue.get(), type(table).__name__, type(items).__name__)
        print(repr(table).partition(" at 0x")[0])
        for call in lambda: table["missing"], lambda: items[10], lambda: names.missing:
            try:
                call()
            except Exception as error:
                print(type(error).__name__, error)
        table.update(a=1, b=2)
        print(sorted(table), sorted(table.items()), "a" in table, table.pop("a"), len(table))
        items.sort(reverse=True)
        items += [7]
        print(items, items[::2], sum(items))
        event, numbers = manager.Event(), manager.Array("i", [1, 2])
        event.set()
        print(event.wait(), numbers, numbers[1])
