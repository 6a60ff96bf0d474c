# tests/conformance/tracebacks/syntax_error_unterminated_triple.py: a triple-quoted string without
# an end.
x = """no end

y = 1
