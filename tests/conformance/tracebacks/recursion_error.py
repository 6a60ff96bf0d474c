# tests/conformance/tracebacks/recursion_error.py: endless recursion prints the repeated lines once.
def down(n):
    return down(n + 1)


down(0)
