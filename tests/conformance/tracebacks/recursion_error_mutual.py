# tests/conformance/tracebacks/recursion_error_mutual.py: endless mutual recursion is not
# collapsed beyond equal lines.
def ping(n):
    if n < 30:
        return pong(n + 1)
    raise ValueError("deep enough")


def pong(n):
    return ping(n + 1)


ping(0)
