// Scripts that more than one test runs.

// Two threads add one each; in some orders one of them is lost.
export const lost_update = `import threading
count = 0
def add():
    global count
    seen = count
    count = seen + 1
threads = [threading.Thread(target=add, name=name) for name in ("ana", "rui")]
for thread in threads: thread.start()
for thread in threads: thread.join()
print("count:", count)
assert count == 2
`;
