# tests/conformance/tracebacks/module_traceback.py: the traceback module's texts.
import sys
import traceback


def fall(n):
    if n:
        fall(n - 1)
    else:
        raise KeyError("x")


try:
    fall(6)
except KeyError as error:
    print(traceback.format_exc(limit=2), traceback.format_exc(limit=-2), traceback.format_exc())
    for frame in traceback.extract_tb(error.__traceback__)[:2]:
        print(frame.name, frame.lineno, frame.line, frame.colno, frame.end_colno, len(frame))
    summary = traceback.TracebackException.from_exception(error)
    print(summary, list(summary.format_exception_only()), len(summary.stack))
try:
    try:
        [][1]
    except IndexError as first:
        raise ValueError("v") from first
except ValueError as error:
    print("".join(traceback.format_exception(error)))
    traceback.print_exc(file=sys.stdout, chain=False)
try:
    raise ExceptionGroup("g", [ValueError(1), ExceptionGroup("h", [TypeError("t")])])
except ExceptionGroup:
    traceback.print_exc()
noted = ValueError("n")
noted.add_note("a note")
print(traceback.format_exception(noted), traceback.format_exc())
print(traceback.format_list([("a.py", 3, "f", "line x"), ("a.py", 4, "g", None)]))
