# tests/conformance/time/process_time_ignores_sleep.py: process_time does not count what was slept.
import time

a = time.process_time()
time.sleep(0.3)
print(time.process_time() - a < 0.2)
