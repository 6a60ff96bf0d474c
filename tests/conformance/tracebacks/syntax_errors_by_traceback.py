# tests/conformance/tracebacks/syntax_errors_by_traceback.py: what traceback marks of a syntax error.
import traceback

for source in ("def f():\nreturn 1", "x = (1 +* 2)", "f(a for a in b, c)", "if x = 1: pass", "if 1:\n  x\n    y"):
    try:
        compile(source, "<source>", "exec")
    except SyntaxError as error:
        print("".join(traceback.format_exception_only(error)))
