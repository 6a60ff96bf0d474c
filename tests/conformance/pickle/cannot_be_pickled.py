# tests/conformance/pickle/cannot_be_pickled.py: objects that no pickle can hold.
import asyncio
import contextvars
import pickle
import queue
import sys
import threading
import weakref

async def coroutine():
    pass

def generator():
    yield

async def async_generator():
    yield

class Holder:
    def __init__(self):
        self.lock = threading.Lock()

made = coroutine()
values = [threading.Lock(), threading.RLock(), threading.Thread(), threading.Condition(),
          threading.Event(), threading.Semaphore(), threading.local(), queue.Queue(),
          queue.SimpleQueue(), generator(), made, async_generator(), sys, sys.stdout,
          memoryview(b"a"), {}.keys(), {}.items(), property(), staticmethod(len), classmethod(len),
          generator.__code__, sys._getframe(), weakref.ref(generator), Holder(), [Holder()],
          contextvars.ContextVar("v"), type.__dict__, (n for n in [])]
made.close()
for value in values:
    for protocol in (2, 4):
        try:
            print(pickle.dumps(value, protocol))
        except TypeError as error:
            print(protocol, type(value).__name__, error)
