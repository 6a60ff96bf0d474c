# os.fork copies what standard output holds back: it is written twice; what was flushed is not.
import os
import sys

print("flushed before")
sys.stdout.flush()
pid = os.fork()
if pid == 0:
    os._exit(0)
os.waitpid(pid, 0)
print("held back")
pid = os.fork()
print("child" if pid == 0 else "parent")
if pid == 0:
    sys.exit(0)
print(os.waitpid(pid, 0)[1])
