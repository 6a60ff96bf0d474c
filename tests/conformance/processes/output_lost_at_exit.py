# os._exit() and a signal that ends the process leave unwritten what was printed.
import os

print("written", flush=True)
print("lost")
os._exit(3)
