# tests/conformance/system/priorities.py: os.nice, os.getpriority, os.setpriority of one's own.
import os

print(os.getpriority(os.PRIO_PROCESS, 0), os.nice(0))
print(os.nice(3), os.getpriority(os.PRIO_PROCESS, 0))
os.setpriority(os.PRIO_PROCESS, 0, 7)
print(os.getpriority(os.PRIO_PROCESS, os.getpid()))
print(os.nice(100))
try:
    os.setpriority(os.PRIO_PROCESS, 4_000_000, 1)
except ProcessLookupError as error:
    print(error)
