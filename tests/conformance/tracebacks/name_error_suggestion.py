# tests/conformance/tracebacks/name_error_suggestion.py: an undefined name close to a known one.
counter = 1
print(countr)
