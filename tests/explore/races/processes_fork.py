# os.fork, mmap's stand-in a RawValue: os.wait orders what the child wrote.
import os
from multiprocessing import RawValue

value = RawValue("i", 0)
child = os.fork()
if child == 0:
    value.value += 1
    os._exit(0)
os.waitpid(child, 0)
value.value += 1
print(value.value)
