# tests/conformance/tracebacks/error_in_default_and_fstring.py: positions inside f-strings and
# conditions.
def f(value):
    name = f"{value:>10} and {value['k']!r}"
    return name


f("text")
