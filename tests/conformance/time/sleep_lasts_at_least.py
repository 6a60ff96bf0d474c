# tests/conformance/time/sleep_lasts_at_least.py: sleep lasts at least as long as asked.
import time

a = time.monotonic()
print(time.sleep(0.05))
b = time.monotonic()
print(b - a >= 0.05, b - a < 5, time.sleep(0))
