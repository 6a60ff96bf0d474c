# tests/conformance/tracebacks/syntax_error_import_star_function.py: `import *` inside a function.
def f():
    from math import *
