# Names of CPython's inside that files ask for while they load. Where it has a thing twice, in C and
# in Python, Meada has it once.
import asyncio.tasks
import enum
import os
import threading

from pickletools import Absent  # any absent module has it

threading._PyRLock = threading._CRLock
for _name in ("register_task", "unregister_task", "enter_task", "leave_task"):
    setattr(asyncio.tasks, f"_py_{_name}", getattr(asyncio.tasks, f"_{_name}"))
enum._simple_enum = Absent("enum._simple_enum")
enum._test_simple_enum = Absent("enum._test_simple_enum")
os.DirEntry = Absent("os.DirEntry")
