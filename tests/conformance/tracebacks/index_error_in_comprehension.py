# tests/conformance/tracebacks/index_error_in_comprehension.py: a comprehension has an entry of
# its own.
rows = [[1, 2], [3]]
print([row[1] for row in rows])
