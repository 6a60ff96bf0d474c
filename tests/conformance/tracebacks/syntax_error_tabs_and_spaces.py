# tests/conformance/tracebacks/syntax_error_tabs_and_spaces.py: inconsistent tabs and spaces.
if True:
        x = 1
	y = 2
