# tests/conformance/tracebacks/exception_multi_line_message.py: a message of several lines is
# printed as it is.
raise ValueError("first line\n  second line\nthird é 日本")
