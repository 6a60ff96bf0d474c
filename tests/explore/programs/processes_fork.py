# os.fork: both write into one pipe, and the parent reads what has come first.
import os

reads, writes = os.pipe()
child = os.fork()
if child == 0:
    os.write(writes, b"c")
    os._exit(0)
os.write(writes, b"p")
print(os.read(reads, 1).decode())
os.waitpid(child, 0)
