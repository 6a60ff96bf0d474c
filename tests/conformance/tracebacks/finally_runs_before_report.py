# tests/conformance/tracebacks/finally_runs_before_report.py: `finally` parts run before the
# report, output comes in order.
def f():
    try:
        raise ValueError("v")
    finally:
        print("cleaning")


try:
    f()
finally:
    print("outer cleaning")
