# tests/conformance/tracebacks/syntax_error_unexpected_indent.py: a line indented for no reason.
x = 1
    y = 2
