# tests/conformance/tracebacks/type_error_call.py: a call with missing arguments.
def connect(host, port, *, timeout):
    pass


connect("localhost")
