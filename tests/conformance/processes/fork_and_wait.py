# tests/conformance/processes/fork_and_wait.py: os.fork from within calls; what the copies share.
import os, sys
numbers = [1, 2]
def gen():
    yield "a"
    yield "b"
g = gen()
next(g)
def deep(n):
    if n == 0:
        return os.fork()
    return deep(n - 1)
pid = deep(5)
if pid == 0:
    numbers.append(3)
    print("child", numbers, next(g))
    sys.stdout.flush()
    os._exit(7)
done, status = os.wait()
print("parent", numbers, next(g), done == pid, os.WEXITSTATUS(status))
try:
    os.wait()
except ChildProcessError as error:
    print(error)
