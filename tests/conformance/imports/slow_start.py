# tests/conformance/imports/slow_start.py: a module whose body takes a while.
import time

print("slow_start begins")
time.sleep(0.05)
ready = True
