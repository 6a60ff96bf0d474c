# tests/conformance/time/sleep_errors.py: wrong arguments of sleep.
import time

for bad in (-1, "1", None, float("nan")):
    try:
        time.sleep(bad)
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
