# tests/conformance/tracebacks/repeated_lines_counted.py: a repeated entry is shown three times
# and then counted.
def down(n):
    if n == 0:
        raise ValueError("bottom")
    down(n - 1)


down(10)
