# tests/conformance/time/clocks_never_go_back.py: monotonic, perf_counter and their nanosecond
# forms.
import time

for clock in (time.monotonic, time.perf_counter, time.monotonic_ns, time.perf_counter_ns, time.time_ns):
    values = [clock() for _ in range(50)]
    print(clock.__name__, all(a <= b for a, b in zip(values, values[1:])), type(values[0]).__name__)
print(type(time.time()).__name__, time.time() > 1.6e9, time.time_ns() > 10 ** 18)
