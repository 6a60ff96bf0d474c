# tests/conformance/tracebacks/syntax_error_mismatched_bracket_lines.py: a mismatched bracket
# opened on another line.
x = {
    "a": 1,
)
