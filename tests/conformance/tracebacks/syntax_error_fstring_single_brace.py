# tests/conformance/tracebacks/syntax_error_fstring_single_brace.py: a lone closing brace.
x = f"a}"
