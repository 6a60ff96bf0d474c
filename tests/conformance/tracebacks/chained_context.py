# tests/conformance/tracebacks/chained_context.py: an exception during the handling of another one.
def load(d):
    return d["missing"]


def safe(d):
    try:
        return load(d)
    except KeyError as e:
        return int(e.args[0])


safe({})
