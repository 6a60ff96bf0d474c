# tests/conformance/tracebacks/unbound_local.py: a local read before its assignment.
total = 0


def add(n):
    total += n


add(1)
