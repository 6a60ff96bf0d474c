# tests/conformance/tracebacks/name_error_suggestion_builtin_and_local.py: suggestions from locals
# and built-ins.
def f(length):
    try:
        return lenght
    except NameError as e:
        print("caught", e)
    return pritn(length)


f(1)
