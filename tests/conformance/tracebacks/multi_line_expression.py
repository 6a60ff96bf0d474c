# tests/conformance/tracebacks/multi_line_expression.py: a failed expression over several lines
# shows its first line.
def f(x):
    return x


value = f(
    1
) + f(
    2
) + f(
    [][0]
)
