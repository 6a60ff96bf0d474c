# tests/conformance/generators/coroutine_style_scheduler.py: a round-robin scheduler of generators.
def task(name, n):
    for i in range(n):
        print(name, i)
        yield
    return name + " done"


def run(tasks):
    results = []
    while tasks:
        t = tasks.pop(0)
        try:
            next(t)
            tasks.append(t)
        except StopIteration as e:
            results.append(e.value)
    return results


print(run([task("a", 2), task("b", 3), task("c", 1)]))
