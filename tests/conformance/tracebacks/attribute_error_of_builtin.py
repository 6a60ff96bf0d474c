# tests/conformance/tracebacks/attribute_error_of_builtin.py: a misspelt method of a list.
items = []
items.apend(1)
