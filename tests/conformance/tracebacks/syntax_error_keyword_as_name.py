# tests/conformance/tracebacks/syntax_error_keyword_as_name.py: a keyword as a name.
class = 5
