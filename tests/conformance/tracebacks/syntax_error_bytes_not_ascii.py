# tests/conformance/tracebacks/syntax_error_bytes_not_ascii.py: bytes with letters beyond ASCII.
x = b"é"
